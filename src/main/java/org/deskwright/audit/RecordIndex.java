package org.deskwright.audit;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps beside the record what readers search it by, so that writers need not. It follows the order of the seals, so how far
 * it has come is one number. It is brought up to date before each search, and every few seconds, lest a search has much to do.
 */
class RecordIndex {

    /** So many of the largest entries fit into memory more than once. */
    private static final int BATCH = 200;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    RecordIndex(JdbcTemplate batches, TransactionTemplate transaction) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.transaction = transaction;
    }

    /** @param body null if the entry was let go, taken away, or made larger than any is */
    private record Next(long place, long id, String body) {
    }

    @Scheduled(fixedDelayString = "${desk.record.index-every:5s}")
    void catchUp() {
        int indexed;
        do {
            indexed = transaction.execute(status -> next());
        } while (indexed == BATCH);
    }

    private int next() {
        long place = jdbc.sql("select place from record_indexed for update").query(Long.class).single();
        List<Next> entries = jdbc.sql("""
                select s.leaf_index, s.entry_id, case when %s then e.body end from record.seal s left join record.entry e on e.id = s.entry_id
                where s.leaf_index >= ? order by s.leaf_index limit ?""".formatted(RecordRows.FITS))
                .params(place, BATCH).query((row, number) -> new Next(row.getLong(1), row.getLong(2), row.getString(3))).list();
        if (entries.isEmpty()) {
            return 0;
        }
        List<Object[]> outcomes = new ArrayList<>();
        List<Object[]> mentions = new ArrayList<>();
        entries.stream().filter(entry -> entry.body() != null).forEach(entry -> {
            JsonNode body = read(entry.body());
            Gist.outcome(body.at("/unmapped/facts")).ifPresent(outcome -> outcomes.add(new Object[] { entry.id(), outcome }));
            Gist.persons(body).forEach(person -> mentions.add(new Object[] { person, entry.id() }));
        });
        batches.batchUpdate("insert into record_index (entry_id, outcome) values (?, ?)", outcomes);
        batches.batchUpdate("insert into record_mention (person, entry_id) values (?, ?)", mentions);
        jdbc.sql("update record_indexed set place = ?").param(entries.get(entries.size() - 1).place() + 1).update();
        return entries.size();
    }

    /** An entry that somebody has made unreadable is found by its other columns. */
    private static JsonNode read(String body) {
        try {
            return CanonicalJson.JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
