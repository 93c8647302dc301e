package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.deskwright.DeskTestEnvironment;
import org.deskwright.faultrun.Child;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The figure: how often {@code audit verify} cries wolf. A process that writes and seals is started again and again on the same
 * record, and killed or told to end at a random moment, {@code -Druns=…} times; half on H2, half on PostgreSQL, where the record
 * is also verified while it is written. Run it with {@code ./mvnw test -Dtest=FalseAlarmRun}.
 */
@Tag("path")
class FalseAlarmRun {

    private static final Pattern COVERED = Pattern.compile("(\\d+) covered by a signature");
    private static final int RUNS_PER_RECORD = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final int runs = Integer.getInteger("runs", 200) / 2;
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final boolean postgres = DeskTestEnvironment.isPostgres();
    private final List<String> alarms = new ArrayList<>();
    private int kills;
    private int verifications;
    private long entries;
    @TempDir
    private Path temporary;

    @Test
    void aCleanRecordIsSound() throws Exception {
        for (int run = 0; run < runs; run += RUNS_PER_RECORD) {
            Path folder = Files.createDirectory(temporary.resolve("record" + run));
            String url = postgres ? OwnRecord.onPostgres(folder, Clock.systemUTC()).url : OwnRecord.fileOnH2(folder, Clock.systemUTC());
            long before = 0;
            for (int i = run; i < Math.min(runs, run + RUNS_PER_RECORD); i++) {
                writeForAWhile(url, folder);
                long now = verified(url, folder);
                assertThat(now).as("the record goes on after every end, %s", alarms).isGreaterThan(before);
                before = now;
            }
            entries += before;
        }
        System.out.printf("%nFalse alarms (%s): %d runs, %d of them ended by kill -9, %d entries, verified %d times, seed %d: %d alarms%n",
                postgres ? "PostgreSQL" : "H2", runs, kills, entries, verifications, seed, alarms.size());
        assertThat(alarms).isEmpty();
    }

    private void writeForAWhile(String url, Path folder) throws Exception {
        Path log = folder.resolve("busy.log");
        try (Child busy = new Child(BusyRecord.class, log, List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), Map.of(), url, folder.toString())) {
            Awaitility.await("it writes, see " + log).atMost(PATIENCE).pollInterval(Duration.ofMillis(20))
                    .until(() -> !busy.isAlive() || Files.readString(log).contains(BusyRecord.WRITING));
            Thread.sleep(random.nextInt(700));
            if (postgres) {
                verified(url, folder);
            }
            assertThat(busy.isAlive()).as(Files.readString(log)).isTrue();
            if (random.nextInt(3) > 0) {
                kills++;
                busy.kill();
            } else {
                busy.order(BusyRecord.Order.END);
                assertThat(busy.awaitEnd(PATIENCE)).isZero();
            }
        }
    }

    /** @return how many entries a signature covers */
    private long verified(String url, Path folder) {
        OwnRecord record = OwnRecord.reading(url, folder);
        verifications++;
        if (record.verify() != 0) {
            alarms.add(record.said.toString());
        }
        Matcher covered = COVERED.matcher(record.said.toString());
        return covered.find() ? Long.parseLong(covered.group(1)) : 0;
    }
}
