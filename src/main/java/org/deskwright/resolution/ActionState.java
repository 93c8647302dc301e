package org.deskwright.resolution;

import org.deskwright.ticket.Word;

/** Where an action stands in the ledger. */
public enum ActionState implements Word {
    PLANNED, IN_FLIGHT, CONFIRMED, REFUSED, UNKNOWN, REVOKED
}
