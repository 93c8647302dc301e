package org.deskwright.ticket;

/** A new ticket has been stored, in the transaction that is under way. */
public record TicketReceived(String number) {
}
