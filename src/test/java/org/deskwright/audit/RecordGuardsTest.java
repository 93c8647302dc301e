package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;

import org.deskwright.DeskTestEnvironment;
import org.deskwright.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An owner who takes away what the tables refuse is not unheard. */
@Tag("path")
@ExtendWith(OutputCaptureExtension.class)
class RecordGuardsTest {

    private final boolean postgres = DeskTestEnvironment.isPostgres();
    @TempDir
    private Path folder;
    private OwnRecord record;
    private RecordGuards guards;

    @BeforeEach
    void setUp() throws Exception {
        record = postgres ? OwnRecord.onPostgres(folder, new TestClock()) : OwnRecord.onH2(folder, new TestClock());
        guards = new RecordGuards(JdbcClient.create(record.desk), record.url, record.log());
    }

    @Test
    void nothingIsSaidWhileAllIsAsItWasMade(CapturedOutput output) {
        guards.check();
        assertThat(guards.health().getStatus()).isEqualTo(Status.UP);
        assertThat(entries()).isZero();
        assertThat(output).doesNotContain("no longer refuses");
    }

    @Test
    void aTriggerThatIsMissingIsSaid(CapturedOutput output) {
        record.owner.sql(postgres ? "drop trigger seal_stays on record.seal" : "drop trigger record.seal_stays").update();
        isSaid(output, "the trigger seal.seal_stays is missing, off or changed");
    }

    @Test
    void triggersThatAreOffAreSaid(CapturedOutput output) {
        record.triggersOff();
        isSaid(output, "the trigger entry.entry_is_kept is missing, off or changed");
    }

    @Test
    @EnabledIfSystemProperty(named = "desk.test.database", matches = "postgres", disabledReason = "on H2 a trigger is a class of the desk's")
    void aFunctionThatRefusesNothingAnyMoreIsSaid(CapturedOutput output) {
        record.owner.sql("create or replace function record.pruned_only() returns trigger language plpgsql as $$ begin return old; end $$").update();
        isSaid(output, "the trigger entry.entry_is_kept is missing, off or changed");
    }

    @Test
    @EnabledIfSystemProperty(named = "desk.test.database", matches = "postgres", disabledReason = "on H2 a trigger is a class of the desk's")
    void aTriggerThatFiresNoMoreThanSometimesIsSaid(CapturedOutput output) {
        record.owner.sql("drop trigger seal_stays on record.seal").update();
        record.owner.sql("create trigger seal_stays before delete on record.seal execute function record.append_only()").update();
        isSaid(output, "the trigger seal.seal_stays is missing, off or changed");
    }

    @Test
    void aRightThatIsTooMuchIsSaid(CapturedOutput output) {
        record.owner.sql("grant update on record.pruning to " + OwnRecord.DESK).update();
        isSaid(output, "record.pruning may be changed by others than its owner");
    }

    /** One table, or on PostgreSQL one column, is enough to say that nothing happened. */
    @ParameterizedTest
    @ValueSource(strings = {"delete on record.seal", "update on record.subtree", "update (authentic) on record.seal", "trigger on record.checkpoint", "truncate on record.entry"})
    void aDeskThatMayChangeAnythingOfTheRecordDoesNotStart(String right) {
        assumeTrue(postgres || right.matches("(delete|update) on .*"), "H2 knows no such right");
        RecordRights rights = new RecordRights(JdbcClient.create(record.desk), record.url);
        rights.check();
        record.owner.sql("grant %s to %s".formatted(right, OwnRecord.DESK)).update();
        assertThatThrownBy(rights::check).isInstanceOf(IllegalStateException.class).hasMessageContaining("may change the record (%s)".formatted(right.replaceFirst(".* on ", "")));
    }

    private void isSaid(CapturedOutput output, String missing) {
        guards.check();
        assertThat(guards.health().getStatus()).isEqualTo(new Status("UNGUARDED"));
        assertThat(output).contains("The database no longer refuses every change of the record").contains(missing);
        record.sealer().sealAll();
        assertThat(record.owner.sql("select body from record.entry where kind = 'UNGUARDED'").query(String.class).single()).contains(missing);
    }

    private long entries() {
        return record.owner.sql("select count(*) from record.entry").query(Long.class).single();
    }
}
