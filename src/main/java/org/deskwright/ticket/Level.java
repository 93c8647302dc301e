package org.deskwright.ticket;

/** ITIL impact and urgency. */
public enum Level implements Word {
    HIGH, MEDIUM, LOW
}
