package org.deskwright.audit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Changes a record as the owner of its tables, with the triggers off, each time in another way: clumsily, or so that all
 * that can be computed without the key fits again. Left alone is what says nothing: numbers of rows, and the writer's mark of
 * an entry that is sealed.
 */
final class Intruder {

    private final OwnRecord record;
    private final Random random;
    private final Map<String, Long> copies;
    private final Path elsewhere;
    private List<Forged> rows;

    /** @param copies older states of the record by their names, with their sizes */
    Intruder(OwnRecord record, Map<String, Long> copies, Path elsewhere, Random random) {
        this.record = record;
        this.copies = copies;
        this.elsewhere = elsewhere;
        this.random = random;
    }

    private record Forged(long id, String ticket, Instant sealedAt, boolean suspect, boolean authentic, String body) {
    }

    Trace change(Tampering kind) {
        rows = new ArrayList<>(record.owner.sql("""
                select s.entry_id, s.ticket_number, s.sealed_at, s.clock_suspect, s.authentic, e.body
                from record.seal s join record.entry e on e.id = s.entry_id order by s.leaf_index""")
                .query((row, number) -> new Forged(row.getLong(1), row.getString(2), row.getTimestamp(3).toInstant(), row.getBoolean(4), row.getBoolean(5),
                        row.getString(6))).list());
        return switch (kind) {
            case EDITED -> edit();
            case DELETED -> delete();
            case SWAPPED -> swap();
            case INSERTED -> insert();
            case BACK_DATED -> backDate();
            case CUT_OFF -> cutOff();
            case OLD_COPY -> putBack();
            case SIGNED_ANEW -> signAnew();
        };
    }

    private Trace edit() {
        int index = any();
        switch (random.nextInt(8)) {
            case 0 -> entry(index, "body = ?", otherText(rows.get(index).body()));
            case 1 -> entry(index, one("kind = ?", "who = ?", "ticket_number = ?"), "FORGED");
            case 2 -> entry(index, "uid = ?", UUID.randomUUID());
            case 3 -> seal(index, one("clock_suspect = not clock_suspect", "authentic = not authentic", "ticket_sequence = ticket_sequence + 1000",
                    "ticket_number = 'FORGED'", "entry_id = -entry_id"));
            case 4 -> seal(index, "leaf_hash = ?", random.nextBoolean() ? otherHash() : new byte[random.nextInt(Hash.LENGTH)]);
            case 5 -> {
                change(index, otherText(rows.get(index).body()));
                entry(index, "body = ?", rows.get(index).body());
                seal(index, "leaf_hash = ?", sealed(index, 1 + sequence(index)).leaf().bytes());
            }
            case 6 -> {
                record.owner.sql("update record.subtree set root = ?").param(otherHash()).update();
                return Trace.BESIDE_THE_ENTRIES;
            }
            default -> {
                long id = anyCheckpoint();
                String note = record.owner.sql("select note from record.checkpoint where id = ?").param(id).query(String.class).single();
                record.owner.sql("update record.checkpoint set %s where id = ?".formatted(random.nextBoolean() ? "size = size + 1"
                        : "note = '%s'".formatted(otherText(note).replace("'", "''")))).param(id).update();
                return Trace.BESIDE_THE_ENTRIES;
            }
        }
        return Trace.at(index);
    }

    private Trace delete() {
        int index = any();
        switch (random.nextInt(6)) {
            case 0 -> record.owner.sql("delete from record.entry where id = ?").param(rows.get(index).id()).update();
            case 1 -> record.owner.sql("delete from record.seal where leaf_index = ?").param(index).update();
            case 2 -> deleteBoth(index);
            case 3 -> {
                deleteBoth(index);
                rows.remove(index);
                rebuild();
            }
            case 4 -> {
                record.owner.sql("delete from record.checkpoint where id = ?").param(anyCheckpoint()).update();
                return Trace.BESIDE_THE_ENTRIES;
            }
            default -> {
                record.owner.sql("delete from record.subtree").update();
                return Trace.BESIDE_THE_ENTRIES;
            }
        }
        return Trace.at(index);
    }

    private void deleteBoth(int index) {
        record.owner.sql("delete from record.entry where id = ?").param(rows.get(index).id()).update();
        record.owner.sql("delete from record.seal where leaf_index = ?").param(index).update();
    }

