package org.deskwright.triage;

import org.deskwright.ticket.Word;

/** What a model is to the desk. */
public enum ModelState implements Word {
    /** It beat the active one, and waits for a person's word. */
    CANDIDATE,
    /** It answers. */
    ACTIVE,
    /** It was active, and can be again. */
    FORMER,
    /** A person declined it, or nobody decided in time. */
    DECLINED
}
