package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.deskwright.DeskTestEnvironment;
import org.deskwright.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** A clock that is half a year ahead makes nothing old, and a desk that was off for as long still lets go what is old. */
@Tag("path")
@ExtendWith(OutputCaptureExtension.class)
class WrongClockTest {

    private static final int OLD = 5;
    private static final Duration LEAP = Duration.ofDays(200);
    private final TestClock clock = new TestClock();
    @TempDir
    private Path folder;
    private OwnRecord record;

    @BeforeEach
    void setUp() throws Exception {
        record = DeskTestEnvironment.isPostgres() ? OwnRecord.onPostgres(folder, clock) : OwnRecord.onH2(folder, clock);
        write(OLD);
    }

    private void write(int entries) {
        for (int i = 0; i < entries; i++) {
            record.log().write("DW-1", "TESTED", Actor.DESK, Map.of("number", i));
        }
        record.sealer().sealAll();
    }

    @Test
    void aClockThatIsAheadForOneRunTakesNothing() {
        clock.pass(LEAP);
        record.retention().decide();
        record.idle(clock, SealTimes.WATCH.minusHours(1));
        record.retention().decide();
        clock.pass(LEAP.negated());
        record.idle(clock, SealTimes.WATCH);
        record.retention().decide();
        record.idle(clock, SealTimes.WATCH);

        assertThat(said()).isZero();
        assertThat(record.take()).isZero();
        assertThat(record.verify()).as(record.said.toString()).isZero();
    }

    @Test
    void theDaySeenBeforeTheLeapDoesNotCount() {
        record.idle(clock, SealTimes.WATCH.multipliedBy(2));
        clock.pass(LEAP);
        record.idle(clock, Duration.ofHours(1));
        record.retention().decide();
        assertThat(said()).isZero();
    }

    @Test
    void whatAClockSaidThatWasPutRightSinceIsNotTaken() {
        clock.pass(LEAP);
        record.idle(clock, SealTimes.WATCH);
        record.retention().decide();
        record.idle(clock, SealTimes.WATCH.minusHours(1));
        assertThat(said()).isOne();
        clock.pass(LEAP.negated());
        record.idle(clock, SealTimes.WATCH);
        assertThat(record.audit("prune", "--jdbc", record.url, "--user", record.ownersName(), "--key", record.key.verifier().toString())).isZero();
        assertThat(record.said.toString()).contains("Nothing goes: entries do when the record has said so for a day");
        assertThat(record.verify()).as(record.said.toString()).isZero();
        assertThat(entries("TESTED")).isEqualTo(OLD);
    }

    @Test
    void whatWasSaidByASettingThatWasPutRightSinceIsNotTaken() {
        clock.pass(Duration.ofDays(20));
        record.idle(clock, SealTimes.WATCH);
        assertThat(record.retention(Duration.ofDays(18)).decide()).isTrue();
        record.idle(clock, SealTimes.WATCH);
        assertThat(Pruning.mayGo(record.owner, record.key.verifier())).isPositive();
        assertThat(record.retention().decide()).as("takes it back").isTrue();
        assertThat(record.retention().decide()).as("once").isFalse();
        record.sealer().sealAll();
        assertThat(record.take()).as("at once").isZero();
        record.idle(clock, SealTimes.WATCH);
        assertThat(record.take()).isZero();
        assertThat(entries("TESTED")).isEqualTo(OLD);
        assertThat(record.verify()).as(record.said.toString()).isZero();

        clock.pass(LEAP);
        record.idle(clock, SealTimes.WATCH);
        record.retention().decide();
        record.idle(clock, SealTimes.WATCH);
        assertThat(record.take()).isPositive();
        assertThat(record.verify()).as(record.said.toString()).isZero();
    }

    /** What people are found by goes with what is found. */
    @Test
    void nothingIsLeftOfWhatSearchesFoundIt() {
        record.log().write("DW-1", "HUMAN_DECISION", Actor.person("ada.lindqvist"), Map.of("outcome", "approve"));
        record.sealer().sealAll();
        new RecordIndex(new JdbcTemplate(record.desk), record.transaction()).catchUp();
        assertThat(found()).isEqualTo(2);
        clock.pass(Duration.ofDays(182));
        record.idle(clock, SealTimes.WATCH);
        record.retention().decide();
        record.idle(clock, SealTimes.WATCH);
        assertThat(record.take()).isEqualTo(OLD + 1);
        assertThat(found()).isZero();
    }

    private long found() {
        return record.owner.sql("select (select count(*) from record_mention) + (select count(*) from record_index)").query(Long.class).single();
    }

