package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.deskwright.BareDeskTest;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.governance.Plan;
import org.deskwright.identity.TargetRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody took a membership away past the desk, and the desk gave it again. */
@BareDeskTest
class SeenToBeGoneTest {

    private static final String MEMBER = "ben.okafor/wiki-editors";

    private final TakeBack takeBack;
    private final Actions actions;
    private final Paperwork paperwork;
    private final OutsideWorld world;
    private final TestClock clock;

    SeenToBeGoneTest(TakeBack takeBack, Actions actions, Paperwork paperwork, OutsideWorld world, TestClock clock) {
        this.clock = clock;
        this.takeBack = takeBack;
        this.actions = actions;
        this.paperwork = paperwork;
        this.world = world;
    }

    @BeforeEach
    void quietWorld() {
        world.reset();
    }

    /** Somebody took it from them in the directory: the ledger still had it as given. */
    @Test
    void whatWasSeenToBeGoneKeepsNothingAndWasNotThereBefore() {
        Plan first = granted();
        world.members.remove(MEMBER);
        Plan second = granted();
        demandAndPerform(second);
        assertThat(actions.entry(second.id()).isKept()).isFalse();
        assertThat(world.members).doesNotContain(MEMBER);
        world.members.add(MEMBER);
        Plan third = granted();
        demandAndPerform(third);
        assertThat(world.members).as("somebody else gave it since").contains(MEMBER);
        assertThat(actions.entry(first.id()).state()).isEqualTo(ActionState.CONFIRMED);
    }

    @Test
    void whatSomebodyHadBeforeAndLostKeepsNothingEither() {
        world.members.add(MEMBER);
        Plan first = granted();
        world.members.remove(MEMBER);
        Plan second = granted();
        demandAndPerform(second);
        demandAndPerform(first);
        assertThat(world.members).doesNotContain(MEMBER);
        assertThat(actions.entry(first.id()).isKept()).isFalse();
    }

    /** The directory has it again with all its groups. */
    @Test
    void whatWasNotToBeSeenWasNotSeenToBeGone() {
        Plan first = granted();
        world.hidden.add("ben.okafor");
        world.before(() -> {
            throw new TargetRefused("This account is no longer in the directory.");
        });
        assertThat(actions.entry(granted().id()).state()).isEqualTo(ActionState.REFUSED);
        world.before(() -> world.hidden.clear());
        world.hidden.add("ben.okafor");
        Plan second = granted();
        assertThat(actions.entry(second.id()).state()).isEqualTo(ActionState.CONFIRMED);
        demandAndPerform(second);
        assertThat(world.members).as("the first one gives it").contains(MEMBER);
        demandAndPerform(first);
        assertThat(world.members).doesNotContain(MEMBER);
    }

    /** The first try did nothing, and another grant was done before the second. */
    @Test
    void whatALaterTryFoundWasNotSeenToBeGone() {
        Plan slow = tried();
        settledUndone(slow);
        Plan other = granted();
        again(slow);
        demandAndPerform(slow);
        assertThat(world.members).as("the other one gives it").contains(MEMBER);
        demandAndPerform(other);
        assertThat(world.members).doesNotContain(MEMBER);
    }

    /** They had it as the first try looked, which did nothing. */
    @Test
    void whatALaterTryDidNotFindWasNotThereBefore() {
        world.members.add(MEMBER);
        Plan slow = tried();
        world.members.remove(MEMBER);
        settledUndone(slow);
        again(slow);
        demandAndPerform(slow);
        assertThat(world.members).doesNotContain(MEMBER);
        assertThat(actions.entry(slow.id()).isKept()).isFalse();
    }

    @Test
    void whatALaterTryWasTheFirstToSeeWasThereBefore() {
        world.members.add(MEMBER);
        world.hidden.add("ben.okafor");
        Plan slow = tried();
        settledUndone(slow);
        world.hidden.clear();
        again(slow);
        demandAndPerform(slow);
        assertThat(world.members).contains(MEMBER);
    }

    private Plan tried() {
        Plan plan = cleared();
        world.before(() -> {
            throw new IllegalStateException("The connection broke");
        });
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
        world.before(() -> { });
        clock.pass(Reconciler.LONGEST_CALL);
        return plan;
    }

    private void settledUndone(Plan plan) {
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.PLANNED);
    }

    private void again(Plan plan) {
        paperwork.approve(plan, "judit.nagy");
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.CONFIRMED);
    }

    private void demandAndPerform(Plan grant) {
        takeBack.demand(grant.id().toString(), "judit.nagy", "Granted to the wrong person");
        actions.perform(paperwork.inverse(grant).id());
    }

    private Plan granted() {
        Plan plan = cleared();
        actions.perform(plan.id());
        return plan;
    }

    private Plan cleared() {
        Plan plan = paperwork.grant("ben.okafor");
        paperwork.approve(plan, "judit.nagy");
        return plan;
    }
}
