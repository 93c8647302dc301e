package org.deskwright.correspondence;

import java.util.List;

import org.deskwright.ticket.Channel;
import org.deskwright.ticket.Shortened;

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

    /** More than any honest subject or address; a mail that overfills them is kept all the same. */
    private static final int LONGEST_HEADER = 320;

    public Heard {
        address = address == null ? "" : Shortened.to(address, LONGEST_HEADER);
        subject = Shortened.to(subject, LONGEST_HEADER);
    }
}
