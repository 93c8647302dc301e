package org.deskwright.ticket;

/** How a ticket ended. */
public enum ClosureCode implements Word {
    /** The desk resolved it and the requester confirmed. */
    AUTOMATIC,
    /** A person resolved it and the requester confirmed. */
    PERSON,
    DECLINED, WITHDRAWN,
    /** Resolved; the requester did not say otherwise in three days. */
    NO_ANSWER
}
