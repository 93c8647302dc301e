package org.deskwright.audit;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Changes a record as the owner of its tables, with the triggers off, each time in another way: clumsily, or so that all
 * that can be computed without the key fits again. Left alone is what says nothing: numbers of rows, and the writer's mark of
 * an entry that is sealed.
 */
final class Intruder extends Tamperer {

    private final OwnRecord record;
    private final Random random;
    private final Scrawl scrawl;
    private final Map<String, Long> copies;
    private final Path elsewhere;
    private ForgedRows rows;

    /** @param copies older states of the record by their names, with their sizes */
    Intruder(OwnRecord record, Map<String, Long> copies, Path elsewhere, Random random) {
        this.record = record;
        this.copies = copies;
        this.elsewhere = elsewhere;
        this.random = random;
        this.scrawl = new Scrawl(random);
    }

    @Override
    Trace change(Tampering kind) {
        rows = new ForgedRows(record);
        return super.change(kind);
    }

    @Override
    Trace edit() {
        int index = any();
        switch (random.nextInt(9)) {
            case 0 -> rows.entry(index, "body = ?", scrawl.otherText(rows.get(index).body()));
            case 1 -> rows.entry(index, scrawl.one("kind = ?", "who = ?", "ticket_number = ?"), "FORGED");
            case 2 -> rows.entry(index, "uid = ?", UUID.randomUUID());
            case 3 -> rows.seal(index, scrawl.one("clock_suspect = not clock_suspect", "authentic = not authentic", "ticket_sequence = ticket_sequence + 1000",
                    "ticket_number = 'FORGED'", "entry_id = -entry_id"));
            case 4 -> rows.seal(index, "leaf_hash = ?", random.nextBoolean() ? scrawl.otherHash() : new byte[random.nextInt(Hash.LENGTH)]);
            case 5 -> {
                rows.change(index, scrawl.otherText(rows.get(index).body()));
                rows.entry(index, "body = ?", rows.get(index).body());
                rows.seal(index, "leaf_hash = ?", rows.leaf(index).bytes());
            }
            case 6 -> {
                record.owner.sql("update record.subtree set root = ?").param(scrawl.otherHash()).update();
                return Trace.BESIDE_THE_ENTRIES;
            }
            case 7 -> {
                record.owner.sql("insert into record.pruning (up_to) values (?)").param(1 + index).update();
                return Trace.BESIDE_THE_ENTRIES;
            }
            default -> {
                long id = rows.anyCheckpoint(random);
                String note = record.owner.sql("select note from record.checkpoint where id = ?").param(id).query(String.class).single();
                record.owner.sql("update record.checkpoint set %s where id = ?".formatted(random.nextBoolean() ? "size = size + 1"
                        : "note = '%s'".formatted(scrawl.otherText(note).replace("'", "''")))).param(id).update();
                return Trace.BESIDE_THE_ENTRIES;
            }
        }
        return Trace.at(index);
    }

    @Override
    Trace delete() {
        int index = any();
        switch (random.nextInt(6)) {
            case 0 -> record.owner.sql("delete from record.entry where id = ?").param(rows.get(index).id()).update();
            case 1 -> record.owner.sql("delete from record.seal where leaf_index = ?").param(index).update();
            case 2 -> rows.deleteBoth(index);
            case 3 -> {
                rows.deleteBoth(index);
                rows.remove(index);
                rows.rebuild();
            }
            case 4 -> {
                record.owner.sql("delete from record.checkpoint where id = ?").param(rows.anyCheckpoint(random)).update();
                return Trace.BESIDE_THE_ENTRIES;
            }
            default -> {
                record.owner.sql("delete from record.subtree").update();
                return Trace.BESIDE_THE_ENTRIES;
            }
        }
        return Trace.at(index);
    }

    @Override
    Trace swap() {
        int one = any();
        int other = (one + 1 + random.nextInt(rows.size() - 1)) % rows.size();
        ForgedRows.Row first = rows.get(one);
        ForgedRows.Row second = rows.get(other);
        switch (random.nextInt(4)) {
            case 0 -> {
                rows.seal(one, "entry_id = -1");
                rows.seal(other, "entry_id = ?", first.id());
                rows.seal(one, "entry_id = ?", second.id());
            }
            case 1 -> {
                rows.entry(one, "body = ?", second.body());
                rows.entry(other, "body = ?", first.body());
            }
            case 2 -> {
                rows.seal(one, "leaf_index = -1");
                rows.seal(other, "leaf_index = ?", one);
                record.owner.sql("update record.seal set leaf_index = ? where leaf_index = -1").param(other).update();
            }
            default -> {
                rows.swap(one, other);
                rows.rebuild();
            }
        }
        return Trace.at(Math.min(one, other));
    }

