package org.deskwright.ticket;

/** The requester answers that a recovery on their ticket was not theirs, in the transaction that is under way. */
public record DisavowalReceived(String number) {
}
