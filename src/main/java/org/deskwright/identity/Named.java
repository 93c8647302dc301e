package org.deskwright.identity;

import java.util.List;
import java.util.Optional;

/**
 * Whom a text names.
 *
 * @param whole whether all of the text was read; if not, it may name others, too
 */
public record Named(List<Person> people, boolean whole) {

    /** Whether it names anybody else; empty if nobody can say, as not all of it was read. */
    public Optional<Boolean> anybodyBut(String login) {
        boolean named = people.stream().anyMatch(person -> !person.login().equals(login));
        return named || whole ? Optional.of(named) : Optional.empty();
    }
}