    private Trace swap() {
        int one = any();
        int other = (one + 1 + random.nextInt(rows.size() - 1)) % rows.size();
        Forged first = rows.get(one);
        Forged second = rows.get(other);
        switch (random.nextInt(4)) {
            case 0 -> {
                seal(one, "entry_id = -1");
                seal(other, "entry_id = ?", first.id());
                seal(one, "entry_id = ?", second.id());
            }
            case 1 -> {
                entry(one, "body = ?", second.body());
                entry(other, "body = ?", first.body());
            }
            case 2 -> {
                seal(one, "leaf_index = -1");
                seal(other, "leaf_index = ?", one);
                record.owner.sql("update record.seal set leaf_index = ? where leaf_index = -1").param(other).update();
            }
            default -> {
                Collections.swap(rows, one, other);
                rebuild();
            }
        }
        return Trace.at(Math.min(one, other));
    }

    private Trace insert() {
        int like = any();
        Instant now = rows.get(rows.size() - 1).sealedAt();
        switch (random.nextInt(5)) {
            case 0 -> { // taken for one that waits for its seal
                write(null, like, now.plusSeconds(random.nextInt(7200) - 3600), random.nextBoolean());
                record.sealer().sealAll();
                return Trace.at(rows.size());
            }
            case 1 -> { // where nobody seals any more
                write(-1L - random.nextInt(1000), like, now.plusSeconds(3600), random.nextBoolean());
                return Trace.BESIDE_THE_ENTRIES;
            }
            case 2 -> { // with the right seal, at the end
                long id = write(null, like, now, true);
                rows.add(forged(id, now));
                rebuild();
                return Trace.at(rows.size() - 1);
            }
            case 3 -> { // and signed, too
                long id = write(null, like, now, true);
                rows.add(forged(id, now));
                rebuild();
                checkpoint(rows.size(), SigningKey.generate(record.key.verifier().name()));
                return Trace.at(rows.size() - 1);
            }
            default -> { // in the middle, and all others moved on
                rows.add(like, forged(write(null, like, rows.get(like).sealedAt(), true), rows.get(like).sealedAt()));
                rebuild();
                return Trace.at(like);
            }
        }
    }

    private Forged forged(long id, Instant sealedAt) {
        return record.owner.sql("select coalesce(ticket_number, ''), body from record.entry where id = ?").param(id)
                .query((row, number) -> new Forged(id, row.getString(1), sealedAt, false, true, row.getString(2))).single();
    }

    /** @param replayed the very text and mark of another entry; otherwise both are made up */
    private long write(Long id, int like, Instant at, boolean replayed) {
        UUID uid = UUID.randomUUID();
        String columns = "uid, at, ticket_number, kind, who, body, mac" + (id == null ? "" : ", id");
        record.owner.sql("insert into record.entry (%s) select ?, ?, ticket_number, kind, who, %s, mac%s from record.entry where id = ?".formatted(columns,
                replayed ? "body" : "'" + otherText(rows.get(like).body()).replace("'", "''") + "'", id == null ? "" : ", " + id))
                .params(uid, Timestamp.from(at), rows.get(like).id()).update();
        return record.owner.sql("select id from record.entry where uid = ?").param(uid).query(Long.class).single();
    }

    private Trace backDate() {
        int index = any();
        Duration back = Duration.ofSeconds(1 + random.nextInt(1_000_000), 1000L * random.nextInt(1_000_000));
        Forged row = rows.get(index);
        Instant at = record.owner.sql("select at from record.entry where id = ?").param(row.id()).query(Timestamp.class).single().toInstant();
        String text = row.body().replace(at.toString(), at.minus(back).toString()).replace("" + at.toEpochMilli(), "" + at.minus(back).toEpochMilli());
        switch (random.nextInt(4)) {
            case 0 -> entry(index, "at = ?", Timestamp.from(at.minus(back)));
            case 1 -> seal(index, "sealed_at = ?", Timestamp.from(row.sealedAt().minus(back)));
            case 2 -> {
                entry(index, "at = ?", Timestamp.from(at.minus(back)));
                entry(index, "body = ?", text);
            }
            default -> {
                entry(index, "at = ?", Timestamp.from(at.minus(back)));
                entry(index, "body = ?", text);
                rows.set(index, new Forged(row.id(), row.ticket(), row.sealedAt().minus(back), false, true, text));
                rebuild();
            }
        }
        return Trace.at(index);
    }

