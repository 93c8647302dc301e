package org.deskwright.connector.demo.directory;

import com.unboundid.ldap.listener.InMemoryDirectoryServerSnapshot;
import com.unboundid.ldap.listener.InMemoryRequestHandler;
import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.GenericResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.sdk.ResultCode;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One change at a time: carried out, on the disk, and only then answered. What cannot be kept is taken back. */
final class DurableChanges {

    private static final Logger LOG = LoggerFactory.getLogger(DurableChanges.class);

    private final InMemoryRequestHandler entries;
    private final DirectoryFile file;

    DurableChanges(InMemoryRequestHandler entries, DirectoryFile file) {
        this.entries = entries;
        this.file = file;
    }

    /** @return the answer for the client, {@code notKept} if the change is not on the disk and therefore undone */
    synchronized LDAPMessage carryOut(Supplier<LDAPMessage> change, Supplier<LDAPMessage> notKept) {
        InMemoryDirectoryServerSnapshot before = entries.createSnapshot();
        try {
            LDAPMessage answer = change.get();
            if (isSuccess(answer)) {
                file.write(entries);
            }
            return answer;
        } catch (RuntimeException e) {
            LOG.error("The demo directory could not keep a change on disk and took it back", e);
            entries.restoreSnapshot(before);
            return notKept.get();
        }
    }

    /**
     * For what checks a password: the encoder keeps one message digest, and two at once on it would find a right password
     * wrong.
     */
    synchronized LDAPMessage undisturbed(Supplier<LDAPMessage> operation) {
        return operation.get();
    }

    /** Extended responses are a class apart from all others. */
    private static boolean isSuccess(LDAPMessage answer) {
        int code = answer.getProtocolOp() instanceof ExtendedResponseProtocolOp extended ? extended.getResultCode()
                : ((GenericResponseProtocolOp) answer.getProtocolOp()).getResultCode();
        return code == ResultCode.SUCCESS.intValue();
    }
}
