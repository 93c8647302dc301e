package org.deskwright.ticket;

/** How a request came in. */
public enum Channel implements Word {
    MAIL, PORTAL, API
}
