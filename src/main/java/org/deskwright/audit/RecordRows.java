package org.deskwright.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the record from the database, page by page, and writes nothing. */
final class RecordRows {

    /** So many of the largest entries fit into memory more than once. */
    private static final int PAGE = 200;
    private static final String DIFFERENT = "its columns say something else than its text";
    /** Sealing takes half a second, or a few if a transaction was long. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration LOOKED_AT = Duration.ofHours(1);
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Whoever adds a row says how large it is: it is not for that to say how much memory reading takes. */
    static final String FITS = "octet_length(e.body) <= " + Entry.LARGEST;
    /** What {@link #ROW} reads, of {@code record.seal s} and {@code record.entry e}. A text that no entry has is read as none. */
    static final String COLUMNS = """
            s.leaf_index, s.ticket_number, s.ticket_sequence, s.sealed_at, s.clock_suspect, s.authentic,
            """ + Hash.column("s.leaf_hash") + ", case when " + FITS + """
             then e.body when e.id is not null then '' end as body, e.uid, e.at, e.kind, e.who, coalesce(e.ticket_number, '') as entry_ticket
            """;
    private static final String SEALED = "select " + COLUMNS + "from record.seal s left join record.entry e on e.id = s.entry_id ";

    private final JdbcClient jdbc;

    RecordRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param entry   without a body if its row is gone
     * @param changed what stands in the row's columns but not in its body, or null
     */
    record Row(SealedEntry entry, Hash claimed, String changed) {

        boolean isAsSealed() {
            return entry.body() == null || changed == null && entry.leaf().equals(claimed);
        }
    }

    /** For who reads several tables, first of all: in H2 a transaction sees each of them as it was when it first read it. */
    void atOneMoment() {
        jdbc.sql("""
                select (select max(id) from record.entry), (select max(leaf_index) from record.seal), (select max(position) from record.subtree),
                (select max(size) from record.checkpoint), (select max(up_to) from record.pruning)""").query().singleRow();
    }

    /** Every sealed entry in its order, if its place is one that a record has. An entry whose row is gone has no body. */
    void sealed(Consumer<Row> rows) {
        sealed(Long.MAX_VALUE, rows);
    }

    /** @param to the place behind the last one */
    void sealed(long to, Consumer<Row> rows) {
        long from = 0;
        List<Row> page;
        do {
            page = jdbc.sql(SEALED + "where s.leaf_index >= ? and s.leaf_index < ? order by s.leaf_index limit " + PAGE).params(from, to).query(ROW).list();
            page.forEach(rows);
            from = page.isEmpty() ? from : page.get(page.size() - 1).entry().index() + 1;
        } while (page.size() == PAGE);
    }

    /** How many there are, wherever they stand. */
    long seals() {
        return jdbc.sql("select count(*) from record.seal").query(Long.class).single();
    }

    /** The first, if somebody has copied it. */
    Optional<Row> sealed(UUID uid) {
        return jdbc.sql(SEALED + "where e.uid = ? order by s.leaf_index limit 1").param(uid).query(ROW).optional();
    }

    List<Row> sealed(String ticket) {
        return jdbc.sql(SEALED + "where s.ticket_number = ? order by s.ticket_sequence").param(ticket).query(ROW).list();
    }

    /** The newest first; there is hardly one a day of any kind that is asked for. */
    List<Row> sealedOf(String kind) {
        return jdbc.sql(SEALED + "where e.kind = ? order by s.leaf_index desc").param(kind).query(ROW).list();
    }

    /** How many were let go, from the first. */
    long gone() {
        return jdbc.sql("""
                select coalesce(min(leaf_index), 0) from record.seal s where exists (select 1 from record.entry e where e.id = s.entry_id)""")
                .query(Long.class).single();
    }

    StoredHeads heads() {
        return new StoredHeads(jdbc);
    }

    void subtrees(Frontier.Completed roots) {
        jdbc.sql("select height, position, " + Hash.column("root") + " from record.subtree order by height, position").query(row -> {
            roots.subtree(row.getInt(1), row.getLong(2), Hash.stored(row.getBytes(3)));
        });
    }

