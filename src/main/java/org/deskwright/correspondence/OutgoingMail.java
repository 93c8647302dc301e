package org.deskwright.correspondence;

import java.util.List;

/**
 * A mail on its way out.
 *
 * @param messageId  with angle brackets, the same at every attempt, so that receivers can drop a second copy
 * @param inReplyTo  Message-ID this answers, or {@code null}
 * @param references Message-IDs of the thread, oldest first
 * @param text       plain text, UTF-8
 */
public record OutgoingMail(String to, String subject, String text, String messageId, String inReplyTo,
                           List<String> references) {
}
