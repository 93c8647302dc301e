package org.deskwright.ticket;

/** The requester has written something on their ticket, in the transaction that is under way. */
public record ReplyReceived(String number) {
}
