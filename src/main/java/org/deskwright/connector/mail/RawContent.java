package org.deskwright.connector.mail;

import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Base64;

/** A part's content where the ordinary decoder gives up: broken Base64 is mended, anything else taken as it stands. */
final class RawContent {

    private RawContent() {
    }

    static byte[] of(Part part, int max) {
        boolean base64 = Attempt.at(() -> part.getHeader("Content-Transfer-Encoding")[0], "").strip()
                .equalsIgnoreCase("base64");
        byte[] raw = Attempt.at(() -> {
            try (InputStream in = part instanceof MimeMessage message ? message.getRawInputStream()
                    : ((MimeBodyPart) part).getRawInputStream()) {
                return in.readNBytes(base64 ? (int) Math.min(Integer.MAX_VALUE - 8, max * 3L / 2) : max);
            }
        }, new byte[0]);
        return base64 ? decoded(raw, max) : raw;
    }

    private static byte[] decoded(byte[] raw, int max) {
        ByteArrayOutputStream letters = new ByteArrayOutputStream(raw.length);
        for (byte b : raw) {
            if (b == '=') {
                break;
            }
            if (b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '+' || b == '/') {
                letters.write(b);
            }
        }
        byte[] whole = letters.toByteArray();
        // one letter alone says nothing: six bits are no byte
        int length = whole.length % 4 == 1 ? whole.length - 1 : whole.length;
        byte[] content = Base64.getDecoder().decode(Arrays.copyOf(whole, length));
        return content.length <= max ? content : Arrays.copyOf(content, max);
    }
}
