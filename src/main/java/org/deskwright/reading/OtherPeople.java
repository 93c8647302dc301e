package org.deskwright.reading;

import java.util.List;

/**
 * Whether a text asks for somebody else, or about them; in doubt it does.
 *
 * @param people  as written
 * @param because the words that led there
 */
public record OtherPeople(List<String> people, List<String> because) {

    public OtherPeople {
        people = List.copyOf(people);
        because = List.copyOf(because);
    }

    public boolean areNamed() {
        return !because.isEmpty();
    }
}
