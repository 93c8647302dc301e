package org.deskwright.connector.ldap;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The groups somebody is in, directly or through other groups, as of one call; groups in circles do no harm. */
final class LdapMemberships {

    private final LdapConnections connections;
    private final LdapProperties properties;
    private final LdapCall call;
    private final Map<String, List<Group>> askedBefore = new HashMap<>();

    LdapMemberships(LdapConnections connections, LdapProperties properties, LdapCall call) {
        this.connections = connections;
        this.properties = properties;
        this.call = call;
    }

    Set<String> of(String dn) {
        Set<Group> found = new HashSet<>();
        Deque<String> members = new ArrayDeque<>(List.of(dn));
        while (!members.isEmpty()) {
            for (Group group : askedBefore.computeIfAbsent(members.pop(), this::groupsWithMember)) {
                if (found.add(group)) {
                    members.push(group.dn());
                }
            }
        }
        return Set.copyOf(found.stream().map(Group::name).toList());
    }

    private List<Group> groupsWithMember(String dn) {
        return connections.search(call, new SearchRequest(properties.groupsDn(), SearchScope.SUB,
                        Filter.createEqualityFilter("member", dn), "cn")).stream()
                .filter(entry -> entry.hasAttribute("cn"))
                .map(Group::new)
                .toList();
    }

    private record Group(String dn, String name) {
        Group(Entry entry) {
            this(entry.getDN(), entry.getAttributeValue("cn"));
        }
    }
}
