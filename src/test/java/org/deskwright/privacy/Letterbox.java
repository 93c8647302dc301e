package org.deskwright.privacy;

import java.util.Properties;
import java.util.UUID;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

/** Mail programs of the people of the example organisation. */
record Letterbox(int smtpPort, int imapPort) {

    /**
     * @param login    whom to sign in as, or {@code null} for a mail that nobody vouches for
     * @param answered Message-ID, or {@code null}
     * @param machine  value of Auto-Submitted, or {@code null}
     * @return its Message-ID
     */
    String send(String login, String subject, String text, String file, String answered, String machine) throws MessagingException {
        String id = "<%s@mail.example>".formatted(UUID.randomUUID());
        Properties properties = new Properties();
        properties.put("mail.smtp.auth", login != null);
        MimeMessage mail = new MimeMessage(Session.getInstance(properties)) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(new InternetAddress((login == null ? "ada.lindqvist" : login) + "@example.org"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress("servicedesk@example.org"));
        mail.setSubject(subject);
        if (answered != null) {
            mail.setHeader("In-Reply-To", answered);
        }
        if (machine != null) {
            mail.setHeader("Auto-Submitted", machine);
        }
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text, "UTF-8");
        MimeMultipart parts = new MimeMultipart(words);
        if (file != null) {
            MimeBodyPart attached = new MimeBodyPart();
            attached.setText("Inside: " + file, "UTF-8");
            attached.setFileName(file + ".txt");
            parts.addBodyPart(attached);
        }
        mail.setContent(parts);
        mail.saveChanges();
        try (Transport transport = mail.getSession().getTransport("smtp")) {
            transport.connect("127.0.0.1", smtpPort, login, login == null ? null : "demo");
            transport.sendMessage(mail, mail.getAllRecipients());
        }
        return id;
    }

    /** Subjects and texts of all mails that somebody has got. */
    String received(String login) throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", imapPort, login + "@example.org", "demo");
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_ONLY);
            StringBuilder all = new StringBuilder();
            for (Message mail : inbox.getMessages()) {
                all.append(mail.getSubject()).append('\n').append(mail.getContent()).append('\n');
            }
            inbox.close(false);
            return all.toString();
        }
    }
}
