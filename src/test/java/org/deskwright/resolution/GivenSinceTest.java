package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.deskwright.BareDeskTest;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.governance.Plan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A grant ends of which everybody knows that it gives nothing any more: what others gave since is not its to take. */
@BareDeskTest
class GivenSinceTest {

    private static final String MEMBER = "ben.okafor/wiki-editors";

    private final TakeBack takeBack;
    private final Actions actions;
    private final Paperwork paperwork;
    private final OutsideWorld world;
    private final TestClock clock;
    private final JdbcClient jdbc;

    GivenSinceTest(TakeBack takeBack, Actions actions, Paperwork paperwork, OutsideWorld world, TestClock clock, JdbcClient jdbc) {
        this.takeBack = takeBack;
        this.actions = actions;
        this.paperwork = paperwork;
        this.world = world;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void quietWorld() {
        world.reset();
    }

    /** Somebody took it out by mistake, and put it back after the desk had given it anew and taken that back. */
    @ParameterizedTest
    @ValueSource(strings = {"done", "unknown", "by hand"})
    void whatOthersGaveSinceStays(String how) {
        clock.pass(Duration.ofSeconds(1));
        world.members.add(MEMBER);
        Plan first = granted();
        world.members.remove(MEMBER);
        Plan second = granted();
        takenBack(second, "done");
        assertThat(world.members).doesNotContain(MEMBER);
        world.members.add(MEMBER);
        takenBack(first, how);
        assertThat(actions.entry(first.id())).extracting(LedgerEntry::state, LedgerEntry::isKept).containsExactly(ActionState.REVOKED, false);
        assertThat(world.members).contains(MEMBER);
        Plan third = granted();
        takenBack(third, "done");
        assertThat(world.members).as("it was there before the third").contains(MEMBER);
        assertThat(actions.entry(third.id()).isKept()).isTrue();
    }

    private void takenBack(Plan grant, String how) {
        if (how.equals("by hand")) {
            actions.takenBackByHand(grant.id(), "judit.nagy", "Removed in the console");
            return;
        }
        takeBack.demand(grant.id().toString(), "judit.nagy", "Granted to the wrong person");
        Plan removal = paperwork.inverse(grant);
        if (how.equals("unknown")) {
            jdbc.sql("update ledger set state = 'unknown' where action_id = ?").param(removal.id()).update();
            clock.pass(Reconciler.LONGEST_CALL);
        }
        assertThat(actions.perform(removal.id()).state()).isEqualTo(ActionState.CONFIRMED);
    }

    private Plan granted() {
        Plan plan = paperwork.grant("ben.okafor");
        paperwork.approve(plan, "judit.nagy");
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.CONFIRMED);
        return plan;
    }
}
