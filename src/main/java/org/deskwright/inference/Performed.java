package org.deskwright.inference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of a chain.
 *
 * @param answer of the first performer who was sure, or else of the surest of those who had any; empty if nobody had
 * @param by     who gave it; a person if nobody did
 * @param sure   whether that performer was
 * @param tried  everybody who was asked, in order
 */
public record Performed<A>(Optional<A> answer, Performer by, boolean sure, List<Trial> tried) {

    /** What came of asking one of them. */
    public enum Result {
        SURE, UNSURE, NOTHING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param why    there is nothing, in words without anything of the text; {@code null} if there is something
     * @param broken whether what came broke the form that was asked for
     */
    public record Trial(Performer performer, Result result, String why, boolean broken) {
    }

    /** Whether anybody's answer broke its form, whoever did the work then. */
    public boolean isBroken() {
        return tried.stream().anyMatch(Trial::broken);
    }
}
