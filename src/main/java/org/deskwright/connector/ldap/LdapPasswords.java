package org.deskwright.connector.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;
import java.util.Set;
import org.deskwright.identity.Passwords;
import org.deskwright.identity.TargetRefused;

/** Hands a chosen password to the directory with the password modify operation (RFC 3062), signed in as the desk. */
final class LdapPasswords implements Passwords {

    private static final Set<ResultCode> NOT_THIS_PASSWORD = Set.of(ResultCode.CONSTRAINT_VIOLATION,
            ResultCode.UNWILLING_TO_PERFORM, ResultCode.INVALID_ATTRIBUTE_SYNTAX);
    private static final int LONGEST_REASON = 200;

    private final LdapConnections connections;
    private final LdapPeople people;

    LdapPasswords(LdapConnections connections, LdapPeople people) {
        this.connections = connections;
        this.people = people;
    }

    @Override
    public void choose(String login, String newPassword) {
        if (newPassword == null || newPassword.isEmpty()) {
            // without one, RFC 3062 lets the server make a password up and send it back
            throw new TargetRefused("A new password is needed.");
        }
        LdapCall call = connections.call();
        String account = people.withLogin(call, login).map(SearchResultEntry::getDN)
                .orElseThrow(() -> new TargetRefused("This account is no longer in the directory."));
        LDAPResult result = connections.change(call, request(account, newPassword), () -> { });
        if (result.getResultCode() != ResultCode.SUCCESS) {
            throw new TargetRefused(sentence(result), new LDAPException(result));
        }
    }

    private static PasswordModifyExtendedRequest request(String account, String newPassword) {
        return new PasswordModifyExtendedRequest(account, null, newPassword);
    }

    private static String sentence(LDAPResult result) {
        if (NOT_THIS_PASSWORD.contains(result.getResultCode())) {
            String reason = result.getDiagnosticMessage();
            return "The directory did not accept this password" + (reason == null || reason.isBlank()
                    ? ". Choose a longer or less common one."
                    : ": " + shortened(reason.strip().replaceAll("\\s+", " ")));
        }
        if (result.getResultCode() == ResultCode.INSUFFICIENT_ACCESS_RIGHTS) {
            return "The directory does not let the service desk set this password. Please call the service desk.";
        }
        return "The directory could not set this password. Please call the service desk.";
    }

    private static String shortened(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }
}
