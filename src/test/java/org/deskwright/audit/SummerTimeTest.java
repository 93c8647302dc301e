package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TimeZone;

import org.deskwright.DeskTestEnvironment;
import org.deskwright.TestClock;
import org.h2.util.DateTimeUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where clocks are put back in autumn one hour comes twice, and the record tells the one from the other. */
@Tag("path")
class SummerTimeTest {

    private static final Instant BEFORE = Instant.parse("2026-10-24T23:30:00Z");
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final int STEPS = 36;
    private final TimeZone usual = TimeZone.getDefault();
    private final TestClock clock = new TestClock();
    @TempDir
    private Path folder;
    private OwnRecord record;

    @BeforeEach
    void setUp() throws Exception {
        in(TimeZone.getTimeZone("Europe/Berlin"));
        clock.pass(Duration.between(clock.instant(), BEFORE));
        record = DeskTestEnvironment.isPostgres() ? OwnRecord.onPostgres(folder, clock) : OwnRecord.onH2(folder, clock);
    }

    @AfterEach
    void asUsual() {
        in(usual);
    }

    private static void in(TimeZone zone) {
        TimeZone.setDefault(zone);
        DateTimeUtils.resetCalendar(); // H2 looks at it once
    }

    @Test
    void theHourThatComesTwiceIsSealedLikeAnyOther() {
        Sealer sealer = record.sealer();
        for (int step = 0; step < STEPS; step++) {
            write();
            assertThat(sealer.seal()).isOne();
            assertThat(sealer.seal()).isZero();
            clock.pass(STEP);
        }
        assertThat(record.owner.sql("select count(*) from record.seal where authentic and not clock_suspect").query(Integer.class).single()).isEqualTo(STEPS);
        assertThat(record.verify()).as(record.said.toString()).isZero();
        assertThat(record.said.toString()).doesNotContain("Note: entry");
    }

    /** However far behind the seals seem to be, to say so must not be what is sealed next, and so on. */
    @Test
    void aDeskThatSealsTellsOfNoSilence() {
        Sealer sealer = record.sealer();
        write();
        sealer.sealAll();
        record.triggersOff();
        for (int time = 0; time < 3; time++) {
            record.owner.sql("update record.seal set sealed_at = sealed_at - interval '2' hour").update();
            write();
            assertThat(sealer.seal()).isOne();
        }
        assertThat(record.owner.sql("select count(*) from record.entry where kind = 'SILENCE'").query(Integer.class).single()).isZero();
    }

    private void write() {
        record.log().write("DW-1", "TESTED", Actor.DESK, Map.of());
    }
}
