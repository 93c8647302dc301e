package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.deskwright.DeskTestEnvironment;
import org.deskwright.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has the desk's own password may only add rows: that takes nothing away, and stops nothing. */
@Tag("path")
@ExtendWith(OutputCaptureExtension.class)
class AddedRowsTest {

    private static final int OLD = 5;
    private final TestClock clock = new TestClock();
    @TempDir
    private Path folder;
    private OwnRecord record;
    private JdbcClient desk;

    @BeforeEach
    void setUp() throws Exception {
        record = DeskTestEnvironment.isPostgres() ? OwnRecord.onPostgres(folder, clock) : OwnRecord.onH2(folder, clock);
        desk = JdbcClient.create(record.desk);
        write(OLD);
        record.sealer().sealAll();
    }

    private void write(int entries) {
        for (int i = 0; i < entries; i++) {
            record.log().write("DW-1", "TESTED", Actor.DESK, Map.of("number", i));
        }
    }

    @Test
    void theyLetNothingGo() {
        String body = "{\"activity_name\":\"PRUNED\",\"unmapped\":{\"facts\":{\"upTo\":5,\"places\":\"\"}}}";
        add(1_000_000, Retention.KIND, body);
        Instant at = clock.instant().minus(Duration.ofDays(2));
        for (int i = 0; i < 300; i++) {
            SealedEntry sealed = new SealedEntry(OLD + i, "", 1 + i, at.plus(SealTimes.STEP.multipliedBy(i)), false, true, i == 0 ? body : "");
            desk.sql("""
                    insert into record.seal (leaf_index, entry_id, ticket_number, ticket_sequence, sealed_at, clock_suspect, authentic, leaf_hash)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""").params(sealed.index(), 1_000_000 + i, sealed.ticket(), sealed.sequence(),
                    Timestamp.from(sealed.sealedAt()), false, true, sealed.leaf().bytes()).update();
        }
        desk.sql("insert into record.checkpoint (size, note) values (1000000, 'x')").update();
        desk.sql("insert into record.pruning (up_to) values (5)").update();

        assertThatThrownBy(record::take).isInstanceOf(MalformedRecord.class).hasMessageStartingWith("nothing is let go of a record that is not what was signed");
        assertThat(record.audit("prune", "--jdbc", record.url, "--user", record.ownersName(), "--key", record.key.verifier().toString())).isOne();
        assertThat(record.said.toString()).startsWith("WRONG: nothing is let go");
        assertThat(desk.sql("select count(*) from record.entry where kind = 'TESTED'").query(Integer.class).single()).isEqualTo(OLD);
    }

    @Test
    void aHugeNumberStopsNoSealing() {
        Sealer sealer = record.sealer();
        add(Long.MAX_VALUE, "TESTED", "{}");
        assertThat(sealer.seal()).isOne();
        write(1);
        assertThat(sealer.seal()).isOne();
        for (int time = 0; time < 4; time++) {
            clock.pass(Sealer.LONGEST_TRANSACTION.plusMinutes(1));
            write(1);
            assertThat(sealer.seal()).isOne();
        }
        write(1);
        assertThat(record.sealer().seal()).as("by a desk that was just started").isOne();
    }

    @Test
    void whatIsNoWordStopsNoSearch() {
        for (String outcome : new String[] {"\\u0000", "\u0130".repeat(50)}) {
            add(null, "TESTED", "{\"unmapped\":{\"facts\":{\"outcome\":\"%s\"}}}".formatted(outcome));
        }
        record.log().write("DW-1", "HUMAN_DECISION", Actor.DESK, Map.of("outcome", "approve"));
        record.sealer().sealAll();
        new RecordIndex(new JdbcTemplate(record.desk), record.transaction()).catchUp();
        assertThat(desk.sql("select outcome from record_index").query(String.class).list()).containsExactly("approve");
    }

    @Test
    void peopleSeeThatSealsStayAway(CapturedOutput output) {
        SealDelay delay = new SealDelay(desk, clock);
        write(1);
        clock.pass(Duration.ofSeconds(59));
        delay.check();
        assertThat(delay.health().getStatus()).isEqualTo(Status.UP);
        assertThat(output).doesNotContain("wait for their seal");
        clock.pass(Duration.ofHours(2));
        delay.check();
        delay.check();
        assertThat(delay.health().getStatus()).isEqualTo(new Status("UNSEALED"));
        assertThat(output).containsOnlyOnce("wait for their seal");
        record.sealer().sealAll();
        assertThat(delay.health().getStatus()).isEqualTo(Status.UP);
    }

    /** @param id null for the next one */
    private void add(Number id, String kind, String body) {
        desk.sql("insert into record.entry (%s uid, at, kind, who, body, mac) values (%s ?, ?, ?, 'desk', ?, ?)".formatted(id == null ? "" : "id,", id == null ? "" : id + ","))
                .params(UUID.randomUUID(), Timestamp.from(clock.instant()), kind, body, new byte[] { 1 }).update();
    }
}
