package org.deskwright.inference;

import java.util.Arrays;
import java.util.Locale;

/** Who does a step; the outputs of {@code decisions/performer.dmn}. */
public enum Performer {

    /** A language model. */
    MODEL,
    /** What past tickets taught, on this machine. */
    TRAINED,
    /** Words and patterns of {@code config}, on this machine. */
    RULES,
    /** Nobody of the above: people do it, or what was found so far goes to them. */
    PERSON;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whatever is no word of the table is a person: nothing else is done on the ground of a slip. */
    public static Performer of(String word) {
        return Arrays.stream(values()).filter(performer -> performer.word().equals(word)).findFirst().orElse(PERSON);
    }
}
