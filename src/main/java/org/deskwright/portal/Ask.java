package org.deskwright.portal;

import java.time.Instant;
import java.util.Optional;

import org.deskwright.identity.OneTimeCodes;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;

/** What a ticket's page asks of its requester now. */
enum Ask {
    NOTHING, CODE,
    /** The code on the phone has run out. */
    NEW_CODE,
    /** A person has asked a question. */
    ANSWER,
    /** The desk itself has asked for what is missing. */
    MISSING_PART,
    CONFIRMATION;

    /**
     * @param missing   whether the desk itself waits for an answer
     * @param takenBack what was done was taken back since: whether it is solved is no question any more
     */
    static Ask of(Ticket ticket, Optional<OneTimeCodes.Awaited> code, boolean missing, boolean takenBack, Instant now) {
        if (ticket.status() == TicketStatus.RESOLVED) {
            return takenBack ? NOTHING : CONFIRMATION;
        }
        if (ticket.status() != TicketStatus.AWAITING_REQUESTER) {
            return NOTHING;
        }
        return code.map(sent -> now.isBefore(sent.expiresAt()) ? CODE : NEW_CODE).orElse(missing ? MISSING_PART : ANSWER);
    }
}
