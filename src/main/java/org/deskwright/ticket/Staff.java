package org.deskwright.ticket;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.deskwright.identity.Person;
import org.springframework.stereotype.Component;

/** Who sees all tickets, and speaks for the desk on those of others, by whatever channel. */
@Component
public class Staff {

    private final Set<String> groups;

    Staff(List<StaffGroups> counted) {
        this.groups = counted.stream().flatMap(some -> some.staffGroups().stream()).collect(Collectors.toUnmodifiableSet());
    }

    public boolean isGroup(String name) {
        return groups.contains(name);
    }

    public boolean includes(Person person) {
        return person.enabled() && groups.stream().anyMatch(person::isIn);
    }
}
