package org.deskwright.connector.mail;

import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;

/** A part's content as it stands, for transfer encodings that nobody knows. */
final class RawContent {

    private RawContent() {
    }

    static InputStream of(Part part) {
        return Attempt.at(() -> part instanceof MimeMessage message ? message.getRawInputStream()
                : ((MimeBodyPart) part).getRawInputStream(), InputStream.nullInputStream());
    }
}
