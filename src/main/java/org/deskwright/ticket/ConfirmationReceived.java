package org.deskwright.ticket;

/**
 * The requester has said whether their request is solved, in the transaction that is under way.
 *
 * @param inWords in a reply: it stands, whatever they have answered before
 */
public record ConfirmationReceived(String number, boolean solved, boolean inWords) {
}
