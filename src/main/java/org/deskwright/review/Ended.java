package org.deskwright.review;

import java.util.Locale;
import java.util.Optional;

import org.deskwright.ticket.Word;

/**
 * How the desk's own work on a ticket can end so that people get it, as end events are named and reasons written. What else a
 * diagram says is no reason.
 */
enum Ended implements Word {
    RESOLUTION_REJECTED, REQUESTER_NOT_VERIFIED, RESET_ESCALATED, LINK_NOT_CONFIRMED, LINK_EXPIRED, ENTITLEMENT_UNCLEAR, OTHER_PERSON_NAMED,
    GRANT_ESCALATED, GRANT_NOT_CONFIRMED, PROCESS_ENDED_BY_HAND, REQUEST_WITHDRAWN;

    /** {@code linkNotConfirmed} is {@code link-not-confirmed}. */
    static Optional<Ended> of(String endState) {
        return Optional.ofNullable(endState).flatMap(drawn -> Word.find(Ended.class, drawn.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT)));
    }
}
