package org.deskwright.correspondence;

import java.util.List;

import org.deskwright.ticket.Channel;

/**
 * Something a requester wrote.
 *
 * @param messageId  of the mail, or {@code null} for other channels
 * @param references Message-IDs of its thread, oldest first
 * @param automatic  a machine wrote it: never to be answered (RFC 3834)
 */
public record Heard(String ticket, Channel channel, String address, String subject, String text, String messageId,
                    List<String> references, boolean automatic) {
}