    @Test
    void aDeskThatWasOffForLongLetsGoAfterADayAndTakesAfterAnother() {
        clock.pass(LEAP);
        record.idle(clock, SealTimes.WATCH.minusHours(8));
        clock.pass(Duration.ofHours(14)); // off for the night
        record.idle(clock, Duration.ofHours(9));
        record.retention().decide();
        assertThat(said()).isOne();
        record.idle(clock, SealTimes.WATCH.minusHours(1));
        assertThat(record.take()).isZero();
        record.idle(clock, Duration.ofHours(2));
        assertThat(record.take()).isEqualTo(OLD);
        assertThat(record.verify()).as(record.said.toString()).isZero();
    }

    @Test
    void aSealThatIsDatedInTheFutureKeepsNothingAndLetsNothingYoungGo() {
        leapAndBack();
        assertThat(new RecordRows(record.owner).settledTo()).as("what is still to be committed gets its seal").isZero();
        write(OLD);
        record.idle(clock, SealTimes.WATCH);
        record.retention().decide();
        assertThat(said()).as("nothing is old").isZero();

        clock.pass(Duration.ofDays(182));
        record.idle(clock, SealTimes.WATCH);
        record.retention().decide();
        assertThat(said()).isOne();
        record.idle(clock, SealTimes.WATCH);
        assertThat(record.take()).isGreaterThan(2 * OLD);
        assertThat(entries("TESTED")).isZero();
        assertThat(record.verify()).as(record.said.toString()).isZero();
    }

    @Test
    void whatWasSealedByAClockThatWasAheadIsAsOldAsWhatIsBehindIt() {
        clock.pass(Duration.ofDays(182)); // off for so long
        clock.pass(LEAP);
        write(OLD);
        clock.pass(LEAP.negated());
        record.idle(clock, SealTimes.WATCH);
        record.retention().decide();
        record.idle(clock, SealTimes.WATCH);
        assertThat(record.take()).isEqualTo(OLD);
        assertThat(entries("TESTED")).isEqualTo(OLD);
        assertThat(record.verify()).as(record.said.toString()).isZero();
    }

    @Test
    void whatAClockSaidThatWasAheadKeepsNothingFromGoingLater() {
        clock.pass(LEAP.multipliedBy(5));
        write(OLD);
        record.idle(clock, SealTimes.WATCH);
        record.retention().decide();
        assertThat(said()).as("that all so far may go").isOne();
        clock.pass(LEAP.multipliedBy(-5));
        write(OLD);

        record.idle(clock, SealTimes.WATCH);
        for (int time = 1; time <= 2; time++) {
            clock.pass(Duration.ofDays(182));
            record.idle(clock, SealTimes.WATCH);
            record.retention().decide();
            record.retention().decide();
            assertThat(record.owner.sql("select count(*) from record.pruning").query(Integer.class).single()).isEqualTo(1 + time);
            record.idle(clock, SealTimes.WATCH);
            assertThat(record.take()).isPositive();
            assertThat(record.verify()).as(record.said.toString()).isZero();
        }
        assertThat(entries("TESTED")).isZero();
    }

    @Test
    void whatWentTooSoonIsFoundAlthoughASealIsDatedInTheFuture() {
        clock.pass(LEAP);
        record.idle(clock, SealTimes.WATCH);
        record.retention().decide();
        record.idle(clock, Duration.ofMinutes(5));
        leapAndBack();
        record.triggersOff();
        record.owner.sql("delete from record.entry where id in (select entry_id from record.seal where leaf_index < (select max(up_to) from record.pruning))").update();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("entries are gone, though the desk has not run for a day since the record let them go");
    }

    private void leapAndBack() {
        clock.pass(LEAP.multipliedBy(5));
        record.idle(clock, Duration.ofMinutes(5));
        clock.pass(LEAP.multipliedBy(-5));
        record.idle(clock, Duration.ofMinutes(5));
    }

    @Test
    void peopleSeeThatTheClockMayHaveLeapt(CapturedOutput output) {
        clock.pass(Duration.ofMinutes(60));
        record.idle(clock, Duration.ofMinutes(5));
        assertThat(entries("SILENCE")).isZero();
        clock.pass(Duration.ofMinutes(61));
        record.idle(clock, Duration.ofMinutes(5));
        assertThat(entries("SILENCE")).isOne();
        assertThat(output).contains("Nothing was sealed between 2026-03-02T10:05:00Z and 2026-03-02T11:06:00Z: if the desk did run then, its clock was put forward");
    }

    private long said() {
        return entries(Retention.KIND);
    }

    private long entries(String kind) {
        return record.owner.sql("select count(*) from record.entry where kind = ?").param(kind).query(Long.class).single();
    }
}
