package org.deskwright.journey;

import java.io.IOException;
import java.time.Duration;
import java.util.Properties;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;

/** A person's mail program. */
final class Mail {

    private final RunningDesk desk;

    Mail(RunningDesk desk) {
        this.desk = desk;
    }

    /** @param login whom to sign in as over SMTP, or {@code null} for a mail from the outside */
    void send(String login, String from, String subject, String text, Message answered) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.auth", login != null);
        Session session = Session.getInstance(properties);
        MimeMessage mail = answered == null ? new MimeMessage(session) : (MimeMessage) answered.reply(false);
        mail.setFrom(new InternetAddress(from));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("servicedesk@example.org"));
        mail.setSubject(subject);
        mail.setText(text, "UTF-8");
        mail.saveChanges();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", desk.smtpPort, login, login == null ? null : "demo");
            transport.sendMessage(mail, mail.getAllRecipients());
        }
    }

    /** The first mail in somebody's mailbox with these words in its subject or text, once it is there. */
    Message await(String user, String password, String words) {
        return Awaitility.await("a mail \"%s\" for %s".formatted(words, user)).atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(300)).ignoreExceptionsInstanceOf(MessagingException.class)
                .until(() -> find(user, password, words), mail -> mail != null);
    }

    long count(String user, String password, String subject) throws MessagingException {
        try (Store store = open(user, password); Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            long count = 0;
            for (Message mail : inbox.getMessages()) {
                count += mail.getSubject().contains(subject) ? 1 : 0;
            }
            return count;
        }
    }

    private Message find(String user, String password, String words) throws MessagingException, IOException {
        try (Store store = open(user, password); Folder inbox = store.getFolder("INBOX")) {
            inbox.open(Folder.READ_ONLY);
            for (Message mail : inbox.getMessages()) {
                if (mail.getSubject().contains(words) || mail.getContent().toString().contains(words)) {
                    return new MimeMessage((MimeMessage) mail);
                }
            }
            return null;
        }
    }

    private Store open(String user, String password) throws MessagingException {
        Store store = Session.getInstance(new Properties()).getStore("imap");
        store.connect("127.0.0.1", desk.imapPort, user, password);
        return store;
    }
}
