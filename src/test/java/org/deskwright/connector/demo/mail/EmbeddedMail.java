package org.deskwright.connector.demo.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The embedded mail server on random ports, for tests of everything that needs one. */
public final class EmbeddedMail implements AutoCloseable {

    public static final String DESK = Accounts.DESK;

    public final PeopleInMemory people = new PeopleInMemory();
    private final Path data;
    private DemoMailServer server;

    public EmbeddedMail(Path data) {
        this.data = data;
        start();
    }

    public void start() {
        server = new DemoMailServer(new DemoMailSettings(0, 0), data, people);
        server.start();
    }

    @Override
    public void close() {
        server.stop();
    }

    public void restart() {
        close();
        start();
    }

    public int smtpPort() {
        return server.smtpPort();
    }

    public int imapPort() {
        return server.imapPort();
    }

    public RawSmtp smtp() throws Exception {
        return new RawSmtp(smtpPort());
    }

    /** From outside, without a login. */
    public void send(String to, String mail) throws Exception {
        try (RawSmtp smtp = smtp()) {
            smtp.mustSend("<sender@else.example>", to, mail);
        }
    }

    public List<String> flagsOf(String login, String password) throws Exception {
        return inInbox(login, password, inbox -> {
            List<String> flags = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                flags.add((message.isSet(Flags.Flag.SEEN) ? "seen " : "") + (message.isSet(Flags.Flag.FLAGGED)
                        ? "flagged " : "") + message.getSubject());
            }
            return flags;
        });
    }

    /** Every mail as it lies there; none is marked as seen by this. */
    public List<String> mailsOf(String login, String password) throws Exception {
        return inInbox(login, password, inbox -> {
            List<String> mails = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                message.writeTo(bytes);
                mails.add(bytes.toString(StandardCharsets.UTF_8));
            }
            return mails;
        });
    }

    public List<MimeMessage> messagesOf(String login, String password) throws Exception {
        return inInbox(login, password, inbox -> {
            List<MimeMessage> messages = new ArrayList<>();
            for (Message message : inbox.getMessages()) {
                messages.add(new MimeMessage((MimeMessage) message));
            }
            return messages;
        });
    }

    public <T> T inInbox(String login, String password, Work<T> work) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.imap.peek", "true");
        properties.setProperty("mail.imap.timeout", "10000");
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", imapPort(), login, password);
            Folder inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            T result = work.in(inbox);
            inbox.close(false);
            return result;
        }
    }

    /** Something done with an open INBOX. */
    public interface Work<T> {
        T in(Folder inbox) throws Exception;
    }
}
