package org.deskwright.governance;

import org.deskwright.ticket.Word;

/** How far a category is rolled out, from the least to the most. */
public enum Phase implements Word {
    /** Classified and routed; people do the rest. */
    ROUTE,
    /** The desk proposes, a person approves. */
    ASSIST,
    /** The desk acts alone where the tables allow it. */
    AUTO
}
