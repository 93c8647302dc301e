package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;

import org.deskwright.BareDeskTest;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Step;
import org.deskwright.identity.NotShown;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** The directory has it again with all its groups: until then nobody looks, begins, or believes that anything was done or not. */
    @ParameterizedTest
    @ValueSource(strings = {"ben.okafor", "wiki-editors"})
    void whatIsNotShownIsNotKnown(String hidden) {
        Plan first = granted();
        Plan second = cleared();
        world.hidden.add(hidden);
        assertThatExceptionOfType(NotShown.class).isThrownBy(() -> actions.perform(second.id()));
        assertThat(actions.entry(second.id()).state()).isEqualTo(ActionState.PLANNED);
        world.hidden.clear();
        actions.perform(second.id());
        demandAndPerform(second);
        assertThat(world.members).as("the first one gives it").contains(MEMBER);
        demandAndPerform(first);
        assertThat(world.members).doesNotContain(MEMBER);
    }

    @ParameterizedTest
    @CsvSource({"ben.okafor, true", "ben.okafor, false", "wiki-editors, true", "wiki-editors, false"})
    void whatIsNotShownIsNeitherDoneNorUndone(String hidden, boolean arrives) {
        Plan grant = cleared();
        interrupted(grant, arrives);
        world.hidden.add(hidden);
        clock.pass(Reconciler.LONGEST_CALL);
        assertThatExceptionOfType(NotShown.class).isThrownBy(() -> actions.perform(grant.id()));
        assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.UNKNOWN);
        world.hidden.clear();
        assertThat(actions.perform(grant.id()).state()).isEqualTo(arrives ? ActionState.CONFIRMED : ActionState.PLANNED);
        if (!arrives) {
            again(grant);
        }
        takeBack.demand(grant.id().toString(), "judit.nagy", "Granted to the wrong person");
        Plan removal = paperwork.inverse(grant);
        interrupted(removal, arrives);
        world.hidden.add(hidden);
        clock.pass(Reconciler.LONGEST_CALL);
        assertThatExceptionOfType(NotShown.class).isThrownBy(() -> actions.perform(removal.id()));
        assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.CONFIRMED);
        world.hidden.clear();
        if (arrives) {
            assertThat(actions.perform(removal.id()).state()).isEqualTo(ActionState.CONFIRMED);
            assertThat(world.members).doesNotContain(MEMBER);
        } else {
            assertThat(actions.perform(removal.id()).state()).isEqualTo(ActionState.PLANNED);
            assertThat(actions.giveUp(removal.id(), "Enough").state()).isEqualTo(ActionState.REFUSED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ben.okafor", "wiki-editors"})
    void whatIsNotShownDoesNotBackAPersonsWord(String hidden) {
        clock.pass(Duration.ofSeconds(1));
        Plan grant = granted();
        world.hidden.add(hidden);
        actions.takenBackByHand(grant.id(), "judit.nagy", "Removed in the console");
        assertThat(actions.entry(grant.id()).evidence()).startsWith("By hand, by judit.nagy, though nobody could look: ");
        world.hidden.clear();
        demandAndPerform(granted());
        assertThat(world.members).as("it was there still, and of the desk's giving").doesNotContain(MEMBER);
    }

    /** One group was deleted for good: nobody will ever know. */
    @Test
    void whatIsNotKnownOfOneGroupKeepsNobodyFromAnother() {
        Plan lost = cleared();
        interrupted(lost, false);
        world.hidden.add("wiki-editors");
        clock.pass(Reconciler.LONGEST_CALL.multipliedBy(2));
        assertThatExceptionOfType(NotShown.class).isThrownBy(() -> actions.perform(lost.id()));
        Plan other = paperwork.plan(paperwork.ticket("ben.okafor"), Step.GRANT_ACCESS, ActionType.ADD_TO_GROUP,
                Map.of("entitlement", "crm-users", "group", "crm-users", "costs", "0 EUR"));
        paperwork.approve(other, "judit.nagy");
        assertThat(actions.perform(other.id()).state()).isEqualTo(ActionState.CONFIRMED);
        demandAndPerform(other);
        assertThat(actions.entry(other.id()).state()).isEqualTo(ActionState.REVOKED);
        world.hidden.clear();
        settledUndone(lost);
    }

    /** Another grant gave it between the tries, after somebody had taken what was there before. */
    @Test
    void whatAnotherGrantGaveSinceWasNotThereBefore() {
        world.members.add(MEMBER);
        Plan slow = tried();
        world.members.remove(MEMBER);
        settledUndone(slow);
        Plan other = granted();
        again(slow);
        demandAndPerform(other);
        assertThat(world.members).as("the slow one gives it").contains(MEMBER);
        demandAndPerform(slow);
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

    private Plan tried() {
        Plan plan = cleared();
        interrupted(plan, false);
        clock.pass(Reconciler.LONGEST_CALL);
        return plan;
    }

    private void interrupted(Plan plan, boolean arrives) {
        Runnable breaks = () -> {
            throw new IllegalStateException("The connection broke");
        };
        if (arrives) {
            world.after(breaks);
        } else {
            world.before(breaks);
        }
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
        world.before(() -> { });
        world.after(() -> { });
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
