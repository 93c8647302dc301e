package org.deskwright.governance;

import org.deskwright.ticket.Word;

/** Whether the desk may do one more of this alone, or which limit forbids it. */
enum Limit implements Word {
    WITHIN, PERSON, SENDER, BREAKER
}
