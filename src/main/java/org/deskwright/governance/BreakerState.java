package org.deskwright.governance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A breaker that is open.
 *
 * @param ticket at whose action it opened
 * @param votes  who wants to close it, in order
 */
public record BreakerState(UUID id, String ticket, String why, Instant openedAt, List<Vote> votes) {

    /** @param who login */
    public record Vote(String who, String why, Instant at) {
    }
}
