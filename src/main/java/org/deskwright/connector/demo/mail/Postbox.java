package org.deskwright.connector.demo.mail;

import com.icegreen.greenmail.imap.commands.IdRange;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One INBOX, in memory for GreenMail and on disk for good. The disk comes first: a mail is a file before anyone can
 * see it, a flag is in the file's name before the client hears OK, an expunged mail's file goes before the mail does.
 */
final class Postbox extends ForwardingFolder implements Destination {

    private static final Logger log = LoggerFactory.getLogger(Postbox.class);
    private static final Session SESSION = session();

    private final MailFolder root;
    private final Spool spool;
    private final Map<Long, Path> files = new ConcurrentHashMap<>();
    private final Map<FolderListener, Thread> listeners = new ConcurrentHashMap<>();
    private long[] uids;

    Postbox(MailFolder root, MailFolder memory, Spool spool) {
        super(memory);
        this.root = root;
        this.spool = spool;
    }

    MailFolder root() {
        return root;
    }

    synchronized void load() throws IOException {
        for (Path file : spool.mails()) {
            try {
                keep(file, Spool.flagsOf(file), Spool.receivedAt(file));
            } catch (IOException | MessagingException | RuntimeException | StackOverflowError e) {
                log.warn("A mail on disk cannot be read, and stays there unread: {}", file.getFileName());
            }
        }
    }

    @Override
    public synchronized void take(Path temporary) throws IOException, MailRefused {
        Date now = new Date();
        Path file = spool.place(temporary, new Flags(), now);
        try {
            keep(file, new Flags(), now);
        } catch (MessagingException | RuntimeException | StackOverflowError e) {
            Files.deleteIfExists(file);
            throw new MailRefused("554 5.6.0 This message cannot be understood");
        }
    }

    private long keep(Path file, Flags flags, Date receivedAt) throws IOException, MessagingException {
        try (SharedFileInputStream content = new SharedFileInputStream(file.toFile())) {
            long uid = super.appendMessage(new MimeMessage(SESSION, content), flags, receivedAt);
            files.put(uid, file);
            return uid;
        } finally {
            uids = null;
        }
    }

    @Override
    public long appendMessage(MimeMessage message, Flags flags, Date receivedAt) {
        Path temporary = null;
        try {
            temporary = spool.temporary();
            try (DurableFile file = new DurableFile(temporary)) {
                message.writeTo(file);
                file.force();
            }
            synchronized (this) {
                return keep(spool.place(temporary, flags, receivedAt), flags, receivedAt);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } finally {
            Spool.discard(temporary);
        }
    }

    @Override
    public void store(MovingMessage mail) {
        store(mail.getMessage());
    }

    @Override
    public void store(MimeMessage mail) {
        appendMessage(mail, new Flags(), new Date());
    }

    @Override
    public synchronized void setFlags(Flags flags, boolean value, long uid, FolderListener silent, boolean addUid)
            throws FolderException {
        Flags wanted = flagsOf(uid);
        if (value) {
            wanted.add(flags);
        } else {
            wanted.remove(flags);
        }
        write(uid, wanted);
        super.setFlags(flags, value, uid, silent, addUid);
    }

    @Override
    public synchronized void replaceFlags(Flags flags, long uid, FolderListener silent, boolean addUid)
            throws FolderException {
        write(uid, flags);
        super.replaceFlags(flags, uid, silent, addUid);
    }

    private Flags flagsOf(long uid) throws FolderException {
        StoredMessage message = getMessage(uid);
        if (message == null) {
            throw new FolderException("No such message");
        }
        return message.getFlags();
    }

    /** A rename: it outlives the process at once, and a power cut as soon as the file system has written it back. */
    private void write(long uid, Flags flags) throws FolderException {
        try {
            files.put(uid, Spool.rename(files.get(uid), flags));
        } catch (IOException e) {
            throw new FolderException("The flags could not be kept", e);
        }
    }

    @Override
    public void expunge() throws FolderException {
        expunge(null);
    }

    @Override
    public synchronized void expunge(IdRange[] ranges) {
        try {
            for (long uid : getMessageUids()) {
                if (getMessage(uid).isSet(Flags.Flag.DELETED)
                        && (ranges == null || IdRange.containsUid(ranges, uid))) {
                    Files.deleteIfExists(files.get(uid));
                    files.remove(uid);
                }
            }
            super.expunge(ranges);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            uids = null;
        }
    }

    @Override
    public synchronized long copyMessage(long uid, MailFolder to) throws FolderException {
        return super.copyMessage(uid, to);
    }

    @Override
    public long moveMessage(long uid, MailFolder to) throws FolderException {
        throw new FolderException("There is only INBOX");
    }

    @Override
    public void deleteAllMessages() {
        throw new UnsupportedOperationException("Mail is kept");
    }

    /** Keywords would not outlive a restart, so clients are told that there are none. */
    @Override
    public Flags getPermanentFlags() {
        return getAvailableFlags();
    }

    /** GreenMail asks this once per message and command; not copying it each time keeps big mailboxes quick. */
    @Override
    public synchronized long[] getMessageUids() {
        if (uids == null) {
            uids = super.getMessageUids();
        }
        return uids;
    }

    @Override
    public void addListener(FolderListener listener) {
        listeners.put(listener, Thread.currentThread());
        super.addListener(listener);
    }

    @Override
    public void removeListener(FolderListener listener) {
        listeners.remove(listener);
        super.removeListener(listener);
    }

    void forgetListenersOf(Thread connection) {
        listeners.forEach((listener, thread) -> {
            if (thread == connection) {
                removeListener(listener);
            }
        });
    }

    private static Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.mime.allowutf8", "true");
        return Session.getInstance(properties);
    }
}