    Optional<Note> latestCheckpoint() {
        return jdbc.sql("select note from record.checkpoint order by size desc, id desc limit 1").query(String.class).optional().map(Note::parse);
    }

    /**
     * No entry up to this id was still to be committed when the last seal was made, whatever others say of the future: those without
     * one never get it. The number of one that the desk did not write says nothing.
     */
    long settledTo() {
        return jdbc.sql("select coalesce(max(entry_id), 0) from record.seal where authentic and sealed_at < (select sealed_at - interval '%d' minute from record.seal order by leaf_index desc limit 1)"
                .formatted(Sealer.LONGEST_TRANSACTION.toMinutes())).query(Long.class).single();
    }

    /** Up to where the database lets entries go; empty while the entry that has to say the same waits for its seal. */
    Optional<Long> letsGoTo() {
        boolean waiting = jdbc.sql("""
                select count(*) from record.entry e where e.kind = ? and not exists (select 1 from record.seal s where s.entry_id = e.id)""")
                .param(Retention.KIND).query(Long.class).single() > 0;
        return waiting ? Optional.empty() : Optional.of(saidLast());
    }

    /** The last word counts: a clock that was ahead may have said that more may go, and nothing goes by that before its time has come. */
    long saidLast() {
        return jdbc.sql("select up_to from record.pruning order by id desc limit 1").query(Long.class).optional().orElse(0L);
    }

    List<Long> passedOver() {
        return jdbc.sql("""
                select e.id from record.entry e where id <= ? and %s and not exists (select 1 from record.seal s where s.entry_id = e.id)
                order by e.id limit 20""".formatted(FITS)).param(settledTo()).query(Long.class).list();
    }

    /** Some of those that nothing seals, as no entry is so large. */
    List<Long> tooLarge() {
        return jdbc.sql("""
                select e.id from record.entry e where not (%s) and not exists (select 1 from record.seal s where s.entry_id = e.id)
                order by e.id limit 20""".formatted(FITS)).query(Long.class).list();
    }

    /** Whether one should have its seal that has none. The last seal tells where to look: one hour before it all was sealed. */
    boolean isLate(Instant now) {
        Instant since = new SealTimes(jdbc).last().filter(last -> last.isBefore(now)).orElse(now).minus(LOOKED_AT);
        return jdbc.sql("select count(*) from record.entry e where at > ? and at < ? and not exists (select 1 from record.seal s where s.entry_id = e.id)")
                .params(Timestamp.from(since), Timestamp.from(now.minus(PATIENCE))).query(Long.class).single() > 0;
    }

    long awaitingSeal() {
        return jdbc.sql("select count(*) from record.entry e where " + FITS + " and not exists (select 1 from record.seal s where s.entry_id = e.id)")
                .query(Long.class).single();
    }

    static final RowMapper<Row> ROW = (row, number) -> {
        String body = row.getString("body");
        SealedEntry entry = new SealedEntry(row.getLong("leaf_index"), row.getString("ticket_number"), row.getLong("ticket_sequence"),
                row.getTimestamp("sealed_at").toInstant(), row.getBoolean("clock_suspect"), row.getBoolean("authentic"), body);
        String changed = body == null ? null : differing(row);
        if (body != null && changed == null && !row.getString("entry_ticket").equals(entry.ticket())) {
            changed = DIFFERENT;
        }
        return new Row(entry, Hash.stored(row.getBytes("leaf_hash")), changed);
    };

    /** @return what is wrong with the row of an entry by itself, or null */
    static String differing(ResultSet row) throws SQLException {
        try {
            JsonNode entry = JSON.readTree(row.getString("body"));
            JsonNode metadata = entry.path("metadata");
            boolean same = metadata.path("uid").asText().equals(row.getString("uid"))
                    && entry.path("time_dt").asText().equals(row.getTimestamp("at").toInstant().toString())
                    && entry.path("activity_name").asText().equals(row.getString("kind")) && Entry.whoIn(entry).equals(row.getString("who"))
                    && metadata.path("correlation_uid").asText("").equals(row.getString("entry_ticket"));
            return same ? null : DIFFERENT;
        } catch (JsonProcessingException e) {
            return "its text is no JSON";
        }
    }
}
