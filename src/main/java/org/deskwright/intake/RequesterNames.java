package org.deskwright.intake;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.deskwright.audit.Names;
import org.deskwright.audit.Personal;
import org.deskwright.identity.Directory;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.identity.Person;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/** Somebody is in the record under their login, under addresses they wrote from before anybody knew who they are, and under their tickets. */
@Component
class RequesterNames implements Names {

    private final Directory directory;
    private final Tickets tickets;

    RequesterNames(Directory directory, Tickets tickets) {
        this.directory = directory;
        this.tickets = tickets;
    }

    @Override
    public Set<String> of(String person) {
        return of(person, person.indexOf('@') < 0 ? directory.byLogin(person) : directory.byMail(person));
    }

    @Override
    public Set<String> known(String person) {
        try {
            return of(person);
        } catch (DirectoryUnavailable away) {
            return of(person, Optional.empty());
        }
    }

    private Set<String> of(String person, Optional<Person> known) {
        Set<String> names = new LinkedHashSet<>();
        known.map(Person::login).ifPresent(names::add);
        names.add(person);
        known.map(Person::mail).map(Personal::name).ifPresent(names::add);
        List.copyOf(names).forEach(name -> names.addAll(tickets.tracesOf(name)));
        return names;
    }
}
