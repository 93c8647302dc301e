package org.deskwright.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.deskwright.ticket.Word;

/**
 * A question that the desk itself asked a requester, and what came of it.
 *
 * @param place   1 or 2: no more is asked on a ticket
 * @param need    what was missing, as {@code config/reading/questions.yaml} calls it
 * @param words   as it was asked
 * @param offered what could be chosen, by the names people use
 * @param outcome {@code null} while an answer is awaited
 */
public record Clarification(UUID id, int place, String need, String language, String words, List<String> offered, Instant askedAt, Instant remindedAt,
                            Outcome outcome) {

    /** What came of it. */
    public enum Outcome implements Word {
        ANSWERED, PERSON_WANTED, NO_ANSWER,
        /** People or the requester ended the wait. */
        DROPPED
    }

    public boolean isOpen() {
        return outcome == null;
    }
}
