package org.deskwright.triage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.deskwright.identity.Directory;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.identity.Named;
import org.deskwright.identity.Person;
import org.deskwright.inference.Question;
import org.deskwright.ticket.Ticket;
import org.springframework.stereotype.Component;

/** Whose names do not leave the machine with a ticket's words: its requester's, and those of everybody whom the directory finds in them. */
@Component
class NamesToMask {

    /** Characters that a name may take where a text is taken apart. */
    private static final int LONGEST_NAME = 200;
    private static final int SHORTEST_PART = 4 * LONGEST_NAME;

    private final Directory directory;

    NamesToMask(Directory directory) {
        this.directory = directory;
    }

    /** @throws DirectoryUnavailable if nobody can say so now */
    Collection<String> in(String text, Ticket ticket) {
        List<Person> people = new ArrayList<>(named(text.length() <= Question.LONGEST ? text : text.substring(0, Question.LONGEST)));
        if (ticket.requester() != null) {
            directory.byLogin(ticket.requester()).ifPresent(people::add);
        }
        return people.stream().distinct().flatMap(person -> Stream.of(person.name(), person.login())).toList();
    }

    /** The directory reads only so much at once; a part of which it cannot be sure either does not leave. */
    private List<Person> named(String text) {
        Named named = directory.namedIn(text);
        if (named.whole()) {
            return named.people();
        }
        if (text.length() < SHORTEST_PART) {
            throw new DirectoryUnavailable("Whom the text names could not be read to its end", null);
        }
        int half = text.length() / 2;
        List<Person> people = new ArrayList<>(named(text.substring(0, half + LONGEST_NAME)));
        people.addAll(named(text.substring(half)));
        return people;
    }
}
