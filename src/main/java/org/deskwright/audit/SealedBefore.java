package org.deskwright.audit;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds among entries that wait for their seal those that had one already. What has gone leaves its seal, and with that the hash of
 * its text: whoever kept a copy of the row could put it in anew otherwise, with the desk's own mark, and have it believed.
 */
final class SealedBefore {

    private final JdbcClient jdbc;
    private final Duration plausible;

    /** @param plausible a seal further from the time of its entry is marked as suspicious */
    SealedBefore(JdbcClient jdbc, Duration plausible) {
        this.jdbc = jdbc;
        this.plausible = plausible;
    }

    /** @param ticket empty if it belongs to none */
    record Late(long id, Instant at, String ticket, String body) {

        private boolean had(SealedEntry seal, Hash hash) {
            return seal.with(body).leaf().equals(hash);
        }
    }

    /** @return the ids of those that had a seal */
    Set<Long> among(Collection<Late> entries) {
        Set<Long> found = new HashSet<>();
        if (!entries.isEmpty()) {
            Map<String, List<Late>> byTicket = entries.stream().collect(Collectors.groupingBy(Late::ticket));
            Instant first = entries.stream().map(Late::at).min(Instant::compareTo).orElseThrow();
            Instant last = entries.stream().map(Late::at).max(Instant::compareTo).orElseThrow();
            jdbc.sql("""
                    select leaf_index, ticket_number, ticket_sequence, sealed_at, clock_suspect, authentic, %s from record.seal
                    where ticket_number in (:tickets) and (clock_suspect or sealed_at between :first and :last)""".formatted(Hash.column("leaf_hash"))).param("tickets", byTicket.keySet())
                    .param("first", Timestamp.from(first.minus(plausible))).param("last", Timestamp.from(last.plus(plausible)))
                    .query(row -> {
                        SealedEntry seal = new SealedEntry(row.getLong(1), row.getString(2), row.getLong(3), row.getTimestamp(4).toInstant(), row.getBoolean(5), row.getBoolean(6), null);
                        Hash hash = Hash.stored(row.getBytes(7));
                        byTicket.get(seal.ticket()).stream().filter(entry -> isNear(seal, entry) && entry.had(seal, hash)).map(Late::id).forEach(found::add);
                    });
        }
        return found;
    }

    private boolean isNear(SealedEntry seal, Late entry) {
        return seal.clockSuspect() || Duration.between(entry.at(), seal.sealedAt()).abs().compareTo(plausible) <= 0;
    }
}
