package org.deskwright.ticket;

import java.util.UUID;

/**
 * The requester has written something on their ticket, in the transaction that is under way.
 *
 * @param reply the message that it is
 */
public record ReplyReceived(String number, UUID reply) {
}
