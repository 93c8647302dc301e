package org.deskwright;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.deskwright.identity.Contact;
import org.deskwright.identity.Directory;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.identity.Entitlement;
import org.deskwright.identity.HumanResources;
import org.deskwright.identity.Named;
import org.deskwright.identity.Person;

/** Some people of Example Corp, in memory; a test can make them leave, or the directory fail. */
public final class ExamplePeople implements Directory, HumanResources {

    private final Map<String, Person> people = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> groupsAbove = new ConcurrentHashMap<>();
    private final Set<String> hidden = ConcurrentHashMap.newKeySet();
    private volatile boolean unavailable;

    public ExamplePeople() {
        add("ada.lindqvist", "Ada Lindqvist", true, "staff", "finance-reports");
        add("ben.okafor", "Ben Okafor", true, "staff", "crm-users");
        add("dmitri.volkov", "Dmitri Volkov", true, "staff", "domain-admins");
        add("eva.rossi", "Eva Rossi", true, "staff", "executives");
        add("hana.sato", "Hana Sato", true, "staff", "service-desk");
        add("judit.nagy", "Judit Nagy", true, "staff", "iam-specialists");
        add("kwame.mensah", "Kwame Mensah", true, "staff", "security");
        add("oscar.lund", "Oscar Lund", false);
        add("svc-backup", "svc-backup", true, "service-accounts");
    }

    public void add(String login, String name, boolean enabled, String... groups) {
        people.put(login, new Person(login, name, login + "@example.org", "Somebody", null, null, Set.of(groups), enabled));
    }

    public void add(String login, String name, String manager) {
        people.put(login, new Person(login, name, login + "@example.org", "Somebody", null, manager, Set.of("staff"), true));
    }

    /** Puts a group into others. */
    public void nest(String inner, String... outer) {
        groupsAbove.put(inner, Set.of(outer));
    }

    /** Takes a group out of sight: its members look as if they were not in it. */
    public void hide(String group) {
        hidden.add(group);
    }

    public void showAll() {
        hidden.clear();
    }

    public void unavailable(boolean now) {
        unavailable = now;
    }

    @Override
    public Optional<Person> byLogin(String login) {
        return all().stream().filter(person -> person.login().equals(login)).findFirst();
    }

    @Override
    public Optional<Person> byMail(String address) {
        return all().stream().filter(person -> person.mail().equalsIgnoreCase(address)).findFirst();
    }

    @Override
    public Optional<Person> authenticate(String login, String password) {
        return byLogin(login).filter(person -> password.equals("demo") && person.enabled());
    }

    @Override
    public List<Person> find(String term, int limit) {
        return all().stream().filter(person -> person.login().contains(term)).limit(limit).toList();
    }

    @Override
    public List<Person> membersOf(String group) {
        return all().stream().filter(person -> person.isIn(group)).toList();
    }

    @Override
    public List<String> groups() {
        return all().stream().flatMap(person -> person.groups().stream()).distinct().toList();
    }

    @Override
    public Set<String> missing(Set<String> groups) {
        all();
        return groups.stream().filter(hidden::contains).collect(Collectors.toSet());
    }

    /** Only groups that the entitlements name exist. */
    @Override
    public Optional<Set<String>> groupsAbove(String group) {
        all();
        return Config.ENTITLEMENTS.items().stream().map(Entitlement::group).filter(group::equals).findFirst()
                .map(known -> groupsAbove.getOrDefault(known, Set.of()));
    }

    @Override
    public Named namedIn(String text) {
        return new Named(all().stream().filter(person -> text.contains(person.name())).toList(), text.length() <= 20_000);
    }

    @Override
    public Optional<Contact> contactOf(String login) {
        return login.startsWith("svc-") ? Optional.empty() : Optional.of(new Contact("+4915550000001", login + "@home.example", Instant.EPOCH));
    }

    private List<Person> all() {
        if (unavailable) {
            throw new DirectoryUnavailable("down", null);
        }
        return people.values().stream().map(this::seen).toList();
    }

    private Person seen(Person person) {
        return hidden.isEmpty() ? person : new Person(person.login(), person.name(), person.mail(), person.title(), person.department(), person.manager(),
                person.groups().stream().filter(group -> !hidden.contains(group)).collect(Collectors.toSet()), person.enabled());
    }
}
