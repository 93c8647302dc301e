package org.deskwright.connector.demo.directory;

import com.unboundid.ldap.listener.InMemoryRequestHandler;
import com.unboundid.ldap.listener.LDAPListenerClientConnection;
import com.unboundid.ldap.listener.LDAPListenerRequestHandler;
import com.unboundid.ldap.protocol.AddRequestProtocolOp;
import com.unboundid.ldap.protocol.AddResponseProtocolOp;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.BindResponseProtocolOp;
import com.unboundid.ldap.protocol.CompareRequestProtocolOp;
import com.unboundid.ldap.protocol.CompareResponseProtocolOp;
import com.unboundid.ldap.protocol.DeleteRequestProtocolOp;
import com.unboundid.ldap.protocol.DeleteResponseProtocolOp;
import com.unboundid.ldap.protocol.ExtendedRequestProtocolOp;
import com.unboundid.ldap.protocol.ExtendedResponseProtocolOp;
import com.unboundid.ldap.protocol.LDAPMessage;
import com.unboundid.ldap.protocol.ModifyDNRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyDNResponseProtocolOp;
import com.unboundid.ldap.protocol.ModifyRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyResponseProtocolOp;
import com.unboundid.ldap.protocol.ProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchResultDoneProtocolOp;
import com.unboundid.ldap.sdk.Control;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;
import com.unboundid.ldap.sdk.extensions.WhoAmIExtendedRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Every request of one client, in order: first whether it may, then the in-memory directory, then the disk. */
final class DirectoryRequests extends LDAPListenerRequestHandler {

    private final InMemoryRequestHandler entries;
    private final DurableChanges changes;
    private final DirectoryRules rules;

    DirectoryRequests(InMemoryRequestHandler entries, DurableChanges changes) {
        this.entries = entries;
        this.changes = changes;
        this.rules = new DirectoryRules(entries);
    }

    @Override
    public DirectoryRequests newInstance(LDAPListenerClientConnection connection) throws LDAPException {
        connection.addSearchEntryTransformer(new WithoutPasswords());
        return new DirectoryRequests(entries.newInstance(connection), changes);
    }

    @Override
    public LDAPMessage processBindRequest(int id, BindRequestProtocolOp bind, List<Control> controls) {
        return first(rules.againstBinding(bind), id, BindResponseProtocolOp::new, () -> {
            LDAPMessage answer = changes.undisturbed(() -> entries.processBindRequest(id, bind, controls));
            // only who knows the password learns that the account is closed
            Optional<LDAPResult> closed = rules.againstSignedInAccount();
            return first(closed, id, BindResponseProtocolOp::new, () -> answer);
        });
    }

    @Override
    public LDAPMessage processSearchRequest(int id, SearchRequestProtocolOp search, List<Control> controls) {
        return first(rules.againstSearching(search), id, SearchResultDoneProtocolOp::new,
                () -> entries.processSearchRequest(id, search, controls));
    }

    @Override
    public LDAPMessage processCompareRequest(int id, CompareRequestProtocolOp compare, List<Control> controls) {
        return first(rules.againstComparing(compare), id, CompareResponseProtocolOp::new,
                () -> entries.processCompareRequest(id, compare, controls));
    }

    @Override
    public LDAPMessage processAddRequest(int id, AddRequestProtocolOp add, List<Control> controls) {
        return change(rules.againstWriting(), id, AddResponseProtocolOp::new,
                () -> entries.processAddRequest(id, add, controls));
    }

    @Override
    public LDAPMessage processModifyRequest(int id, ModifyRequestProtocolOp modify, List<Control> controls) {
        return change(rules.againstModifying(modify), id, ModifyResponseProtocolOp::new,
                () -> entries.processModifyRequest(id, modify, controls));
    }

    @Override
    public LDAPMessage processModifyDNRequest(int id, ModifyDNRequestProtocolOp rename, List<Control> controls) {
        return change(rules.againstWriting(), id, ModifyDNResponseProtocolOp::new,
                () -> entries.processModifyDNRequest(id, rename, controls));
    }

    @Override
    public LDAPMessage processDeleteRequest(int id, DeleteRequestProtocolOp delete, List<Control> controls) {
        return change(rules.againstWriting(), id, DeleteResponseProtocolOp::new,
                () -> entries.processDeleteRequest(id, delete, controls));
    }

    @Override
    public LDAPMessage processExtendedRequest(int id, ExtendedRequestProtocolOp request, List<Control> controls) {
        Supplier<LDAPMessage> carryOut = () -> entries.processExtendedRequest(id, request, controls);
        return switch (request.getOID()) {
            case PasswordModifyExtendedRequest.PASSWORD_MODIFY_REQUEST_OID ->
                    change(rules.againstChoosing(request), id, ExtendedResponseProtocolOp::new, carryOut);
            case WhoAmIExtendedRequest.WHO_AM_I_REQUEST_OID -> carryOut.get();
            // transactions among them: they would write past the rules and past the disk
            default -> answer(id, new LDAPResult(id, ResultCode.PROTOCOL_ERROR, "This operation is not offered.", null,
                    List.<String>of(), null), ExtendedResponseProtocolOp::new);
        };
    }

    private LDAPMessage change(Optional<LDAPResult> refusal, int id, Function<LDAPResult, ProtocolOp> kind,
                               Supplier<LDAPMessage> operation) {
        LDAPResult notKept = new LDAPResult(id, ResultCode.UNAVAILABLE, "The change could not be kept and was undone.",
                null, List.<String>of(), null);
        return first(refusal, id, kind, () -> changes.carryOut(operation, () -> answer(id, notKept, kind)));
    }

    private static LDAPMessage first(Optional<LDAPResult> refusal, int id, Function<LDAPResult, ProtocolOp> kind,
                                     Supplier<LDAPMessage> otherwise) {
        return refusal.map(result -> answer(id, result, kind)).orElseGet(otherwise);
    }

    private static LDAPMessage answer(int id, LDAPResult result, Function<LDAPResult, ProtocolOp> kind) {
        return new LDAPMessage(id, kind.apply(result));
    }
}
