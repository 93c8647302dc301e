package org.deskwright.connector.demo.mail;

import com.icegreen.greenmail.imap.ImapHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.deskwright.identity.Directory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * SMTP and IMAP for the demo organisation, on 127.0.0.1 only. IMAP is GreenMail's, over mailboxes that live on disk;
 * SMTP is our own short dialogue, because the stamp it gives decides whom the desk believes.
 */
final class DemoMailServer implements SmartLifecycle {

    /** Before anything that sends or collects mail, and stopped after it. */
    private static final int PHASE = Integer.MIN_VALUE + 100;
    private static final Logger log = LoggerFactory.getLogger(DemoMailServer.class);

    private final DemoMailSettings settings;
    private final Path spool;
    private final Accounts accounts;
    private GuardedServer smtp;
    private GuardedServer imap;

    DemoMailServer(DemoMailSettings settings, Path spool, Directory directory) {
        this.settings = settings;
        this.spool = spool;
        this.accounts = new Accounts(directory);
    }

    @Override
    public synchronized void start() {
        if (isRunning()) {
            return;
        }
        try {
            Postboxes postboxes = Postboxes.load(spool);
            Delivery delivery = new Delivery(spool);
            Recipients recipients = new Recipients(accounts, postboxes, spool);
            Logins logins = new Logins(accounts, postboxes);
            // RFC 5321 4.5.3.2 and RFC 3501 5.4 ask for at least these patiences
            imap = new GuardedServer("imap", settings.imapPort(), Duration.ofMinutes(30), postboxes::forgetListeners,
                    socket -> new ImapHandler(logins, postboxes, socket));
            smtp = new GuardedServer("smtp", settings.smtpPort(), Duration.ofMinutes(5), () -> { },
                    socket -> new SmtpSession(socket, accounts, recipients, delivery));
            imap.open();
            smtp.open();
            log.info("Demo mail server: SMTP 127.0.0.1:{}, IMAP 127.0.0.1:{}, {} mails on disk", smtp.getPort(),
                    imap.getPort(), postboxes.countOfMails());
        } catch (IOException e) {
            stop();
            throw new UncheckedIOException("The demo mail server cannot start: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void stop() {
        for (GuardedServer server : new GuardedServer[] {smtp, imap}) {
            if (server != null) {
                server.shut();
            }
        }
        smtp = null;
        imap = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return smtp != null && smtp.isRunning() && imap.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    synchronized int smtpPort() {
        return smtp.getPort();
    }

    synchronized int imapPort() {
        return imap.getPort();
    }
}
