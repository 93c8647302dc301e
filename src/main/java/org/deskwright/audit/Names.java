package org.deskwright.audit;

import java.util.Set;

/** Knows under which names the record may hold what is one person's: all are forgotten at once. */
public interface Names {

    /**
     * @param person login or mail address, as {@link Personal#name} writes it
     * @return that one, first, and the others
     */
    Set<String> of(String person);
}
