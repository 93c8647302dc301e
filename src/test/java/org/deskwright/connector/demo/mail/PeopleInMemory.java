package org.deskwright.connector.demo.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.deskwright.identity.Directory;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.identity.Named;
import org.deskwright.identity.Person;

/** A directory of a few people whose passwords a test can change. */
public final class PeopleInMemory implements Directory {

    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private volatile boolean unavailable;

    public PeopleInMemory() {
        for (String login : List.of("ada.lindqvist", "ben.okafor", "eva.rossi")) {
            people.put(login, new Person(login, login, login + "@example.org", null, null, null, Set.of("staff"), true));
            passwords.put(login, "demo");
        }
        people.put("svc-backup", new Person("svc-backup", "", null, null, null, null, Set.of(), true));
    }

    public void password(String login, String password) {
        passwords.put(login, password);
    }

    public void unavailable(boolean now) {
        unavailable = now;
    }

    @Override
    public Optional<Person> byLogin(String login) {
        if (unavailable) {
            throw new DirectoryUnavailable("down", null);
        }
        return Optional.ofNullable(people.get(login.toLowerCase()));
    }

    @Override
    public Optional<Person> byMail(String address) {
        if (unavailable) {
            throw new DirectoryUnavailable("down", null);
        }
        return people.values().stream().filter(person -> address.equalsIgnoreCase(person.mail())).findAny();
    }

    @Override
    public Optional<Person> authenticate(String login, String password) {
        return byLogin(login).filter(person -> password.equals(passwords.get(person.login())));
    }

    @Override
    public List<Person> find(String term, int limit) {
        return List.copyOf(people.values());
    }

    @Override
    public List<Person> membersOf(String group) {
        return List.of();
    }

    @Override
    public List<String> groups() {
        return List.of();
    }

    @Override
    public Set<String> missing(Set<String> groups) {
        return groups;
    }

    @Override
    public Optional<Set<String>> groupsAbove(String group) {
        return Optional.empty();
    }

    @Override
    public Named namedIn(String text) {
        return new Named(List.of(), true);
    }
}
