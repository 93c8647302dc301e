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
    void write() throws Exception {
        record = DeskTestEnvironment.isPostgres() ? OwnRecord.onPostgres(folder, clock) : OwnRecord.onH2(folder, clock);
        for (int i = 0; i < OLD; i++) {
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
        assertThat(Pruning.take(record.owner)).isZero();
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
        assertThat(record.audit("prune", "--jdbc", record.url, "--user", record.ownersName())).isZero();
        assertThat(record.said.toString()).contains("Nothing goes: entries do when the record has said so for a day");
        assertThat(record.verify()).as(record.said.toString()).isZero();
        assertThat(entries("TESTED")).isEqualTo(OLD);
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
        assertThat(Pruning.take(record.owner)).isZero();
        record.idle(clock, Duration.ofHours(2));
        assertThat(Pruning.take(record.owner)).isEqualTo(OLD);
        assertThat(record.verify()).as(record.said.toString()).isZero();
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
