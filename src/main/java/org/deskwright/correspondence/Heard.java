package org.deskwright.correspondence;

import java.util.List;

import org.deskwright.ticket.Channel;

/**
 * Something that was written to the desk.
 *
 * @param ticket     its number, or {@code null} for what is no request
 * @param address    of the writer, or {@code null} if none can be read
 * @param messageId  of the mail, or {@code null} for other channels
 * @param references Message-IDs of its thread, oldest first
 * @param automatic  a machine wrote it, or seems to have: never to be answered (RFC 3834)
 */
public record Heard(String ticket, Channel channel, String address, String subject, String text, String messageId,
                    List<String> references, boolean automatic) {

    private static final int LONGEST_SUBJECT = 500;

    public Heard {
        address = address == null ? "" : address;
        subject = subject == null || subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT - 1) + "…";
    }
}
