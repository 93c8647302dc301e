package org.deskwright.connector.mail;

import jakarta.mail.internet.MimeMessage;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.deskwright.intake.IncomingMail;

/** Turns a MIME message (RFC 5322, 2045 to 2049) into words. Never throws for what stands in it. */
final class MimeReading {

    private MimeReading() {
    }

    static IncomingMail read(MimeMessage message) {
        HeaderReading header = new HeaderReading(message);
        BodyReading body = BodyReading.of(message);
        Sender sender = header.from();
        return new IncomingMail(header.messageId(() -> hash(message)), header.references(), sender.address(),
                sender.name(), header.subject(), body.text(), header.sentAt(), header.authenticationResults(),
                Automatic.sign(message), body.attachments(), body.isOversized());
    }

    private static String hash(MimeMessage message) throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), sha)) {
            message.writeTo(out);
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
