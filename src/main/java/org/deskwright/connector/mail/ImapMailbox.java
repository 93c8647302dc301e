package org.deskwright.connector.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.MessageIDTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.deskwright.intake.IncomingMail;
import org.deskwright.intake.Mailbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The desk's INBOX over IMAP (RFC 3501). One connection per round, and per mail looked for; rounds do not overlap. */
final class ImapMailbox implements Mailbox {

    private static final Logger log = LoggerFactory.getLogger(ImapMailbox.class);
    private static final int MAX_PER_ROUND = 200;
    /** So many in a row are not poisoned mails but a sink that is down. */
    private static final int MAX_FAILURES_IN_A_ROW = 10;
    private static final String CONNECT_MILLIS = "2000";
    private static final String READ_MILLIS = "20000";

    private final MailSettings.Imap settings;
    private final Session session;
    private final Set<Long> failedBefore = new HashSet<>();

    ImapMailbox(MailSettings.Imap settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    /** @throws MailUnavailable if the server cannot be reached or breaks off; what was taken until then stays taken */
    @Override
    public synchronized int collect(Consumer<IncomingMail> sink) {
        return inInbox(Folder.READ_WRITE, inbox -> takeFrom(inbox, sink));
    }

    /** @throws MailUnavailable if the server cannot be reached or breaks off */
    @Override
    public List<IncomingMail> find(String messageId) {
        return inInbox(Folder.READ_ONLY, inbox -> {
            List<IncomingMail> found = new ArrayList<>();
            for (Message message : inbox.search(new MessageIDTerm(messageId))) {
                try (LocalCopy copy = LocalCopy.of((MimeMessage) message)) {
                    found.add(MimeReading.read(copy.message()));
                } catch (IOException e) {
                    throw new MessagingException("A mail could not be copied", e);
                }
            }
            return found;
        });
    }

    private interface Visit<T> {
        T to(Folder inbox) throws MessagingException;
    }

    private <T> T inInbox(int mode, Visit<T> visit) {
        try (Store store = session.getStore()) {
            store.connect(settings.host(), settings.port(), settings.user(), settings.password());
            Folder inbox = store.getFolder("INBOX");
            inbox.open(mode);
            try {
                return visit.to(inbox);
            } finally {
                if (inbox.isOpen()) {
                    // not close(), which would expunge what somebody else marked as deleted
                    inbox.close(false);
                }
            }
        } catch (MessagingException e) {
            throw new MailUnavailable("The mailbox cannot be read now", e);
        }
    }

    private int takeFrom(Folder inbox, Consumer<IncomingMail> sink) throws MessagingException {
        int taken = 0;
        int failures = 0;
        List<Long> failed = new ArrayList<>();
        for (Message message : unseen(inbox)) {
            if (taken == MAX_PER_ROUND || failures == MAX_FAILURES_IN_A_ROW) {
                break;
            }
            long uid = ((UIDFolder) inbox).getUID(message);
            if (take(message, uid, sink)) {
                failedBefore.remove(uid);
                taken++;
                failures = 0;
            } else {
                failed.add(uid);
                failures++;
            }
        }
        failedBefore.addAll(failed);
        return taken;
    }

    /**
     * Oldest first, but those that failed before come last: they must not keep others waiting. No more are looked at than one
     * round can take besides those, however many wait.
     */
    private List<Message> unseen(Folder inbox) throws MessagingException {
        Message[] waiting = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        Message[] found = Arrays.copyOf(waiting, Math.min(waiting.length, MAX_PER_ROUND + failedBefore.size()));
        FetchProfile profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        // asked for alone: an envelope that the server cannot make must not spoil the round
        profile.add(FetchProfile.Item.SIZE);
        inbox.fetch(found, profile);
        Map<Message, Long> uids = new LinkedHashMap<>();
        for (Message message : found) {
            uids.put(message, ((UIDFolder) inbox).getUID(message));
        }
        long last = uids.values().stream().mapToLong(Long::longValue).max().orElse(0);
        failedBefore.removeIf(uid -> (found.length == waiting.length || uid <= last) && !uids.containsValue(uid));
        return uids.keySet().stream().sorted(Comparator.<Message, Boolean>comparing(message -> failedBefore.contains(uids.get(message)))
                .thenComparing(Message::getMessageNumber)).toList();
    }

    /** @throws MessagingException if the connection is gone, which says nothing about this mail */
    private boolean take(Message message, long uid, Consumer<IncomingMail> sink) throws MessagingException {
        try (LocalCopy copy = LocalCopy.of((MimeMessage) message)) {
            sink.accept(MimeReading.read(copy.message()));
            message.setFlag(Flags.Flag.SEEN, true);
            return true;
        } catch (FolderClosedException | StoreClosedException e) {
            throw e;
        } catch (MessagingException | IOException | RuntimeException | StackOverflowError e) {
            if (!message.getFolder().isOpen()) {
                throw new FolderClosedException(message.getFolder(), "The connection broke", null);
            }
            // neither content nor the exception's message, which may quote it
            log.warn("Mail with UID {} was not taken ({}); it is tried again", uid, e.getClass().getSimpleName());
            return false;
        }
    }

    private static Properties properties(MailSettings.Imap settings) {
        String protocol = settings.ssl() ? "imaps" : "imap";
        Properties properties = new Properties();
        properties.setProperty("mail.store.protocol", protocol);
        properties.setProperty("mail.mime.allowutf8", "true");
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", READ_MILLIS);
        properties.setProperty(prefix + "writetimeout", READ_MILLIS);
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "fetchsize", String.valueOf(1 << 20));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required",
                String.valueOf(!settings.ssl() && MailSettings.needsTls(settings.host())));
        return properties;
    }
}
