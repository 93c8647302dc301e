package org.deskwright.ticket;

/** The requester has said whether their request is solved, in the transaction that is under way. */
public record ConfirmationReceived(String number, boolean solved) {
}
