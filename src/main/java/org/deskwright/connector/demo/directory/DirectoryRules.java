package org.deskwright.connector.demo.directory;

import com.unboundid.ldap.listener.InMemoryRequestHandler;
import com.unboundid.ldap.protocol.BindRequestProtocolOp;
import com.unboundid.ldap.protocol.CompareRequestProtocolOp;
import com.unboundid.ldap.protocol.ExtendedRequestProtocolOp;
import com.unboundid.ldap.protocol.ModifyRequestProtocolOp;
import com.unboundid.ldap.protocol.SearchRequestProtocolOp;
import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.ExtendedRequest;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may do what in the demo directory: what speaks against a request, or nothing. */
final class DirectoryRules {

    static final int SHORTEST_PASSWORD = 8;

    private final InMemoryRequestHandler entries;

    DirectoryRules(InMemoryRequestHandler entries) {
        this.entries = entries;
    }

    /** A DN with an empty password would succeed as nobody (RFC 4513, 5.1.2) and look like a sign-in. */
    Optional<LDAPResult> againstBinding(BindRequestProtocolOp bind) {
        entries.setAuthenticatedDN(DN.NULL_DN);
        boolean simple = bind.getCredentialsType() == BindRequestProtocolOp.CRED_TYPE_SIMPLE;
        if (!simple) {
            return refusal(ResultCode.AUTH_METHOD_NOT_SUPPORTED, "Sign in with name and password.");
        }
        boolean empty = bind.getSimplePassword() == null || bind.getSimplePassword().getValueLength() == 0;
        return !bind.getBindDN().isEmpty() && empty
                ? refusal(ResultCode.UNWILLING_TO_PERFORM, "A password is needed.") : Optional.empty();
    }

    /** Asked after the password was right; signs the client out again if its account is closed. */
    Optional<LDAPResult> againstSignedInAccount() {
        Optional<LDAPResult> closed = againstUsing(entries.getAuthenticatedDN());
        closed.ifPresent(refused -> entries.setAuthenticatedDN(DN.NULL_DN));
        return closed;
    }

    Optional<LDAPResult> againstSearching(SearchRequestProtocolOp search) {
        boolean rootEntry = search.getBaseDN().isEmpty() && search.getScope() == SearchScope.BASE;
        if (isAnonymous() && !rootEntry) {
            return signInFirst();
        }
        return asksForPasswords(search.getFilter()) ? nobodyReadsPasswords() : Optional.empty();
    }

    Optional<LDAPResult> againstComparing(CompareRequestProtocolOp compare) {
        if (isAnonymous()) {
            return signInFirst();
        }
        return WithoutPasswords.isPassword(compare.getAttributeName()) ? nobodyReadsPasswords() : Optional.empty();
    }

    Optional<LDAPResult> againstWriting() {
        if (isAnonymous()) {
            return signInFirst();
        }
        return isService() ? Optional.empty() : refusal(ResultCode.INSUFFICIENT_ACCESS_RIGHTS,
                "Only the service desk may change the directory.");
    }

    Optional<LDAPResult> againstModifying(ModifyRequestProtocolOp modify) {
        boolean password = modify.getModifications().stream()
                .anyMatch(change -> WithoutPasswords.isPassword(change.getAttributeName()));
        return againstWriting().or(() -> password ? refusal(ResultCode.UNWILLING_TO_PERFORM,
                "A password is changed with the password modify operation (RFC 3062).") : Optional.empty());
    }

    Optional<LDAPResult> againstChoosing(ExtendedRequestProtocolOp request) {
        return againstWriting().or(() -> {
            try {
                PasswordModifyExtendedRequest choice = new PasswordModifyExtendedRequest(
                        new ExtendedRequest(request.getOID(), request.getValue()));
                return againstPassword(choice.getNewPassword()).or(() -> againstOwner(choice.getUserIdentity()));
            } catch (LDAPException e) {
                return refusal(ResultCode.PROTOCOL_ERROR, "This is no password modify request (RFC 3062).");
            }
        });
    }

    private Optional<LDAPResult> againstPassword(String password) {
        if (password == null || password.isBlank()) {
            return refusal(ResultCode.CONSTRAINT_VIOLATION, "It is empty.");
        }
        if (password.equalsIgnoreCase(DemoDirectoryServer.FIRST_PASSWORD)) {
            return refusal(ResultCode.CONSTRAINT_VIOLATION, "It is the password everybody starts with.");
        }
        return password.codePointCount(0, password.length()) < SHORTEST_PASSWORD
                ? refusal(ResultCode.CONSTRAINT_VIOLATION, "It has fewer than " + SHORTEST_PASSWORD + " characters.")
                : Optional.empty();
    }

    private Optional<LDAPResult> againstOwner(String dn) {
        try {
            if (dn == null || entries.getEntry(new DN(dn)) == null) {
                return refusal(ResultCode.NO_SUCH_OBJECT, "There is no such account.");
            }
            return isDisabled(entries.getEntry(new DN(dn)))
                    ? refusal(ResultCode.UNWILLING_TO_PERFORM, "The account is disabled.") : Optional.empty();
        } catch (LDAPException e) {
            return refusal(ResultCode.INVALID_DN_SYNTAX, "The account is named by its DN.");
        }
    }

    private Optional<LDAPResult> againstUsing(DN account) {
        Entry entry = account.isNullDN() ? null : entries.getEntry(account);
        if (entry == null) {
            return Optional.empty();
        }
        if (isDisabled(entry)) {
            return refusal(ResultCode.INVALID_CREDENTIALS, "The account is disabled.");
        }
        return entry.hasAttribute("pwdAccountLockedTime")
                ? refusal(ResultCode.INVALID_CREDENTIALS, "The account is locked.") : Optional.empty();
    }

    private static boolean isDisabled(Entry account) {
        return Boolean.TRUE.equals(account.getAttributeValueAsBoolean("loginDisabled"));
    }

    private boolean isAnonymous() {
        return entries.getAuthenticatedDN().isNullDN();
    }

    private boolean isService() {
        return entries.getAuthenticatedDN().toNormalizedString().equals(DemoDirectoryServer.SERVICE_DN);
    }

    private static boolean asksForPasswords(Filter filter) {
        boolean here = filter.getAttributeName() != null && WithoutPasswords.isPassword(filter.getAttributeName());
        Stream<Filter> parts = filter.getNOTComponent() == null
                ? Stream.of(filter.getComponents()) : Stream.of(filter.getNOTComponent());
        return here || parts.anyMatch(DirectoryRules::asksForPasswords);
    }

    private static Optional<LDAPResult> signInFirst() {
        return refusal(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "Sign in first.");
    }

    private static Optional<LDAPResult> nobodyReadsPasswords() {
        return refusal(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "Nobody may read passwords.");
    }

    private static Optional<LDAPResult> refusal(ResultCode code, String sentence) {
        return Optional.of(new LDAPResult(-1, code, sentence, null, List.<String>of(), null));
    }
}
