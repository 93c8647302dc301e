package org.deskwright.governance;

import org.deskwright.ticket.Word;

/** What the gate answers: the desk acts, a person decides, or specialists take over and nothing is done. */
public enum Autonomy implements Word {
    AUTO, REVIEW, ESCALATE
}
