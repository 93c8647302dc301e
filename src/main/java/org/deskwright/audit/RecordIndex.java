package org.deskwright.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps beside the record what readers search it by, so that writers need not. It is brought up to date before each search,
 * and every few seconds, lest a search has much to do.
 */
class RecordIndex {

    private static final int BATCH = 1000;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    /** Up to this id every entry is indexed, and none will come. */
    private long settledTo;

    RecordIndex(JdbcTemplate batches, TransactionTemplate transaction, Clock clock) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Found(long id, Instant at, String outcome, Set<UUID> persons) {
    }

    @Scheduled(fixedDelayString = "${desk.record.index-every:5s}")
    synchronized void catchUp() {
        try {
            int indexed;
            do {
                indexed = transaction.execute(status -> next());
            } while (indexed == BATCH);
        } catch (DuplicateKeyException another) {
            // another node has indexed the same entries: what is left comes the next time
        }
    }

    private int next() {
        List<Found> entries = jdbc.sql("""
                select id, at, body from record.entry e
                where id > ? and not exists (select 1 from record_index i where i.entry_id = e.id) order by id limit ?""")
                .params(settledTo, BATCH).query((row, number) -> found(row)).list();
        List<Object[]> outcomes = new ArrayList<>();
        List<Object[]> mentions = new ArrayList<>();
        Instant settled = clock.instant().minus(Sealer.LONGEST_TRANSACTION);
        for (Found entry : entries) {
            outcomes.add(new Object[] { entry.id(), entry.outcome() });
            entry.persons().forEach(person -> mentions.add(new Object[] { person, entry.id() }));
            if (entry.at().isBefore(settled)) {
                settledTo = Math.max(settledTo, entry.id());
            }
        }
        batches.batchUpdate("insert into record_index (entry_id, outcome) values (?, ?)", outcomes);
        batches.batchUpdate("insert into record_mention (person, entry_id) values (?, ?)", mentions);
        return entries.size();
    }

    /** An entry that somebody has made unreadable is found by its other columns. */
    private static Found found(ResultSet row) throws SQLException {
        JsonNode body;
        try {
            body = CanonicalJson.JSON.readTree(row.getString("body"));
        } catch (JsonProcessingException e) {
            body = MissingNode.getInstance();
        }
        return new Found(row.getLong("id"), row.getTimestamp("at").toInstant(), Gist.outcome(body.at("/unmapped/facts")).orElse(null), Gist.persons(body));
    }
}