    private Trace cutOff() {
        int left = random.nextInt(10) == 0 ? 0 : any();
        record.owner.sql("delete from record.seal where leaf_index >= ?").param(left).update();
        if (random.nextInt(4) > 0) {
            rows.subList(left, rows.size()).forEach(row -> record.owner.sql("delete from record.entry where id = ?").param(row.id()).update());
        }
        if (random.nextInt(4) > 0) {
            record.owner.sql("delete from record.checkpoint where size > ?").param(left).update();
            record.owner.sql("delete from record.subtree where position * 256 + 256 > ?").param(left).update();
        }
        return Trace.at(left);
    }

    private Trace putBack() {
        String copy = List.copyOf(copies.keySet()).get(random.nextInt(copies.size()));
        record.restore(copy);
        if (random.nextBoolean()) {
            return Trace.at(copies.get(copy));
        }
        int others = 1 + random.nextInt(5); // the desk went on from there, its own checkpoints were taken away
        for (int i = 0; i < others; i++) {
            record.log().write("FORK-1", "TESTED", Actor.DESK, Map.of("number", i));
        }
        record.sealer(record.notary(elsewhere)).sealAll();
        return Trace.among(copies.get(copy), copies.get(copy) + others);
    }

    private Trace signAnew() {
        int index = any();
        int change = random.nextInt(3);
        if (change == 0) {
            change(index, otherText(rows.get(index).body()));
            entry(index, "body = ?", rows.get(index).body());
        } else if (change == 1) {
            deleteBoth(index);
            rows.remove(index);
        }
        rebuild();
        SigningKey another = SigningKey.generate(random.nextBoolean() ? record.key.verifier().name() : "another.example/record");
        List<Long> sizes = record.owner.sql("select size from record.checkpoint order by id").query(Long.class).list();
        record.owner.sql("delete from record.checkpoint").update();
        sizes.stream().map(size -> Math.min(size, rows.size())).distinct().forEach(size -> checkpoint(size, another));
        return change == 2 ? Trace.BESIDE_THE_ENTRIES : Trace.at(index);
    }

    private void checkpoint(long size, SigningKey by) {
        Note note = Note.signed(new Checkpoint(by.verifier().name(), size, new StoredTree(record.owner).frontier(size).root()).text(), by);
        record.owner.sql("insert into record.checkpoint (size, at, note) values (?, ?, ?)").params(size, Timestamp.from(Instant.now()), note.toString()).update();
    }

    /** Seals all rows as they stand, so that everything fits but what was signed. */
    private void rebuild() {
        record.owner.sql("delete from record.seal").update();
        record.owner.sql("delete from record.subtree").update();
        Frontier tree = new Frontier();
        Map<String, Long> sequences = new HashMap<>();
        List<Object[]> seals = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Forged row = rows.get(i);
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
        Forged row = rows.get(index);
        return new SealedEntry(index, row.ticket(), sequence, row.sealedAt(), row.suspect(), row.authentic(), row.body());
    }

    private long sequence(int index) {
        return rows.subList(0, index).stream().filter(row -> row.ticket().equals(rows.get(index).ticket())).count();
    }

    private void change(int index, String body) {
        Forged row = rows.get(index);
        rows.set(index, new Forged(row.id(), row.ticket(), row.sealedAt(), row.suspect(), row.authentic(), body));
    }

    private void entry(int index, String set, Object... values) {
        update("entry", "id", rows.get(index).id(), set, values);
    }

    private void seal(int index, String set, Object... values) {
        update("seal", "leaf_index", index, set, values);
    }

    private void update(String table, String key, long row, String set, Object... values) {
        List<Object> parameters = new ArrayList<>(List.of(values));
        parameters.add(row);
        record.owner.sql("update record.%s set %s where %s = ?".formatted(table, set, key)).params(parameters).update();
    }

    private int any() {
        return random.nextInt(rows.size());
    }

    private long anyCheckpoint() {
        List<Long> ids = record.owner.sql("select id from record.checkpoint").query(Long.class).list();
        return ids.get(random.nextInt(ids.size()));
    }

    private String one(String... words) {
        return words[random.nextInt(words.length)];
    }

    private byte[] otherHash() {
        return Hash.sha256(Long.toString(random.nextLong()).getBytes(StandardCharsets.US_ASCII));
    }

    /** One character is another one. */
    private String otherText(String text) {
        int place = random.nextInt(text.length());
        return text.substring(0, place) + (text.charAt(place) == 'x' ? 'y' : 'x') + text.substring(place + 1);
    }
}
