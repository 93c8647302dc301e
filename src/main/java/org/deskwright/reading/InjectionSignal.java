package org.deskwright.reading;

import java.util.List;
import java.util.Set;

/**
 * Whether a text looks as if it were written for a machine. It is a reason for a person to look, never what keeps the desk
 * safe: that is the gate.
 *
 * @param because what was found, as written where it is words
 */
public record InjectionSignal(Set<InjectionSign> signs, List<String> because) {

    public InjectionSignal {
        signs = Set.copyOf(signs);
        because = List.copyOf(because);
    }

    public boolean isPresent() {
        return !signs.isEmpty();
    }
}
