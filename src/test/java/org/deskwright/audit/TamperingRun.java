package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.deskwright.DeskTestEnvironment;
import org.deskwright.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The figure: eight ways to tamper with the record, so many random changes of each ({@code -Dchanges=…}), on H2 and then on
 * PostgreSQL, and as many of an export; and how many of them {@code audit verify} finds. Run it with
 * {@code ./mvnw test -Dtest=TamperingRun}; {@code -Dseed=…} makes the same changes as an earlier run.
 */
@Tag("path")
class TamperingRun {

    private static final int ENTRIES = 300;
    private final int changes = Integer.getInteger("changes", 250);
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final TestClock clock = new TestClock();
    private final Map<String, Long> copies = new LinkedHashMap<>();
    private OwnRecord record;
    private byte[] checkpoints;
    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws Exception {
        record = DeskTestEnvironment.isPostgres() ? OwnRecord.onPostgres(folder, clock) : OwnRecord.onH2(folder, clock);
        AuditLog log = record.log();
        Sealer sealer = record.sealer();
        for (int i = 0; i < ENTRIES;) {
            for (int batch = random.nextInt(12); batch >= 0; batch--, i++) {
                log.write(i % 9 == 0 ? null : "DW-" + random.nextInt(20), "TESTED", i % 2 == 0 ? Actor.DESK : Actor.person("ada.lindqvist"),
                        Map.of("number", i, "text", Personal.text("It's \u00e4 \u2028 \ud83d\ude00 no " + i)));
                clock.pass(Duration.ofMillis(random.nextInt(500)));
            }
            sealer.sealAll();
            clock.pass(Duration.ofSeconds(random.nextInt(90)));
            if (random.nextInt(6) == 0) {
                String copy = "copy" + copies.size();
                record.backUp(copy);
                copies.put(copy, new StoredTree(record.owner).size());
            }
        }
        log.write("DW-1", "TESTED", Actor.DESK, Map.of());
        sealer.sealAll();
        record.backUp("whole");
        record.triggersOff();
        checkpoints = Files.readAllBytes(record.checkpoints);
        assertThat(record.verify()).as(record.said.toString()).isZero();
    }

    @Test
    void everyChangeOfTheDatabaseIsFound() {
        Intruder intruder = new Intruder(record, copies, folder.resolve("elsewhere"), random);
        count("record (%s)".formatted(DeskTestEnvironment.isPostgres() ? "PostgreSQL" : "H2"), kind -> {
            Trace trace = intruder.change(kind);
            boolean found = record.verify() == 1;
            String said = record.said.toString();
            record.restore("whole");
            Files.write(record.checkpoints, checkpoints);
            Files.deleteIfExists(folder.resolve("elsewhere"));
            return found && said.contains("NOT WHAT WAS SIGNED") && trace.isNamedFirst(said) ? null : trace + ": " + said;
        });
        assertThat(record.verify()).as(record.said.toString()).isZero();
    }

    @Test
    void everyChangeOfAnExportIsFound() throws Exception {
        Path file = folder.resolve("record.jsonl");
        List<String> whole = record.export(file);
        List<List<String>> older = new ArrayList<>();
        for (String copy : copies.keySet()) {
            record.restore(copy);
            older.add(record.export(file));
        }
        Forger forger = new Forger(whole, older, random);
        count("export", kind -> {
            Trace trace = forger.change(kind);
            Files.writeString(file, forger.text());
            boolean found = record.verify(file) == 1;
            String said = record.said.toString();
            return found && said.contains("NOT WHAT WAS SIGNED") && trace.isNamedFirst(said) ? null : trace + ": " + said;
        });
    }

    private interface Attempt {

        /** @return what was said if it was not found, or named wrongly; else null */
        String make(Tampering kind) throws Exception;
    }

    private void count(String what, Attempt attempt) {
        StringBuilder table = new StringBuilder("%nTampering with the %s, %d entries, seed %d%n".formatted(what, copies.size() + ENTRIES, seed));
        List<String> escaped = new ArrayList<>();
        for (Tampering kind : Tampering.values()) {
            int found = 0;
            for (int i = 0; i < changes; i++) {
                String problem = made(kind, attempt);
                if (problem == null) {
                    found++;
                } else {
                    escaped.add(kind + " " + problem);
                }
            }
            table.append("%-34s %d of %d found and named%n".formatted(kind.words, found, changes));
        }
        System.out.println(table);
        assertThat(escaped.stream().limit(5)).as("not found, or named wrongly, first of " + escaped.size()).isEmpty();
    }

    private static String made(Tampering kind, Attempt attempt) {
        try {
            return attempt.make(kind);
        } catch (Exception e) {
            throw new IllegalStateException("While it was " + kind.words, e);
        }
    }
}
