package org.deskwright.connector.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.deskwright.correspondence.MailServerAway;
import org.deskwright.correspondence.MailTransport;
import org.deskwright.correspondence.OutgoingMail;
import org.deskwright.correspondence.Undeliverable;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Mail out over SMTP. Every mail says that it was written by a machine (RFC 3834), so that no other machine answers it.
 * A server that does not take one is a {@link org.springframework.mail.MailException}.
 */
final class SmtpMailTransport implements MailTransport {

    private static final String NAME = "Deskwright service desk";
    private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]{1,900}>");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final int MAX_REFERENCES = 50;
    /** Everything that one mail takes: an action that sends one has its outcome by then. */
    private static final Duration LONGEST_MAIL = Duration.ofSeconds(15);
    private static final int PERMANENT = 500;
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String address;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    SmtpMailTransport(MailSettings settings) {
        this(settings, LONGEST_MAIL);
    }

    SmtpMailTransport(MailSettings settings, Duration wholeMail) {
        address = settings.address();
        MailSettings.Smtp smtp = settings.smtp();
        sender.setProtocol(smtp.ssl() ? "smtps" : "smtp");
        sender.setHost(smtp.host());
        sender.setPort(smtp.port());
        if (!smtp.user().isEmpty()) {
            sender.setUsername(smtp.user());
            sender.setPassword(smtp.password());
        }
        sender.setJavaMailProperties(properties(smtp, wholeMail));
    }

    /** @throws Undeliverable also if recipient or Message-ID are none */
    @Override
    public void send(OutgoingMail mail) {
        try {
            // Spring's sender puts the Message-ID back after saveChanges() has made one up
            sender.send(message(mail));
        } catch (IllegalArgumentException e) {
            throw new Undeliverable("Nobody can have this address.", e);
        } catch (MailSendException e) {
            if (hasFailed(e, each -> each instanceof MailConnectException)) {
                throw new MailServerAway("The mail server cannot be reached.", e);
            }
            throw isRefusedForGood(e) ? new Undeliverable("The mail server refuses the address.", e) : e;
        }
    }

    private static boolean isRefusedForGood(MailSendException e) {
        return hasFailed(e, each -> each instanceof SMTPAddressFailedException refused && refused.getReturnCode() >= PERMANENT);
    }

    private static boolean hasFailed(MailSendException e, Predicate<Exception> how) {
        return Stream.of(e.getMessageExceptions()).flatMap(SmtpMailTransport::chain).anyMatch(how);
    }

    private static Stream<Exception> chain(Exception first) {
        return Stream.iterate(first, Objects::nonNull, each -> each instanceof MessagingException mail ? mail.getNextException() : null);
    }

    private MimeMessage message(OutgoingMail mail) {
        try {
            MimeMessage message = sender.createMimeMessage();
            message.setFrom(new InternetAddress(address, NAME, UTF_8));
            message.setRecipient(Message.RecipientType.TO, recipient(mail.to()));
            message.setSubject(CONTROLS.matcher(mail.subject()).replaceAll(" ").strip(), UTF_8);
            message.setText(mail.text(), UTF_8);
            message.setSentDate(new Date());
            message.setHeader("Message-ID", messageId(mail.messageId()));
            message.setHeader("Auto-Submitted", mail.inReplyTo() == null ? "auto-generated" : "auto-replied");
            message.setHeader("X-Auto-Response-Suppress", "All");
            if (isMessageId(mail.inReplyTo())) {
                message.setHeader("In-Reply-To", mail.inReplyTo());
            }
            List<String> thread = thread(mail);
            if (!thread.isEmpty()) {
                message.setHeader("References", String.join("\r\n ", thread));
            }
            return message;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalArgumentException("This mail cannot be written: " + e.getClass().getSimpleName(), e);
        }
    }

    private static InternetAddress recipient(String to) throws MessagingException {
        InternetAddress[] addresses = InternetAddress.parse(to, true);
        if (addresses.length != 1 || addresses[0].isGroup() || CONTROLS.matcher(to).find()) {
            throw new IllegalArgumentException("A mail goes to one address");
        }
        addresses[0].validate();
        return new InternetAddress(addresses[0].getAddress(), true);
    }

    private static String messageId(String id) {
        if (!isMessageId(id)) {
            throw new IllegalArgumentException("A Message-ID stands in angle brackets");
        }
        return id;
    }

    private static boolean isMessageId(String id) {
        return id != null && MESSAGE_ID.matcher(id).matches();
    }

    /** RFC 5322 section 3.6.4; the first, which began the thread, and the last ones. */
    private static List<String> thread(OutgoingMail mail) {
        Stream<String> given = mail.references() == null ? Stream.of() : mail.references().stream();
        List<String> ids = Stream.concat(given, Stream.ofNullable(mail.inReplyTo()))
                .filter(SmtpMailTransport::isMessageId).distinct().toList();
        return ids.size() <= MAX_REFERENCES ? ids : Stream.concat(Stream.of(ids.get(0)),
                ids.subList(ids.size() - MAX_REFERENCES + 1, ids.size()).stream()).toList();
    }

    private static Properties properties(MailSettings.Smtp smtp, Duration life) {
        String prefix = smtp.ssl() ? "mail.smtps." : "mail.smtp.";
        Properties properties = new Properties();
        properties.setProperty(prefix + "auth", String.valueOf(!smtp.user().isEmpty()));
        properties.setProperty(prefix + "connectiontimeout", "2000");
        properties.setProperty(prefix + "timeout", "10000");
        properties.setProperty(prefix + "writetimeout", "10000");
        properties.put(prefix + "socketFactory", new ShortLivedSockets(life));
        properties.setProperty(prefix + "socketFactory.fallback", "false");
        // a server that took the mail and then says goodbye badly has still taken it
        properties.setProperty(prefix + "quitwait", "false");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required",
                String.valueOf(!smtp.ssl() && MailSettings.needsTls(smtp.host())));
        return properties;
    }
}
