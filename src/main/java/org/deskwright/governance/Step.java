package org.deskwright.governance;

import org.deskwright.ticket.Word;

/** What is asked of the gate; each step has thresholds of its own. */
public enum Step implements Word {
    /** May the desk rely on its own classification and route the ticket? */
    CLASSIFY,
    RESET_PASSWORD, GRANT_ACCESS
}
