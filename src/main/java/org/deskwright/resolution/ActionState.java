package org.deskwright.resolution;

import org.deskwright.ticket.Word;

/** Where an action stands in the ledger. */
public enum ActionState implements Word {
    PLANNED, IN_FLIGHT, CONFIRMED, REFUSED, UNKNOWN, REVOKED;

    /** Whether the target did it, even if it was taken back since. */
    public boolean wasDone() {
        return this == CONFIRMED || this == REVOKED;
    }
}
