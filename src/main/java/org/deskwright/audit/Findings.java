package org.deskwright.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is wrong with a record, in the order in which it was found. Many findings of one kind leave room for the first of every
 * other kind, however late it comes; so the first entry that is wrong is always among them.
 */
final class Findings {

    /** More than this say nothing new, unless they are of a kind that was not named yet. */
    private static final int MOST = 20;

    private final List<String> said = new ArrayList<>();
    private final Set<Object> kinds = new HashSet<>();

    /** @param kind one of few: the words of the program, or what it gathers alike findings in */
    void add(Object kind, String finding) {
        if (kinds.add(kind) || said.size() < MOST) {
            said.add(OneLine.of(finding));
        }
    }

    List<String> all() {
        return List.copyOf(said);
    }
}
