package org.deskwright.resolution;

import java.time.Instant;
import java.util.UUID;

/**
 * One action as the ledger has it now.
 *
 * @param evidence  what speaks for the state, in words
 * @param expiresAt when its time is over and it is taken back; {@code null} if never
 * @param abandoned whether people have it now, and no process tries it any more
 */
public record LedgerEntry(UUID id, String type, String target, ActionState state, String evidence, Instant at,
                          Instant expiresAt, boolean abandoned) {
}
