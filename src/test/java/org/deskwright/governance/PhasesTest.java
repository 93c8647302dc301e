package org.deskwright.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.deskwright.BareDeskTest;
import org.deskwright.Config;
import org.deskwright.audit.AuditLog;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;

/** The roll-out: where it starts, that raising is a decision, and lowering is at once. */
@BareDeskTest
class PhasesTest {

    private final Phases phases;
    private final Switches switches;
    private final AuditLog audit;
    private final JdbcClient jdbc;

    PhasesTest(Phases phases, Switches switches, AuditLog audit, JdbcClient jdbc) {
        this.phases = phases;
        this.switches = switches;
        this.audit = audit;
        this.jdbc = jdbc;
    }

    @Test
    void theDemoStartsItsTwoHarmlessCategories() {
        assertThat(phases.all()).extracting(CategoryPhase::category).isEqualTo(Config.CATEGORIES);
        assertThat(phases.all()).filteredOn(it -> it.phase() != Phase.ROUTE && it.who() == null)
                .allSatisfy(it -> assertThat(it.phase()).isEqualTo(Phase.AUTO)).extracting(CategoryPhase::category)
                .isSubsetOf("password-reset", "access-request").contains("password-reset");
    }

    @Test
    void elsewhereNothingStartsAboveRouteWhateverAFileSays() {
        Phases production = new Phases(jdbc, Config.TAXONOMY, audit, Clock.systemUTC(),
                new AutomationSettings(Map.of("printing", Phase.AUTO, "password-reset", Phase.AUTO)), new MockEnvironment());
        assertThat(production.of("password-reset")).isEqualTo(Phase.ROUTE);
        assertThat(production.of("printing")).isEqualTo(Phase.ROUTE);
        assertThat(production.of(null)).isEqualTo(Phase.ROUTE);
    }

    @Test
    void raisingIsADecisionOnTheRecordAndLoweringIsAtOnce() {
        long seen = switches.revision();
        assertThatExceptionOfType(RaiseRefused.class).isThrownBy(() -> phases.set("email", Phase.ASSIST, "noor.ali", "Try it", " ", seen));
        assertThatExceptionOfType(StaleRevision.class).isThrownBy(() -> phases.set("email", Phase.ASSIST, "noor.ali", "Try it", "Nothing is measured yet", null));
        assertThatExceptionOfType(StaleRevision.class).isThrownBy(() -> phases.set("email", Phase.ASSIST, "noor.ali", "Try it", "Nothing is measured yet", seen - 1));
        assertThat(phases.of("email")).isEqualTo(Phase.ROUTE);

        phases.set("email", Phase.ASSIST, "noor.ali", "Try it", "Nothing is measured yet", seen);
        assertThat(phases.all()).filteredOn(it -> it.category().equals("email")).singleElement().satisfies(it -> {
            assertThat(it.phase()).isEqualTo(Phase.ASSIST);
            assertThat(it.who()).isEqualTo("noor.ali");
            assertThat(it.override()).isEqualTo("Nothing is measured yet");
        });
        phases.set("email", Phase.ROUTE, "kwame.mensah", "No good", null, null);
        assertThat(phases.of("email")).isEqualTo(Phase.ROUTE);
        assertThat(jdbc.sql("select kind from record.entry where kind like 'PHASE%' and body like '%\"email\"%' order by id").query(String.class).list())
                .isEqualTo(List.of("PHASE_RAISED", "PHASE_LOWERED"));
    }
}
