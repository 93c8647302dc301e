package org.deskwright.ticket;

/**
 * A new ticket has been stored, in the transaction that is under way.
 *
 * @param category what it is about, if the desk filed it itself, and so knows for certain; else {@code null}
 */
public record TicketReceived(String number, String category) {
}
