package org.deskwright.intake;

/** Who wrote a mail on a ticket, as far as our own mail server vouches for it. */
enum Author {
    REQUESTER, STAFF, SOMEBODY_ELSE, UNKNOWN
}
