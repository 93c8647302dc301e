package org.deskwright.connector.ldap;

import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.deskwright.identity.Directory;
import org.deskwright.identity.Named;
import org.deskwright.identity.Person;

/** Asks an LDAP directory who people are. What people typed reaches a filter as a value only, never as its text. */
final class LdapDirectory implements Directory {

    /** At most so many entries are looked through to find the first few in order. */
    private static final int MOST_FOUND = 2_000;
    private static final int NAMES_PER_REQUEST = 50;

    private final LdapConnections connections;
    private final LdapPeople people;
    private final LdapProperties properties;

    LdapDirectory(LdapConnections connections, LdapPeople people, LdapProperties properties) {
        this.connections = connections;
        this.people = people;
        this.properties = properties;
    }

    @Override
    public Optional<Person> byLogin(String login) {
        LdapCall call = connections.call();
        return people.withLogin(call, login).map(entry -> person(call, entry));
    }

    /** An address that two people share is nobody's. */
    @Override
    public Optional<Person> byMail(String address) {
        if (address == null || address.isBlank()) {
            return Optional.empty();
        }
        LdapCall call = connections.call();
        List<SearchResultEntry> found = people.matching(call, Filter.createEqualityFilter("mail", address.strip()), 10)
                .stream().filter(entry -> address.strip().equalsIgnoreCase(entry.getAttributeValue("mail"))).toList();
        return found.size() == 1 ? Optional.of(person(call, found.get(0))) : Optional.empty();
    }

    @Override
    public Optional<Person> authenticate(String login, String password) {
        if (password == null || password.isEmpty()) {
            return Optional.empty();
        }
        LdapCall call = connections.call();
        return people.withLogin(call, login)
                .filter(LdapPeople::isEnabled)
                .filter(entry -> !LdapPeople.isLocked(entry))
                .filter(entry -> connections.signIn(call, entry.getDN(), password))
                .map(entry -> person(call, entry));
    }

    @Override
    public List<Person> find(String term, int limit) {
        LdapCall call = connections.call();
        String part = term == null ? "" : term.strip();
        Filter filter = part.isEmpty() ? Filter.createPresenceFilter("uid")
                : Filter.createORFilter(contains("uid", part), contains("cn", part), contains("mail", part));
        List<SearchResultEntry> first = people.matching(call, filter, Math.max(limit, MOST_FOUND)).stream()
                .sorted(LdapPeople.BY_LOGIN).limit(limit).toList();
        return people.persons(call, first);
    }

    @Override
    public List<Person> membersOf(String group) {
        if (group == null || group.isBlank()) {
            return List.of();
        }
        LdapCall call = connections.call();
        return people.persons(call, new LdapMembers(connections, people, properties).of(call, group));
    }

    @Override
    public List<String> groups() {
        return connections.search(connections.call(), new SearchRequest(properties.groupsDn(), SearchScope.SUB,
                        Filter.createPresenceFilter("cn"), "cn")).stream()
                .map(entry -> entry.getAttributeValue("cn"))
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    @Override
    public Set<String> missing(Set<String> groups) {
        if (groups.isEmpty()) {
            return Set.of();
        }
        List<Filter> names = groups.stream().map(group -> Filter.createEqualityFilter("cn", group)).toList();
        Set<String> missing = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        missing.addAll(groups);
        connections.search(connections.call(), new SearchRequest(properties.groupsDn(), SearchScope.SUB, Filter.createORFilter(names), "cn")).stream()
                .map(entry -> entry.getAttributeValue("cn")).filter(Objects::nonNull).forEach(missing::remove);
        return missing;
    }

    @Override
    public Optional<Set<String>> groupsAbove(String group) {
        LdapCall call = connections.call();
        LdapMemberships memberships = new LdapMemberships(connections, properties, call);
        return connections.search(call, new SearchRequest(properties.groupsDn(), SearchScope.SUB,
                        Filter.createEqualityFilter("cn", group), "1.1")).stream().findFirst()
                .map(entry -> memberships.of(entry.getDN()).stream().filter(above -> !above.equalsIgnoreCase(group)).collect(Collectors.toSet()));
    }

    @Override
    public Named namedIn(String text) {
        Mentions.Found found = Mentions.in(text);
        List<Filter> names = found.mentions().stream().map(Mentions.Mention::filter).toList();
        LdapCall call = connections.call();
        Set<SearchResultEntry> named = new LinkedHashSet<>();
        for (int start = 0; start < names.size(); start += NAMES_PER_REQUEST) {
            List<Filter> some = names.subList(start, Math.min(start + NAMES_PER_REQUEST, names.size()));
            named.addAll(people.matching(call, Filter.createORFilter(new ArrayList<>(some)), 0));
        }
        return new Named(people.persons(call, named), found.whole());
    }

    private Person person(LdapCall call, SearchResultEntry entry) {
        return people.persons(call, List.of(entry)).get(0);
    }

    private static Filter contains(String attribute, String part) {
        return Filter.createSubstringFilter(attribute, null, new String[] {part}, null);
    }
}
