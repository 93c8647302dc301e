package org.deskwright.governance;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody wants an action taken back, or its time is over. An action has one in force at the most, the last that a person
 * made; one that a person has answered is over, and stands in the way of no other.
 *
 * @param action     what is taken back
 * @param demandedBy login; {@link org.deskwright.ticket.Timeline#DESK} when a grant has run out
 * @param leftBy     who has decided that the action stays as it is; {@code null} if nobody has
 */
public record Revocation(UUID id, UUID action, String ticket, Basis basis, String demandedBy, String reason, Instant demandedAt,
                         String leftBy) {

    public static final int LONGEST_REASON = 1_000;

    /** What gives the right to take it back; clearances name it. */
    public enum Basis {
        DEMAND, EXPIRY,
        /** Who asked for it needs it no more: that says nothing against doing it again. */
        WITHDRAWAL
    }

    public boolean isInForce() {
        return leftBy == null;
    }

    Revocation because(String words) {
        return new Revocation(id, action, ticket, basis, demandedBy, words, demandedAt, leftBy);
    }
}
