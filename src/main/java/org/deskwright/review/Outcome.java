package org.deskwright.review;

import java.util.Optional;
import java.util.stream.Stream;

import org.deskwright.ticket.Word;

/** What a person can decide at a task; each form offers some of these. EDIT is the approval of something else than proposed. */
public enum Outcome implements Word {
    APPROVE, EDIT, CORRECT, DECLINE, DONE, ASK, TRANSFER, NOTE, RETRY;

    public static Optional<Outcome> of(String word) {
        return Word.find(Outcome.class, word);
    }

    /** Whether the person has to say something with it. */
    public boolean needsText() {
        return this == DECLINE || this == DONE || this == ASK || this == NOTE;
    }

    static Stream<Outcome> withText() {
        return Stream.of(values()).filter(Outcome::needsText);
    }
}