    @Override
    Trace insert() {
        int like = any();
        Instant now = rows.get(rows.size() - 1).sealedAt();
        int way = random.nextInt(7);
        switch (way) {
            case 0 -> { // taken for one that waits for its seal
                write(null, like, now.plusSeconds(random.nextInt(7200) - 3600), random.nextBoolean());
                record.sealer().sealAll();
                return Trace.at(rows.size());
            }
            case 1 -> { // where nobody seals any more
                write(-1L - random.nextInt(1000), like, now.plusSeconds(3600), random.nextBoolean());
                return Trace.BESIDE_THE_ENTRIES;
            }
            case 2, 3 -> { // with the right seal, at the end, and signed, too
                rows.add(rows.forged(write(null, like, now, true), now));
                rows.rebuild();
                if (way == 3) {
                    rows.checkpoint(rows.size(), SigningKey.generate(record.key.verifier().name()));
                }
                return Trace.at(rows.size() - 1);
            }
            case 4 -> { // the desk's own words, sealed by itself a second time
                rows.replay(like);
                record.sealer().sealAll();
                return Trace.at(rows.size());
            }
            case 5 -> { // with a seal, at no place of the record
                rows.sealAside(write(null, like, now, true), -1 - random.nextInt(1000), like);
                return Trace.BESIDE_THE_ENTRIES;
            }
            default -> { // in the middle, and all others moved on
                rows.add(like, rows.forged(write(null, like, rows.get(like).sealedAt(), true), rows.get(like).sealedAt()));
                rows.rebuild();
                return Trace.at(like);
            }
        }
    }

    /** @param replayed the very text and mark of another entry; otherwise both are made up */
    private long write(Long id, int like, Instant at, boolean replayed) {
        return rows.write(id, like, at, replayed ? rows.get(like).body() : scrawl.otherText(rows.get(like).body()));
    }

    @Override
    Trace backDate() {
        int index = any();
        Duration back = Duration.ofSeconds(1 + random.nextInt(1_000_000), 1000L * random.nextInt(1_000_000));
        ForgedRows.Row row = rows.get(index);
        Instant at = record.owner.sql("select at from record.entry where id = ?").param(row.id()).query(Timestamp.class).single().toInstant();
        String text = row.body().replace(at.toString(), at.minus(back).toString()).replace("" + at.toEpochMilli(), "" + at.minus(back).toEpochMilli());
        switch (random.nextInt(4)) {
            case 0 -> rows.entry(index, "at = ?", Timestamp.from(at.minus(back)));
            case 1 -> rows.seal(index, "sealed_at = ?", Timestamp.from(row.sealedAt().minus(back)));
            case 2 -> {
                rows.entry(index, "at = ?", Timestamp.from(at.minus(back)));
                rows.entry(index, "body = ?", text);
            }
            default -> {
                rows.entry(index, "at = ?", Timestamp.from(at.minus(back)));
                rows.entry(index, "body = ?", text);
                rows.set(index, new ForgedRows.Row(row.id(), row.ticket(), row.sealedAt().minus(back), false, true, text));
                rows.rebuild();
            }
        }
        return Trace.at(index);
    }

    @Override
    Trace cutOff() {
        int left = random.nextInt(10) == 0 ? 0 : any();
        record.owner.sql("delete from record.seal where leaf_index >= ?").param(left).update();
        if (random.nextInt(4) > 0) {
            rows.deleteEntriesFrom(left);
        }
        if (random.nextInt(4) > 0) {
            record.owner.sql("delete from record.checkpoint where size > ?").param(left).update();
            record.owner.sql("delete from record.subtree where position * 256 + 256 > ?").param(left).update();
        }
        return Trace.at(left);
    }

    @Override
    Trace putBack() {
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

    @Override
    Trace signAnew() {
        int index = any();
        int change = random.nextInt(3);
        if (change == 0) {
            rows.change(index, scrawl.otherText(rows.get(index).body()));
            rows.entry(index, "body = ?", rows.get(index).body());
        } else if (change == 1) {
            rows.deleteBoth(index);
            rows.remove(index);
        }
        rows.rebuild();
        SigningKey another = SigningKey.generate(random.nextBoolean() ? record.key.verifier().name() : "another.example/record");
        List<Long> sizes = record.owner.sql("select size from record.checkpoint order by id").query(Long.class).list();
        record.owner.sql("delete from record.checkpoint").update();
        sizes.stream().map(size -> Math.min(size, rows.size())).distinct().forEach(size -> rows.checkpoint(size, another));
        return change == 2 ? Trace.BESIDE_THE_ENTRIES : Trace.at(index);
    }

    private int any() {
        return random.nextInt(rows.size());
    }
}
