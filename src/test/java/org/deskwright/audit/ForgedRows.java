package org.deskwright.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** The sealed rows as an intruder wants them, and the statements that make the database look like it. */
final class ForgedRows {

    private final OwnRecord record;
    private final List<Row> rows;

    ForgedRows(OwnRecord record) {
        this.record = record;
        this.rows = new ArrayList<>(record.owner.sql("""
                select s.entry_id, s.ticket_number, s.sealed_at, s.clock_suspect, s.authentic, e.body
                from record.seal s join record.entry e on e.id = s.entry_id order by s.leaf_index""")
                .query((row, number) -> new Row(row.getLong(1), row.getString(2), row.getTimestamp(3).toInstant(), row.getBoolean(4), row.getBoolean(5),
                        row.getString(6))).list());
    }

    record Row(long id, String ticket, Instant sealedAt, boolean suspect, boolean authentic, String body) {
    }

    int size() {
        return rows.size();
    }

    Row get(int index) {
        return rows.get(index);
    }

    void set(int index, Row row) {
        rows.set(index, row);
    }

    void add(Row row) {
        rows.add(row);
    }

    void add(int index, Row row) {
        rows.add(index, row);
    }

    void remove(int index) {
        rows.remove(index);
    }

    void swap(int one, int other) {
        Collections.swap(rows, one, other);
    }

    void deleteBoth(int index) {
        record.owner.sql("delete from record.entry where id = ?").param(rows.get(index).id()).update();
        record.owner.sql("delete from record.seal where leaf_index = ?").param(index).update();
    }

    void deleteEntriesFrom(int index) {
        rows.subList(index, rows.size()).forEach(row -> record.owner.sql("delete from record.entry where id = ?").param(row.id()).update());
    }

    /** With all else of another entry, its mark included. */
    long write(Long id, int like, Instant at, String body) {
        UUID uid = UUID.randomUUID();
        String columns = "uid, at, ticket_number, kind, who, body, mac" + (id == null ? "" : ", id");
        record.owner.sql("insert into record.entry (%s) select ?, ?, ticket_number, kind, who, ?, mac%s from record.entry where id = ?".formatted(columns,
                id == null ? "" : ", " + id)).params(uid, Timestamp.from(at), body, rows.get(like).id()).update();
        return record.owner.sql("select id from record.entry where uid = ?").param(uid).query(Long.class).single();
    }

    /** With everything of another entry, its number included, which only an owner of the tables can do. */
    long replay(int like) {
        record.owner.sql("insert into record.entry (uid, at, ticket_number, kind, who, body, mac) select uid, at, ticket_number, kind, who, body, mac from record.entry where id = ?")
                .param(rows.get(like).id()).update();
        return record.owner.sql("select max(id) from record.entry").query(Long.class).single();
    }

    void sealAside(long id, long place, int like) {
        record.owner.sql("""
                insert into record.seal (leaf_index, entry_id, ticket_number, ticket_sequence, sealed_at, clock_suspect, authentic, leaf_hash)
                select ?, ?, ticket_number, -1, sealed_at, false, true, leaf_hash from record.seal where leaf_index = ?""")
                .params(place, id, like).update();
    }

    long anyCheckpoint(Random random) {
        List<Long> ids = record.owner.sql("select id from record.checkpoint").query(Long.class).list();
        return ids.get(random.nextInt(ids.size()));
    }

    Row forged(long id, Instant sealedAt) {
        return record.owner.sql("select coalesce(ticket_number, ''), body from record.entry where id = ?").param(id)
                .query((row, number) -> new Row(id, row.getString(1), sealedAt, false, true, row.getString(2))).single();
    }

    void checkpoint(long size, SigningKey by) {
        Note note = Note.signed(new Checkpoint(by.verifier().name(), size, new StoredTree(record.owner).frontier(size).root()).text(), by);
        record.owner.sql("insert into record.checkpoint (size, note) values (?, ?)").params(size, note.toString()).update();
    }

    /** Seals all rows as they stand, so that everything fits but what was signed. */
    void rebuild() {
        record.owner.sql("delete from record.seal").update();
        record.owner.sql("delete from record.subtree").update();
        Frontier tree = new Frontier();
        Map<String, Long> sequences = new HashMap<>();
        List<Object[]> seals = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            SealedEntry sealed = sealed(i, sequences.merge(row.ticket(), 1L, Long::sum));
            seals.add(new Object[] {i, row.id(), row.ticket(), sealed.sequence(), Timestamp.from(row.sealedAt()), row.suspect(), row.authentic(), sealed.leaf().bytes()});
            tree.append(sealed.leaf(), (height, position, root) -> {
                if (StoredTree.isStored(height)) {
                    record.owner.sql("insert into record.subtree (height, position, root) values (?, ?, ?)").params(height, position, root.bytes()).update();
                }
            });
        }
        record.batches().batchUpdate("insert into record.seal (leaf_index, entry_id, ticket_number, ticket_sequence, sealed_at, clock_suspect, authentic, "
                + "leaf_hash) values (?, ?, ?, ?, ?, ?, ?, ?)", seals);
    }

    private SealedEntry sealed(int index, long sequence) {
        Row row = rows.get(index);
        return new SealedEntry(index, row.ticket(), sequence, row.sealedAt(), row.suspect(), row.authentic(), row.body());
    }

    private long sequence(int index) {
        return rows.subList(0, index).stream().filter(row -> row.ticket().equals(rows.get(index).ticket())).count();
    }

    void change(int index, String body) {
        Row row = rows.get(index);
        rows.set(index, new Row(row.id(), row.ticket(), row.sealedAt(), row.suspect(), row.authentic(), body));
    }

    void entry(int index, String set, Object... values) {
        update("entry", "id", rows.get(index).id(), set, values);
    }

    void seal(int index, String set, Object... values) {
        update("seal", "leaf_index", index, set, values);
    }

    private void update(String table, String key, long row, String set, Object... values) {
        List<Object> parameters = new ArrayList<>(List.of(values));
        parameters.add(row);
        record.owner.sql("update record.%s set %s where %s = ?".formatted(table, set, key)).params(parameters).update();
    }

    Hash leaf(int index) {
        return sealed(index, 1 + sequence(index)).leaf();
    }
}
