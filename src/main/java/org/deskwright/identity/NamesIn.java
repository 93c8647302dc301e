package org.deskwright.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

/** Whose names do not leave the machine with a text: those of everybody whom the directory finds in it, and of whoever wrote it. */
@Component
public class NamesIn {

    /** Characters that a name may take where a text is taken apart. */
    private static final int LONGEST_NAME = 200;
    private static final int SHORTEST_PART = 4 * LONGEST_NAME;

    private final Directory directory;

    NamesIn(Directory directory) {
        this.directory = directory;
    }

    /**
     * @param writer login, or {@code null} if nobody knows it
     * @return names and logins
     * @throws DirectoryUnavailable if nobody can say so now
     */
    public Collection<String> of(String text, String writer) {
        List<Person> people = new ArrayList<>(named(text));
        if (writer != null) {
            directory.byLogin(writer).ifPresent(people::add);
        }
        return people.stream().flatMap(person -> Stream.of(person.name(), person.login())).distinct().toList();
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
