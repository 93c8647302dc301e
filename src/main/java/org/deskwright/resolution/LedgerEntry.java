package org.deskwright.resolution;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.deskwright.ticket.Word;

/**
 * One action as the ledger has it now.
 *
 * @param evidence  what speaks for the state, in words
 * @param expiresAt when its time is over and it is taken back; {@code null} if never
 * @param abandoned whether people have it now, and no process tries it any more
 * @param keptBy    of what was taken back: what still gives it, the ticket of another grant or {@link Holdings#BEFORE}; {@code null} if nothing does
 */
public record LedgerEntry(UUID id, String type, String target, ActionState state, String evidence, Instant at,
                          Instant expiresAt, boolean abandoned, String keptBy) {

    /** Whether nothing was taken when it was taken back. */
    public boolean isKept() {
        return keptBy != null;
    }

    /** The ticket by which it is kept; empty if it was there before, or is not kept. */
    public Optional<String> keptByTicket() {
        return Optional.ofNullable(keptBy).filter(by -> !by.equals(Holdings.BEFORE));
    }

    LedgerEntry withEvidence(String words) {
        return new LedgerEntry(id, type, target, state, words, at, expiresAt, abandoned, keptBy);
    }

    static LedgerEntry read(ResultSet row, int number) throws SQLException {
        Timestamp expires = row.getTimestamp("expires_at");
        return new LedgerEntry(row.getObject("action_id", UUID.class), row.getString("type"), row.getString("target"),
                Word.require(ActionState.class, row.getString("state")), row.getString("evidence"),
                row.getTimestamp("changed_at").toInstant(), expires == null ? null : expires.toInstant(), row.getTimestamp("abandoned_at") != null,
                row.getString("kept_by"));
    }
}
