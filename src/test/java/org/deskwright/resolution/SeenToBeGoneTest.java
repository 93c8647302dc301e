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

    /** The directory does not show the account for a while, and has it again with all its groups. */
    @Test
    void whatAGrantCouldNotFindNorGiveWasNotSeenToBeGone() {
        Plan first = granted();
        world.members.remove(MEMBER);
        world.before(() -> {
            throw new TargetRefused("This account is no longer in the directory.");
        });
        assertThat(actions.entry(granted().id()).state()).isEqualTo(ActionState.REFUSED);
        world.before(() -> { });
        world.members.add(MEMBER);
        demandAndPerform(granted());
        assertThat(world.members).as("the first one gives it").contains(MEMBER);
        demandAndPerform(first);
        assertThat(world.members).doesNotContain(MEMBER);
    }

    /** The first try got no answer and did nothing; another grant was done before the second. */
    @Test
    void whatALaterTryFoundWasNotSeenToBeGone() {
        Plan slow = cleared();
        world.before(() -> {
            throw new IllegalStateException("The connection broke");
        });
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(slow.id()));
        world.before(() -> { });
        clock.pass(Reconciler.LONGEST_CALL);
        assertThat(actions.perform(slow.id()).state()).isEqualTo(ActionState.PLANNED);
        Plan other = granted();
        paperwork.approve(slow, "judit.nagy");
        assertThat(actions.perform(slow.id()).state()).isEqualTo(ActionState.CONFIRMED);
        demandAndPerform(slow);
        assertThat(world.members).as("the other one gives it").contains(MEMBER);
        demandAndPerform(other);
        assertThat(world.members).doesNotContain(MEMBER);
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
