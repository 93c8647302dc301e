package org.deskwright.correspondence;

import org.deskwright.ticket.Word;

/** Why the desk asks a requester nothing. */
public enum Unasked implements Word {
    NOTHING_MISSING,
    WORDS_GONE,
    /** On this ticket, by whoever did that: one of our people may speak with them, or have other reasons. */
    AUTOMATION_STOPPED,
    /** The same, and nothing can be offered to choose from. */
    ASKED_BEFORE,
    /** As often as may be. */
    ASKED_ENOUGH,
    /** Others see to it, or it is done. */
    TOO_LATE,
    /** No answer would come that counts. */
    UNREACHABLE
}
