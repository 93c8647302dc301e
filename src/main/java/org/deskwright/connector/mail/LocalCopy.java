package org.deskwright.connector.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import jakarta.mail.util.SharedFileInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * A whole mail on this side of the wire before it is read: a connection that breaks while reading would otherwise look
 * like a mail with less in it. Big ones lie in a temporary file.
 */
final class LocalCopy implements Closeable {

    private static final int MAX_IN_MEMORY = 1 << 20;
    private static final Session SESSION = session();

    private final MimeMessage message;
    private final InputStream content;
    private final Path file;

    private LocalCopy(InputStream content, Path file) throws MessagingException {
        this.content = content;
        this.file = file;
        this.message = new MimeMessage(SESSION, content);
    }

    static LocalCopy of(MimeMessage remote) throws MessagingException, IOException {
        int size = remote.getSize();
        if (size >= 0 && size <= MAX_IN_MEMORY) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
            remote.writeTo(bytes);
            return new LocalCopy(new SharedByteArrayInputStream(bytes.toByteArray()), null);
        }
        Path file = Files.createTempFile("mail", ".eml");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                remote.writeTo(out);
            }
            return new LocalCopy(new SharedFileInputStream(file.toFile()), file);
        } catch (MessagingException | IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    MimeMessage message() {
        return message;
    }

    @Override
    public void close() throws IOException {
        content.close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    private static Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        properties.setProperty("mail.mime.address.strict", "false");
        return Session.getInstance(properties);
    }
}
