package org.deskwright.connector.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.Set;
import org.deskwright.identity.AccessGroups;
import org.deskwright.identity.Attempt;
import org.deskwright.identity.NotShown;
import org.deskwright.identity.TargetRefused;
import org.deskwright.identity.VerifiedSubject;

/**
 * Adds and removes {@code member} values. LDAP takes no idempotency key, and needs none here: the value is there or not.
 * Only direct membership counts; what somebody has through another group is not this entry's to give or take.
 */
final class LdapAccessGroups implements AccessGroups {

    private final LdapConnections connections;
    private final LdapPeople people;
    private final LdapProperties properties;

    LdapAccessGroups(LdapConnections connections, LdapPeople people, LdapProperties properties) {
        this.connections = connections;
        this.people = people;
        this.properties = properties;
    }

    /** Who is not found is asked for again once the group was seen: it may have been shown only since. */
    @Override
    public boolean isMember(String login, String group) {
        LdapCall call = connections.call();
        Filter member = Filter.createEqualityFilter("member",
                people.withLogin(call, login).map(SearchResultEntry::getDN).orElseThrow(() -> NotShown.account(login)));
        if (shows(call, group, member)) {
            return true;
        }
        if (!shows(call, group, Filter.createPresenceFilter("objectClass"))) {
            throw NotShown.group(group);
        }
        return shows(call, group, member);
    }

    private boolean shows(LdapCall call, String group, Filter filter) {
        return !connections.search(call, new SearchRequest(dnOf(group), SearchScope.BASE, filter, "1.1")).isEmpty();
    }

    @Override
    public void add(VerifiedSubject subject, String group, Attempt attempt) {
        change(subject, group, attempt, ModificationType.ADD,
                Set.of(ResultCode.SUCCESS, ResultCode.ATTRIBUTE_OR_VALUE_EXISTS));
    }

    @Override
    public void remove(VerifiedSubject subject, String group, Attempt attempt) {
        change(subject, group, attempt, ModificationType.DELETE, Set.of(ResultCode.SUCCESS, ResultCode.NO_SUCH_ATTRIBUTE));
    }

    private void change(VerifiedSubject subject, String group, Attempt attempt, ModificationType type, Set<ResultCode> done) {
        LdapCall call = connections.call();
        String member = people.withLogin(call, subject.login()).map(SearchResultEntry::getDN)
                .orElseThrow(() -> new TargetRefused("This account is no longer in the directory."));
        LDAPResult result = connections.change(call,
                new ModifyRequest(dnOf(group), new Modification(type, "member", member)), attempt::begin);
        if (!done.contains(result.getResultCode())) {
            throw new TargetRefused(sentence(group, result.getResultCode()), new LDAPException(result));
        }
    }

    private String dnOf(String group) {
        try {
            return new DN(new RDN("cn", group), new DN(properties.groupsDn())).toString();
        } catch (LDAPException e) {
            throw new IllegalStateException("The base DN in desk.ldap.base-dn is none", e);
        }
    }

    private static String sentence(String group, ResultCode code) {
        if (code == ResultCode.NO_SUCH_OBJECT) {
            return "The directory has no group " + group + ".";
        }
        if (code == ResultCode.INSUFFICIENT_ACCESS_RIGHTS) {
            return "The directory does not let the service desk change the group " + group + ".";
        }
        return "The directory refused to change the group " + group + " (" + code.getName() + ").";
    }
}
