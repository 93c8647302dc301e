package org.deskwright.learning;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A closed ticket of a desk of which it is known what it was about: somebody other than the classifier has said so.
 *
 * @param number as the desk counts it; whether it is held out from learning follows from it
 */
public record ClosedTicket(String number, String category, String subject, String body, Instant closedAt) {

    private static final int ONE_IN = 5;

    /**
     * Whether no model ever learns from it, so that any two can be compared on it: one ticket in five, by its number alone,
     * so the same ones at every training and on every node.
     */
    boolean isHeldOut() {
        return (Digest.sha256().digest(number.getBytes(StandardCharsets.UTF_8))[0] & 0xff) % ONE_IN == 0;
    }

    Text text() {
        return Text.of(subject, body);
    }
}
