package org.deskwright.resolution;

import java.time.Instant;
import java.util.UUID;

/** One action as the ledger has it now. */
public record LedgerEntry(UUID id, String type, String target, ActionState state, String evidence, Instant at) {
}
