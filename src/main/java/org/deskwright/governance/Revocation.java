package org.deskwright.governance;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody wants an action taken back, or its time is over. There is one for an action at the most.
 *
 * @param action     what is taken back
 * @param demandedBy login; {@link org.deskwright.ticket.Timeline#DESK} when a grant has run out
 */
public record Revocation(UUID id, UUID action, String ticket, Basis basis, String demandedBy, String reason, Instant demandedAt) {

    public static final int LONGEST_REASON = 1_000;

    /** What gives the right to take it back; clearances name it. */
    public enum Basis {
        DEMAND, EXPIRY,
        /** Who asked for it needs it no more: that says nothing against doing it again. */
        WITHDRAWAL
    }

    Revocation because(String words) {
        return new Revocation(id, action, ticket, basis, demandedBy, words, demandedAt);
    }
}
