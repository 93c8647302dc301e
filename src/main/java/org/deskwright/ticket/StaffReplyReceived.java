package org.deskwright.ticket;

/**
 * Staff have answered on a ticket by mail, in the transaction that is under way.
 *
 * @param login of the person for whose address our own mail server vouches
 */
public record StaffReplyReceived(String number, String text, String login) {
}
