package org.deskwright.connector.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The people in a group, directly or through groups in it. */
final class LdapMembers {

    /** How many people one request asks for; far below the size limits that directories put on an answer. */
    private static final int BATCH = 100;

    private final LdapConnections connections;
    private final LdapPeople people;
    private final LdapProperties properties;

    LdapMembers(LdapConnections connections, LdapPeople people, LdapProperties properties) {
        this.connections = connections;
        this.people = people;
        this.properties = properties;
    }

    List<SearchResultEntry> of(LdapCall call, String group) {
        Set<DN> wanted = peopleIn(call, group);
        List<SearchResultEntry> found = new ArrayList<>();
        List<DN> all = List.copyOf(wanted);
        for (int start = 0; start < all.size(); start += BATCH) {
            List<Filter> names = all.subList(start, Math.min(start + BATCH, all.size())).stream()
                    .map(dn -> sameName(dn.getRDN())).toList();
            people.matching(call, Filter.createORFilter(names), 0).stream()
                    // the same name may exist in another branch
                    .filter(entry -> dn(entry.getDN()).map(wanted::contains).orElse(false))
                    .forEach(found::add);
        }
        return found;
    }

    private Set<DN> peopleIn(LdapCall call, String group) {
        DN groups = dn(properties.groupsDn()).orElseThrow();
        DN persons = dn(properties.peopleDn()).orElseThrow();
        Set<DN> found = new HashSet<>();
        Set<DN> seen = new HashSet<>();
        Deque<DN> nested = new ArrayDeque<>();
        members(call, groups, SearchScope.SUB, Filter.createEqualityFilter("cn", group)).forEach(nested::add);
        while (!nested.isEmpty()) {
            DN next = nested.pop();
            if (!seen.add(next)) {
                continue;
            }
            if (next.isDescendantOf(persons, false)) {
                found.add(next);
            } else if (next.isDescendantOf(groups, false)) {
                members(call, next, SearchScope.BASE, Filter.createPresenceFilter("member")).forEach(nested::push);
            }
        }
        return found;
    }

    private Collection<DN> members(LdapCall call, DN base, SearchScope scope, Filter filter) {
        Set<DN> members = new HashSet<>();
        for (SearchResultEntry entry : connections.search(call,
                new SearchRequest(base.toString(), scope, filter, "member"))) {
            String[] values = entry.getAttributeValues("member");
            for (String value : values == null ? new String[0] : values) {
                dn(value).ifPresent(members::add);
            }
        }
        return members;
    }

    private static Filter sameName(RDN name) {
        List<Filter> parts = new ArrayList<>();
        for (int i = 0; i < name.getValueCount(); i++) {
            parts.add(Filter.createEqualityFilter(name.getAttributeNames()[i], name.getAttributeValues()[i]));
        }
        return Filter.createANDFilter(parts);
    }

    private static Optional<DN> dn(String text) {
        try {
            return Optional.of(new DN(text));
        } catch (LDAPException e) {
            return Optional.empty();
        }
    }
}
