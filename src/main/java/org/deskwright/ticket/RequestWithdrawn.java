package org.deskwright.ticket;

/** The requester does not need it any more, in the transaction that is under way. */
public record RequestWithdrawn(String number) {
}
