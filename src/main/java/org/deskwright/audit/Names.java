package org.deskwright.audit;

import java.util.Set;

/** Knows under which names the record may hold what is one person's: all are forgotten at once. */
public interface Names {

    /**
     * @param person login or mail address, as {@link Personal#name} writes it
     * @return all of them, that one as well; the login first, if they have one, so that whoever is asked for under two names is the same
     */
    Set<String> of(String person);

    /** For readers: as many of them as can be found out at the moment. */
    Set<String> known(String person);
}
