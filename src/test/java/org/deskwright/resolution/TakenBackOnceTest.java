package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;

import org.deskwright.BareDeskTest;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.governance.ClearanceRefused;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Revocations;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** However often something is planned and cleared that takes an action back: it is done while the action stands. */
@BareDeskTest
class TakenBackOnceTest {

    private final TakeBack takeBack;
    private final Revocations revocations;
    private final Actions actions;
    private final Paperwork paperwork;
    private final OutsideWorld world;
    private final TestClock clock;
    private final JdbcClient jdbc;

    TakenBackOnceTest(TakeBack takeBack, Revocations revocations, Actions actions, Paperwork paperwork, OutsideWorld world, TestClock clock, JdbcClient jdbc) {
        this.takeBack = takeBack;
        this.revocations = revocations;
        this.actions = actions;
        this.paperwork = paperwork;
        this.world = world;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Both were cleared before either was done. */
    @Test
    void whatWasTakenBackIsNotTakenBackAgain() {
        world.reset();
        Plan link = paperwork.link("ada.lindqvist");
        actions.perform(link.id());
        takeBack.demand(link.id().toString(), "judit.nagy", "Sent to the wrong person");
        Plan first = paperwork.inverse(link);
        Plan second = paperwork.inverse(link);
        actions.perform(first.id());
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> actions.perform(second.id())).withMessageContaining("does not stand any more");
        Plan third = paperwork.inverse(link);
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> actions.perform(third.id())).withMessageContaining("no clearance");
        assertThat(world.calls).as("sent, and cancelled once").containsExactly(link.id(), link.id());
        assertThat(jdbc.sql("select reasons from gate_decision where action_id = ?").param(third.id()).query(String.class).single())
                .isEqualTo("nothing-to-take-back");
    }

    /** It was cleared before a person decided that it stays. */
    @Test
    void whatIsLeftAsItIsIsNotTakenBack() {
        world.reset();
        Plan link = paperwork.link("ada.lindqvist");
        actions.perform(link.id());
        takeBack.demand(link.id().toString(), "judit.nagy", "Sent to the wrong person");
        Plan back = paperwork.inverse(link);
        revocations.leave(link.id(), "judit.nagy");
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> actions.perform(back.id())).withMessageContaining("nobody demands it back");
        assertThat(world.calls).containsExactly(link.id());
    }

    /** The desk died after the call: whoever goes on looks at the target and finds it done. */
    @Test
    void afterACrashItIsFoundOutAndNotDoneTwice() {
        world.reset();
        Plan grant = paperwork.grant("ben.okafor");
        paperwork.approve(grant, "judit.nagy");
        actions.perform(grant.id());
        takeBack.demand(grant.id().toString(), "judit.nagy", "Granted to the wrong person");
        Plan back = paperwork.inverse(grant);
        world.after(() -> {
            throw new IllegalStateException("the connection broke");
        });
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(back.id()));
        assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.CONFIRMED);
        int calls = world.calls.size();
        clock.pass(Duration.ofSeconds(30));
        assertThat(actions.perform(back.id()).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.REVOKED);
        assertThat(world.calls).hasSize(calls);
        assertThat(world.members).isEmpty();
    }
}
