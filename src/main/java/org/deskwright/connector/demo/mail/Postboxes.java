package org.deskwright.connector.demo.mail;

import com.icegreen.greenmail.imap.AuthorizationException;
import com.icegreen.greenmail.imap.ImapConstants;
import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.InMemoryStore;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.Store;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Every mailbox, one INBOX each, kept on disk. A user reaches their own INBOX and nothing else: GreenMail's own would
 * also open {@code #mail.<somebody>.INBOX} and so let anyone read recovery links or append stamped mail to the desk's.
 */
final class Postboxes implements ImapHostManager {

    private final Path spool;
    private final InMemoryStore store = new InMemoryStore();
    private final Map<String, Postbox> byAddress = new ConcurrentHashMap<>();

    private Postboxes(Path spool) {
        this.spool = spool;
        store.setQuotaSupported(false);
    }

    static Postboxes load(Path spool) throws IOException {
        Postboxes postboxes = new Postboxes(spool);
        for (String address : Spool.addressesIn(spool)) {
            postboxes.of(address);
        }
        return postboxes;
    }

    /** The mailbox of an account; made when first asked for. */
    Postbox of(String address) {
        return byAddress.computeIfAbsent(address, this::open);
    }

    private Postbox open(String address) {
        try {
            MailFolder root;
            MailFolder inbox;
            synchronized (store) {
                MailFolder top = store.getMailbox(ImapConstants.USER_NAMESPACE);
                root = store.createMailbox(top, Owner.namespaceOf(address), false);
                inbox = store.createMailbox(root, ImapConstants.INBOX_NAME, true);
            }
            Postbox postbox = new Postbox(root, inbox, Spool.of(spool, address));
            postbox.load();
            return postbox;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    /** To be called in a connection's thread at its end: GreenMail forgets listeners of connections that broke. */
    void forgetListeners() {
        byAddress.values().forEach(postbox -> postbox.forgetListenersOf(Thread.currentThread()));
    }

    int countOfMails() {
        return byAddress.values().stream().mapToInt(MailFolder::getMessageCount).sum();
    }

    @Override
    public MailFolder getFolder(GreenMailUser user, String name) {
        Postbox own = of(user.getEmail());
        // the empty name is the root, of which clients ask the hierarchy delimiter
        return name.isEmpty() ? own.root() : ImapConstants.INBOX_NAME.equalsIgnoreCase(name) ? own : null;
    }

    @Override
    public MailFolder getFolder(GreenMailUser user, String name, boolean mustExist) throws FolderException {
        MailFolder folder = getFolder(user, name);
        if (folder == null && mustExist) {
            throw new FolderException("No such mailbox");
        }
        return folder;
    }

    @Override
    public MailFolder getInbox(GreenMailUser user) {
        return of(user.getEmail());
    }

    @Override
    public Collection<MailFolder> listMailboxes(GreenMailUser user, String pattern) {
        String regex = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("%", "\\E[^.]*\\Q");
        boolean matches = Pattern.compile(regex, Pattern.CASE_INSENSITIVE).matcher(ImapConstants.INBOX_NAME).matches();
        return matches ? List.of(of(user.getEmail())) : List.of();
    }

    @Override
    public Collection<MailFolder> listSubscribedMailboxes(GreenMailUser user, String pattern) {
        return listMailboxes(user, pattern);
    }

    @Override
    public MailFolder createMailbox(GreenMailUser user, String name) throws AuthorizationException {
        throw new AuthorizationException("There is only INBOX");
    }

    @Override
    public void deleteMailbox(GreenMailUser user, String name) throws AuthorizationException {
        throw new AuthorizationException("INBOX stays");
    }

    @Override
    public void renameMailbox(GreenMailUser user, String from, String to) throws AuthorizationException {
        throw new AuthorizationException("INBOX stays");
    }

    @Override
    public void subscribe(GreenMailUser user, String mailbox) {
        // INBOX always is
    }

    @Override
    public void unsubscribe(GreenMailUser user, String mailbox) {
        // INBOX always is
    }

    @Override
    public void createPrivateMailAccount(GreenMailUser user) {
        of(user.getEmail());
    }

    @Override
    public void deletePrivateMailAccount(GreenMailUser user) {
        throw new UnsupportedOperationException("Mail is kept");
    }

    @Override
    public List<StoredMessage> getAllMessages() {
        return byAddress.values().stream().flatMap(postbox -> postbox.getMessages().stream()).toList();
    }

    @Override
    public char getHierarchyDelimiter() {
        return ImapConstants.HIERARCHY_DELIMITER_CHAR;
    }

    @Override
    public Store getStore() {
        return store;
    }
}
