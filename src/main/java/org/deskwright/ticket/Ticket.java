package org.deskwright.ticket;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request and what became of it, as stored at this moment. What was not established yet is {@code null}.
 *
 * @param number        business key everywhere, for instance {@code DW-1001}
 * @param words         what was asked and what was answered
 * @param sourceKey     identity of the arrival (Message-ID, idempotency key): the same key is the same ticket
 * @param requester     login of the directory person it was identified with
 * @param sender        address the mail claims to come from; a hint, never identity
 * @param senderAuthenticated whether the sender was signed in, or the mail stamped by our own server
 * @param impression    what its words say besides its category, as they were last read
 * @param queue         queue whose people work on it
 * @param autonomy      how it is handled as a whole, lower case: as the gate last answered, or by people since it was handed to them
 * @param reasons       reason codes of that, the latest first
 * @param responseDue   when a person must have taken it up at the latest
 * @param resolutionDue when it must be resolved at the latest
 */
public record Ticket(String number, Words words, Channel channel, String sourceKey, String requester,
                     String sender, boolean senderAuthenticated, TicketStatus status, ClosureCode closureCode, String category,
                     Confidence confidence, Impression impression, Level impact, Level urgency,
                     Integer priority, String queue, String autonomy, List<String> reasons,
                     Instant receivedAt, Instant responseDue, Instant resolutionDue, Instant resolvedAt,
                     Instant closedAt) {

    /** For people to read, as {@code body} and {@code resolutionText}: {@link Contents#shown}. */
    public String subject() {
        return words.shown(words.subject());
    }

    public String body() {
        return words.shown(words.body());
    }

    public String resolutionText() {
        return words.shown(words.resolution());
    }

    /**
     * For a step to work with.
     *
     * @return empty if it is gone
     * @throws TextUnavailable if it cannot be fetched at the moment
     */
    public Optional<RequestText> request() {
        return words.request();
    }

    /**
     * The request and what was answered since, for a step to work with: {@code request} is what came in by itself.
     *
     * @return empty if some of it is gone
     * @throws TextUnavailable if some of it cannot be fetched at the moment
     */
    public Optional<Said> said() {
        return words.said();
    }

    public boolean isClosed() {
        return status == TicketStatus.CLOSED;
    }

    public boolean isOf(String login) {
        return requester != null && requester.equals(login);
    }
}
