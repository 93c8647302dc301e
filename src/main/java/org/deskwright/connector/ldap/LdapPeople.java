package org.deskwright.connector.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.deskwright.identity.Person;

/**
 * People's entries, and what they mean: {@code uid} is the login, {@code cn} the name, {@code ou} the department.
 * {@code loginDisabled: TRUE} is a disabled account, any {@code pwdAccountLockedTime} a locked one.
 */
final class LdapPeople {

    static final Comparator<Entry> BY_LOGIN = Comparator.comparing(LdapPeople::login);

    private static final String[] ATTRIBUTES = {"uid", "cn", "mail", "title", "ou", "manager", "loginDisabled",
        "pwdAccountLockedTime"};

    private final LdapConnections connections;
    private final LdapProperties properties;

    LdapPeople(LdapConnections connections, LdapProperties properties) {
        this.connections = connections;
        this.properties = properties;
    }

    /** The one entry with this login; nobody if there are several, since nobody could say who is meant. */
    Optional<SearchResultEntry> withLogin(LdapCall call, String login) {
        if (login == null || login.isBlank()) {
            return Optional.empty();
        }
        List<SearchResultEntry> found = matching(call, Filter.createEqualityFilter("uid", login), 2);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    List<SearchResultEntry> matching(LdapCall call, Filter filter, int limit) {
        Filter people = Filter.createANDFilter(Filter.createPresenceFilter("uid"), filter);
        SearchRequest search = new SearchRequest(properties.peopleDn(), SearchScope.SUB, people, ATTRIBUTES);
        search.setSizeLimit(limit);
        return connections.search(call, search);
    }

    /** Each of them once, ordered by login. */
    List<Person> persons(LdapCall call, Collection<SearchResultEntry> entries) {
        LdapMemberships memberships = new LdapMemberships(connections, properties, call);
        return entries.stream().distinct()
                .sorted(BY_LOGIN)
                .map(entry -> person(call, entry, memberships))
                .toList();
    }

    static boolean isEnabled(Entry entry) {
        return !Boolean.TRUE.equals(entry.getAttributeValueAsBoolean("loginDisabled"));
    }

    static boolean isLocked(Entry entry) {
        return entry.hasAttribute("pwdAccountLockedTime");
    }

    private Person person(LdapCall call, SearchResultEntry entry, LdapMemberships memberships) {
        String login = login(entry);
        String name = entry.hasAttribute("cn") ? entry.getAttributeValue("cn") : login;
        return new Person(login, name, entry.getAttributeValue("mail"), entry.getAttributeValue("title"),
                entry.getAttributeValue("ou"), managerOf(call, entry), memberships.of(entry.getDN()), isEnabled(entry));
    }

    private static String login(Entry entry) {
        return entry.getAttributeValue("uid").toLowerCase(Locale.ROOT);
    }

    private String managerOf(LdapCall call, Entry entry) {
        String manager = entry.getAttributeValue("manager");
        if (manager == null) {
            return null;
        }
        try {
            RDN name = new DN(manager).getRDN();
            if (name != null && name.hasAttribute("uid")) {
                return name.getAttributeValues()[0].toLowerCase(Locale.ROOT);
            }
        } catch (LDAPException e) {
            return null;
        }
        return connections.search(call, new SearchRequest(manager, SearchScope.BASE,
                Filter.createPresenceFilter("uid"), "uid")).stream().findFirst().map(LdapPeople::login).orElse(null);
    }
}
