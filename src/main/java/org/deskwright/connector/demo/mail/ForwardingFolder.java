package org.deskwright.connector.demo.mail;

import com.icegreen.greenmail.foedus.util.MsgRangeFilter;
import com.icegreen.greenmail.imap.commands.IdRange;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.SearchTerm;
import java.util.Date;
import java.util.List;

/** Hands everything on to GreenMail's folder in memory; {@link Postbox} says what is different. */
abstract class ForwardingFolder implements MailFolder, UIDFolder {

    final MailFolder memory;

    ForwardingFolder(MailFolder memory) {
        this.memory = memory;
    }

    @Override
    public String getName() {
        return memory.getName();
    }

    @Override
    public String getFullName() {
        return memory.getFullName();
    }

    @Override
    public Flags getAvailableFlags() {
        return memory.getAvailableFlags();
    }

    @Override
    public Flags getPermanentFlags() {
        return memory.getPermanentFlags();
    }

    @Override
    public int getMessageCount() {
        return memory.getMessageCount();
    }

    @Override
    public int getRecentCount(boolean reset) {
        return memory.getRecentCount(reset);
    }

    @Override
    public long getUidValidity() {
        return memory.getUidValidity();
    }

    @Override
    public int getFirstUnseen() {
        return memory.getFirstUnseen();
    }

    @Override
    public int getUnseenCount() {
        return memory.getUnseenCount();
    }

    @Override
    public boolean isSelectable() {
        return memory.isSelectable();
    }

    @Override
    public long getUIDNext() {
        return memory.getUIDNext();
    }

    @Override
    public long appendMessage(MimeMessage message, Flags flags, Date date) {
        return memory.appendMessage(message, flags, date);
    }

    @Override
    public void deleteAllMessages() {
        memory.deleteAllMessages();
    }

    @Override
    public void expunge() throws FolderException {
        memory.expunge();
    }

    @Override
    public void expunge(IdRange[] uids) {
        memory.expunge(uids);
    }

    @Override
    public void addListener(FolderListener listener) {
        memory.addListener(listener);
    }

    @Override
    public void removeListener(FolderListener listener) {
        memory.removeListener(listener);
    }

    @Override
    public void store(MovingMessage mail) throws Exception {
        memory.store(mail);
    }

    @Override
    public void store(MimeMessage mail) throws Exception {
        memory.store(mail);
    }

    @Override
    public StoredMessage getMessage(long uid) {
        return memory.getMessage(uid);
    }

    @Override
    public long[] getMessageUids() {
        return memory.getMessageUids();
    }

    @Override
    public long[] search(SearchTerm term) {
        return memory.search(term);
    }

    @Override
    public long copyMessage(long uid, MailFolder to) throws FolderException {
        return memory.copyMessage(uid, to);
    }

    @Override
    public long moveMessage(long uid, MailFolder to) throws FolderException {
        return memory.moveMessage(uid, to);
    }

    @Override
    public void setFlags(Flags flags, boolean value, long uid, FolderListener silent, boolean addUid)
            throws FolderException {
        memory.setFlags(flags, value, uid, silent, addUid);
    }

    @Override
    public void replaceFlags(Flags flags, long uid, FolderListener silent, boolean addUid) throws FolderException {
        memory.replaceFlags(flags, uid, silent, addUid);
    }

    @Override
    public int getMsn(long uid) throws FolderException {
        return memory.getMsn(uid);
    }

    @Override
    public void signalDeletion() {
        memory.signalDeletion();
    }

    @Override
    public List<StoredMessage> getMessages(MsgRangeFilter range) {
        return memory.getMessages(range);
    }

    @Override
    public List<StoredMessage> getMessages() {
        return memory.getMessages();
    }

    @Override
    public List<StoredMessage> getNonDeletedMessages() {
        return memory.getNonDeletedMessages();
    }

    @Override
    public long getUIDValidity() {
        return getUidValidity();
    }

    @Override
    public Message getMessageByUID(long uid) throws MessagingException {
        return ((UIDFolder) memory).getMessageByUID(uid);
    }

    @Override
    public Message[] getMessagesByUID(long start, long end) throws MessagingException {
        return ((UIDFolder) memory).getMessagesByUID(start, end);
    }

    @Override
    public Message[] getMessagesByUID(long[] uids) throws MessagingException {
        return ((UIDFolder) memory).getMessagesByUID(uids);
    }

    @Override
    public long getUID(Message message) throws MessagingException {
        return ((UIDFolder) memory).getUID(message);
    }
}
