package org.deskwright.governance;

import org.deskwright.ticket.Word;

/**
 * What a stop switch holds. EVERYTHING holds every action, those that people have approved as well; the others hold what
 * the desk does alone: a stopped plan goes to a person, and what the person approves is carried out. None holds what takes an
 * action back.
 */
public enum Scope implements Word {
    EVERYTHING, CATEGORY, ACTION_TYPE, TICKET
}
