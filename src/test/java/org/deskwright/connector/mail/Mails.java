package org.deskwright.connector.mail;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import org.deskwright.intake.IncomingMail;

/** Mails written by hand, and read. */
final class Mails {

    private static final Session SESSION = session();

    private Mails() {
    }

    static String multipart(String subtype, String... parts) {
        String boundary = "b" + Math.abs(Arrays.hashCode(parts));
        String joined = String.join("\n--" + boundary + "\n", parts);
        String type = subtype.contains(";") ? subtype.replaceFirst(";", "; boundary=" + boundary + ";")
                : subtype + "; boundary=" + boundary;
        return "Content-Type: multipart/" + type + "\n\n--" + boundary + "\n" + joined + "\n--" + boundary + "--\n";
    }

    private static Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        properties.setProperty("mail.mime.address.strict", "false");
        return Session.getInstance(properties);
    }

    static IncomingMail read(String mail) {
        return read(mail.getBytes(StandardCharsets.UTF_8));
    }

    static IncomingMail read(byte[] mail) {
        try {
            return MimeReading.read(new MimeMessage(SESSION, new ByteArrayInputStream(mail)));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
