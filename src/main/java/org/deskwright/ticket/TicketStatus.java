package org.deskwright.ticket;

import java.util.Optional;

/** Where a ticket stands. The lower-case form with hyphens is what the API and the database speak. */
public enum TicketStatus implements Word {
    RECEIVED, IN_TRIAGE, IN_REVIEW, IN_PROGRESS, AWAITING_REQUESTER, RESOLVED, ESCALATED, CLOSED;

    public static Optional<TicketStatus> of(String word) {
        return Word.find(TicketStatus.class, word);
    }
}
