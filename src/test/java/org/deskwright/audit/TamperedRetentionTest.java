package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.deskwright.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An owner of the tables has the desk let go what it should keep, or changes what was left of what it let go. */
class TamperedRetentionTest {

    private static final int OLD = 5;
    private final TestClock clock = new TestClock();
    @TempDir
    private Path folder;
    private OwnRecord record;

    @BeforeEach
    void write() {
        record = OwnRecord.onH2(folder, clock);
        write(OLD);
        record.triggersOff();
    }

    private void write(int entries) {
        for (int i = 0; i < entries; i++) {
            record.log().write("DW-1", "TESTED", Actor.DESK, Map.of("number", i));
        }
        record.sealer().sealAll();
    }

    private void decide() {
        clock.pass(Duration.ofDays(182));
        write(1);
        record.idle(clock, SealTimes.WATCH);
        record.retention().decide();
    }

    private void prune() {
        decide();
        record.idle(clock, SealTimes.WATCH);
        assertThat(record.take()).isEqualTo(OLD);
        assertThat(record.verify()).as(record.said.toString()).isZero();
    }

    @Test
    void whatWasDatedBackIsNotLetGo() {
        record.idle(clock, SealTimes.WATCH.plus(SealTimes.STEP)); // what is dated back counts for none of it
        record.owner.sql("update record.seal set sealed_at = sealed_at - interval '400' day where leaf_index < ?").param(OLD).update();
        assertThatThrownBy(record.retention()::decide).isInstanceOf(MalformedRecord.class);
        assertThat(record.owner.sql("select count(*) from record.pruning").query(Integer.class).single()).isZero();
        assertThat(record.owner.sql("select count(*) from record.entry where kind = ?").param(Retention.KIND).query(Integer.class).single()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sealed_at = sealed_at - interval '1' day", "clock_suspect = not clock_suspect", "authentic = not authentic", "ticket_number = 'DW-2', ticket_sequence = 1"})
    void whatIsLeftOfAnEntryStaysAsItWas(String change) throws Exception {
        prune();
        record.owner.sql("update record.seal set %s where leaf_index = 0".formatted(change)).update();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("what was left of the first 5 entries, which were let go, was changed");
        Path export = folder.resolve("record.jsonl");
        record.export(export);
        assertThat(record.verify(export)).isOne();
        assertThat(record.said.toString()).contains("what was left of the first 5 entries, which were let go, was changed");
    }

    @Test
    void entriesGoTogetherOrNotAtAll() {
        decide();
        record.sealer().sealAll();
        record.owner.sql("delete from record.entry where id in (select entry_id from record.seal where leaf_index < 2)").update();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("the first 2 entries are gone, but more would have gone with them");
    }

    @Test
    void whoeverTakesThemBeforeTheDeskWouldIsFoundOut() {
        decide();
        record.sealer().sealAll();
        record.owner.sql("delete from record.entry where id in (select entry_id from record.seal where leaf_index < ?)").param(OLD).update();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("the first 5 entries are gone, though the desk has not run for a day since the record let them go");
    }

    /** All that stand behind a line that cannot be read seem to be moved, and would fill the page. */
    @Test
    void itIsFoundOutBehindManyOtherFindings() throws Exception {
        decide();
        record.sealer().sealAll();
        record.owner.sql("delete from record.entry where id in (select entry_id from record.seal where leaf_index < ?)").param(OLD).update();
        Path export = folder.resolve("record.jsonl");
        List<String> lines = record.export(export);
        int first = lines.indexOf(lines.stream().filter(line -> line.contains("\"index\":\"6\"")).findFirst().orElseThrow());
        lines.set(first, lines.get(first).substring(1));
        Files.write(export, lines);
        assertThat(record.verify(export)).isOne();
        assertThat(record.said.toString()).contains("line %d is neither an entry nor a checkpoint".formatted(first + 1), "entry 7 stands where entry 6 should",
                "the first 5 entries are gone, though the desk has not run for a day");
    }

    /** Earlier versions took what they let go within the hour. */
    @Test
    void whatAnEarlierVersionTookIsSoundAtOnce() throws Exception {
        Frontier places = new Frontier();
        new RecordRows(record.owner).sealed(OLD, row -> places.append(row.entry().placeLeaf()));
        record.log().write(null, Retention.KIND, Actor.DESK, Map.of("upTo", OLD, "before", clock.instant().toString(), "places", places.root().base64()));
        record.owner.sql("insert into record.pruning (up_to) values (?)").param(OLD).update();
        record.sealer().sealAll();
        record.owner.sql("delete from record.entry where id in (select entry_id from record.seal where leaf_index < ?)").param(OLD).update();
        assertThat(record.verify()).as(record.said.toString()).isZero();
        Path export = folder.resolve("record.jsonl");
        record.export(export);
        assertThat(record.verify(export)).as(record.said.toString()).isZero();
    }

    @Test
    void onlyTheRecordSaysWhatMayGo() {
        record.owner.sql("insert into record.pruning (up_to) values (3)").update();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("the database lets go of the first 3 entries, the record of the first 0");
    }

    @Test
    void whatWentBeforeIsStillProvedWhenMoreGoes() throws Exception {
        prune();
        decide();
        assertThat(record.verify()).as(record.said.toString()).isZero();
        record.idle(clock, SealTimes.WATCH);
        assertThat(record.verify()).as(record.said.toString()).isZero();
        assertThat(record.take()).isPositive();
        assertThat(record.verify()).as(record.said.toString()).isZero();
        Path export = folder.resolve("record.jsonl");
        assertThat(record.export(export).get(0)).contains("\"gone\":{\"authentic\":true");
        assertThat(record.verify(export)).as(record.said.toString()).isZero();
        record.owner.sql("update record.seal set sealed_at = sealed_at - interval '1' day where leaf_index = 0").update();
        assertThat(record.verify()).isOne();
    }
}
