package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.deskwright.BareDeskTest;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.governance.Plan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What several people have something against is a demand of each, and taken back once. */
@BareDeskTest
class DemandedAsWellTest {

    private final TakeBack takeBack;
    private final Actions actions;
    private final Paperwork paperwork;
    private final OutsideWorld world;
    private final JdbcClient jdbc;

    DemandedAsWellTest(TakeBack takeBack, Actions actions, Paperwork paperwork, OutsideWorld world, JdbcClient jdbc) {
        this.takeBack = takeBack;
        this.actions = actions;
        this.paperwork = paperwork;
        this.world = world;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void quietWorld() {
        world.reset();
    }

    @Test
    void whatAnotherPersonDemandsAsWellIsTheirsAndOnTheRecord() {
        Plan grant = granted();
        demand(grant, "judit.nagy");
        TakeBack.Demanded second = demand(grant, "kwame.mensah");
        assertThat(second.created()).isTrue();
        assertThat(second.revocation().demandedBy()).isEqualTo("kwame.mensah");
        assertThat(demand(grant, "judit.nagy")).extracting(TakeBack.Demanded::created, TakeBack.Demanded::revocation).containsExactly(false, second.revocation());
        assertThat(demandsOnRecord(grant)).isEqualTo(2);
        actions.perform(paperwork.inverse(grant).id());
        assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.REVOKED);
    }

    /** What only ran out may come back by itself; what somebody has something against may not, even if it was on its way out. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatEndsByItselfIsAPersonsDemandOnceTheyMakeOne(boolean gone) {
        Plan grant = granted();
        jdbc.sql("update ledger set expires_at = changed_at where action_id = ?").param(grant.id()).update();
        assertThat(takeBack.expire(grant.id())).isTrue();
        if (gone) {
            actions.perform(paperwork.inverse(grant).id());
        }
        assertThat(reasons()).containsExactly("confident");
        assertThat(demand(grant, "kwame.mensah").created()).isTrue();
        assertThat(reasons()).contains("taken-back-before");
        jdbc.sql("delete from revocation where action_id = ?").param(grant.id()).update();
    }

    private List<String> reasons() {
        return paperwork.ask(paperwork.grant("ben.okafor"), Map.of()).reasons();
    }

    private TakeBack.Demanded demand(Plan action, String login) {
        return takeBack.demand(action.id().toString(), login, "Granted to the wrong person");
    }

    private Plan granted() {
        Plan plan = paperwork.grant("ben.okafor");
        paperwork.approve(plan, "judit.nagy");
        actions.perform(plan.id());
        return plan;
    }

    private int demandsOnRecord(Plan plan) {
        return jdbc.sql("select count(*) from record.entry where ticket_number = ? and kind = 'REVOCATION'").param(plan.ticket()).query(Integer.class).single();
    }
}
