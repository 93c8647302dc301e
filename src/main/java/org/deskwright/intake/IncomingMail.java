package org.deskwright.intake;

import java.time.Instant;
import java.util.List;

import org.deskwright.correspondence.Heard;
import org.deskwright.ticket.Channel;

/**
 * A mail as it stood in the mailbox, decoded but not yet judged.
 *
 * @param messageId             with angle brackets; made from the content's hash if the mail had none, so that the same
 *                              mail has the same id each time
 * @param references            Message-IDs of In-Reply-To and References, without repeats, oldest first
 * @param from                  address of the From header, lower case, or {@code null}: a hint, never identity
 * @param text                  plain text; made from HTML where there is no plain part
 * @param authenticationResults values of all Authentication-Results headers, top one first (RFC 8601)
 * @param machineSign           the header that says a machine wrote or spread it, with its value, or {@code null}: Auto-Submitted
 *                              other than "no", Precedence bulk/junk/list/auto_reply, X-Auto-Response-Suppress, X-Autoreply,
 *                              any List header, a null Return-Path or a delivery report (RFC 3834)
 * @param attachments           kept as they came
 * @param oversized             {@code true} if attachments were left out, as they were too many or too large together
 */
public record IncomingMail(String messageId, List<String> references, String from, String fromName, String subject,
                           String text, Instant sentAt, List<String> authenticationResults, String machineSign,
                           List<Enclosure> attachments, boolean oversized) {

    /** Whether it can be found in its mailbox by its id: what stands in for a missing or overlong one is not in the mail. */
    boolean hasOwnId() {
        return !messageId.endsWith(".invalid>");
    }

    /**
     * @param ticket to which it belongs, or {@code null}
     * @param words  what of it counts
     */
    Heard heard(String ticket, String words) {
        return new Heard(ticket, Channel.MAIL, from, subject, words, messageId, references, automatic());
    }

    /** Never to be answered. */
    public boolean automatic() {
        return machineSign != null;
    }
}
