package org.deskwright.audit;

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

    private static final int PAGE = 2000;
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What {@link #ROW} reads, of {@code record.seal s} and {@code record.entry e}. */
    static final String COLUMNS = """
            s.leaf_index, s.ticket_number, s.ticket_sequence, s.sealed_at, s.clock_suspect, s.authentic, s.leaf_hash,
            e.body, e.uid, e.at, e.kind, e.who, coalesce(e.ticket_number, '') as entry_ticket
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
    }

    /** Every sealed entry in its order. An entry whose row is gone has no body. */
    void sealed(Consumer<Row> rows) {
        long from = 0;
        List<Row> page;
        do {
            page = jdbc.sql(SEALED + "where s.leaf_index >= ? order by s.leaf_index limit " + PAGE).param(from).query(ROW).list();
            page.forEach(rows);
            from = page.isEmpty() ? from : page.get(page.size() - 1).entry().index() + 1;
        } while (page.size() == PAGE);
    }

    Optional<Row> sealed(UUID uid) {
        return jdbc.sql(SEALED + "where e.uid = ?").param(uid).query(ROW).optional();
    }

    List<Row> sealed(String ticket) {
        return jdbc.sql(SEALED + "where s.ticket_number = ? order by s.ticket_sequence").param(ticket).query(ROW).list();
    }

    void checkpoints(Consumer<Note> notes) {
        jdbc.sql("select note from record.checkpoint order by id").query(String.class).list().forEach(note -> notes.accept(Note.parse(note)));
    }

    Optional<Note> latestCheckpoint() {
        return jdbc.sql("select note from record.checkpoint order by size desc, id desc limit 1").query(String.class).optional().map(Note::parse);
    }

    /** Entries without a seal although others that were written a minute later have one. */
    List<Long> passedOver() {
        return jdbc.sql("""
                select e.id from record.entry e where not exists (select 1 from record.seal s where s.entry_id = e.id)
                and e.at < (select max(sealed_at) - interval '60' second from record.seal) order by e.id limit 20""").query(Long.class).list();
    }

    long awaitingSeal() {
        return jdbc.sql("select count(*) from record.entry e where not exists (select 1 from record.seal s where s.entry_id = e.id)")
                .query(Long.class).single();
    }

    static final RowMapper<Row> ROW = (row, number) -> {
        String body = row.getString("body");
        SealedEntry entry = new SealedEntry(row.getLong("leaf_index"), row.getString("ticket_number"), row.getLong("ticket_sequence"),
                row.getTimestamp("sealed_at").toInstant(), row.getBoolean("clock_suspect"), row.getBoolean("authentic"), body);
        String changed = body == null ? null : differing(body, row.getString("uid"), row.getTimestamp("at").toInstant().toString(),
                row.getString("kind"), row.getString("who"), row.getString("entry_ticket"), entry.ticket());
        return new Row(entry, Hash.of(row.getBytes("leaf_hash")), changed);
    };

    private static String differing(String body, String uid, String at, String kind, String who, String ticket, String sealedTicket) {
        try {
            JsonNode entry = JSON.readTree(body);
            JsonNode metadata = entry.path("metadata");
            boolean same = metadata.path("uid").asText().equals(uid) && entry.path("time_dt").asText().equals(at)
                    && entry.path("activity_name").asText().equals(kind) && Entry.whoIn(entry).equals(who)
                    && metadata.path("correlation_uid").asText("").equals(ticket) && ticket.equals(sealedTicket);
            return same ? null : "its columns say something else than its text";
        } catch (JsonProcessingException e) {
            return "its text is no JSON";
        }
    }
}
