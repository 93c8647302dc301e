package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.deskwright.DeskTestEnvironment;
import org.deskwright.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** A word by which entries may go counts no more once it was taken back: neither for the tables nor for who verifies. */
@Tag("path")
class TakenBackTest {

    private static final int OLD = 5;
    private static final Duration SHORT = Duration.ofDays(18);
    private final TestClock clock = new TestClock();
    @TempDir
    private Path folder;
    private OwnRecord record;

    @BeforeEach
    void setUp() throws Exception {
        record = DeskTestEnvironment.isPostgres() ? OwnRecord.onPostgres(folder, clock) : OwnRecord.onH2(folder, clock);
        for (int i = 0; i < OLD; i++) {
            record.log().write("DW-1", "TESTED", Actor.DESK, Map.of("number", i));
        }
        record.sealer().sealAll();
        clock.pass(Duration.ofDays(20));
        record.idle(clock, SealTimes.WATCH);
        assertThat(record.retention(SHORT).decide()).isTrue();
        record.sealer().sealAll();
    }

    private void takeBack() {
        assertThat(record.retention().decide()).isTrue();
        record.sealer().sealAll();
        assertThat(record.verify()).as(record.said.toString()).isZero();
    }

    private int delete() {
        return record.owner.sql("delete from record.entry where id in (select entry_id from record.seal where leaf_index < ?)").param(OLD).update();
    }

    @Test
    void theTablesKeepWhatWasToGo() {
        record.idle(clock, SealTimes.WATCH);
        takeBack();
        assertThatThrownBy(this::delete).isInstanceOf(DataAccessException.class);
    }

    @Test
    void whoeverTakesItNeverthelessIsFoundOut() throws Exception {
        record.idle(clock, SealTimes.WATCH);
        takeBack();
        record.triggersOff();
        assertThat(delete()).isEqualTo(OLD);
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("entry 0 is gone, and no entry says that it may be");
        Path export = folder.resolve("record.jsonl");
        record.export(export);
        assertThat(record.verify(export)).isOne();
        assertThat(record.said.toString()).contains("entry 0 is gone, and no entry says that it may be");
    }

    @Test
    void whatWentBeforeThatIsSound() {
        record.idle(clock, SealTimes.WATCH);
        assertThat(record.take()).isEqualTo(OLD);
        clock.pass(Duration.ofDays(20));
        record.idle(clock, SealTimes.WATCH);
        assertThat(record.retention(SHORT).decide()).as("more may go").isTrue();
        record.idle(clock, SealTimes.WATCH);
        takeBack();
        assertThat(record.take()).isZero();
        record.idle(clock, SealTimes.WATCH);
        assertThat(record.verify()).as(record.said.toString()).isZero();
    }

    /** They took back as well, and did not say how many had gone. */
    @Test
    void whatAnEarlierVersionTookBackMayHaveGoneIfItsTimeHadCome() {
        record.idle(clock, SealTimes.WATCH);
        sayAsEarlier();
        record.triggersOff();
        delete();
        assertThat(record.verify()).as(record.said.toString()).isZero();
    }

    @Test
    void whatAnEarlierVersionTookBackBeforeItsTimeHadComeIsKept() {
        sayAsEarlier();
        record.triggersOff();
        delete();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("entry 0 is gone, and no entry says that it may be");
    }

    private void sayAsEarlier() {
        record.log().write(null, Retention.KIND, Actor.DESK, Map.of("upTo", 0, "before", clock.instant().toString(), "wait", "P1D", "places", Hash.EMPTY.base64()));
        record.owner.sql("insert into record.pruning (up_to) values (0)").update();
        record.sealer().sealAll();
    }
}
