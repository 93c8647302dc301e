package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import org.deskwright.BareDeskTest;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Revocations;
import org.deskwright.governance.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several grants give one membership, and it ends with the last of them. */
@BareDeskTest
class HoldingsTest {

    private static final String MEMBER = "ben.okafor/wiki-editors";

    private final TakeBack takeBack;
    private final Revocations revocations;
    private final Actions actions;
    private final Paperwork paperwork;
    private final OutsideWorld world;
    private final TestClock clock;

    HoldingsTest(TakeBack takeBack, Revocations revocations, Actions actions, Paperwork paperwork, OutsideWorld world, TestClock clock) {
        this.takeBack = takeBack;
        this.revocations = revocations;
        this.actions = actions;
        this.paperwork = paperwork;
        this.world = world;
        this.clock = clock;
    }

    @BeforeEach
    void quietWorld() {
        world.reset();
    }

    @Test
    void aRenewedAccessOutlivesTheOldGrantAndEndsWithTheNewOne() {
        Plan old = granted("PT1H");
        clock.pass(Duration.ofMinutes(30));
        Plan renewed = granted("PT1H");
        clock.pass(Duration.ofMinutes(31));
        assertThat(takeBack.overdue()).contains(old.id()).doesNotContain(renewed.id());
        assertThat(takeBack.expire(old.id())).isTrue();
        LedgerEntry removal = actions.perform(paperwork.inverse(old).id());
        assertThat(removal.evidence()).isEqualTo("ben.okafor is still a member of wiki-editors, by %s: nothing was taken away", renewed.ticket());
        assertThat(actions.entry(old.id())).extracting(LedgerEntry::state, LedgerEntry::keptBy).containsExactly(ActionState.REVOKED, renewed.ticket());
        assertThat(world.members).contains(MEMBER);

        clock.pass(Duration.ofMinutes(30));
        assertThat(takeBack.overdue()).contains(renewed.id()).doesNotContain(old.id());
        takeBack.expire(renewed.id());
        actions.perform(paperwork.inverse(renewed).id());
        assertThat(world.members).doesNotContain(MEMBER);
        assertThat(actions.entry(renewed.id()).isKept()).isFalse();
    }

    @Test
    void whatAPersonLeftBeyondItsEndStaysWhenAnotherGrantEnds() {
        Plan left = granted("PT1H");
        Plan second = granted("PT2H");
        clock.pass(Duration.ofMinutes(61));
        takeBack.expire(left.id());
        revocations.leave(left.id(), "judit.nagy");
        clock.pass(Duration.ofMinutes(60));
        takeBack.expire(second.id());
        actions.perform(paperwork.inverse(second).id());
        assertThat(actions.entry(second.id()).keptByTicket()).contains(left.ticket());
        assertThat(world.members).contains(MEMBER);
        demandAndPerform(left);
        assertThat(world.members).doesNotContain(MEMBER);
    }

    /** The new one found them in the group, but only the old one had put them there. */
    @Test
    void takingTheNewOneBackFirstLeavesWhatTheOldOneGives() {
        Plan old = granted("PT48H");
        Plan renewed = granted("PT72H");
        demandAndPerform(renewed);
        assertThat(actions.entry(renewed.id()).keptByTicket()).contains(old.ticket());
        assertThat(world.members).contains(MEMBER);
        demandAndPerform(old);
        assertThat(world.members).doesNotContain(MEMBER);
    }

    @Test
    void whatSomebodyHadBeforeStaysHoweverManyGrantsEnd() {
        world.members.add(MEMBER);
        Plan first = granted("PT48H");
        Plan second = granted("PT72H");
        demandAndPerform(first);
        demandAndPerform(second);
        assertThat(world.members).contains(MEMBER);
        assertThat(actions.entry(second.id())).extracting(LedgerEntry::isKept, LedgerEntry::keptByTicket)
                .containsExactly(true, Optional.empty());
    }

    /** Nobody could look when it was said to be gone: what is still there is of the desk's giving. */
    @Test
    void whatWasSaidToBeGoneAndNobodySawGoneWasNotThereBefore() {
        clock.pass(Duration.ofSeconds(1));
        Plan first = granted("PT48H");
        world.blind(true);
        actions.takenBackByHand(first.id(), "judit.nagy", "I will take it out this afternoon");
        world.blind(false);
        assertThat(actions.entry(first.id()).evidence()).startsWith("By hand, by judit.nagy, though nobody could look: ");
        Plan second = granted("PT48H");
        demandAndPerform(second);
        assertThat(world.members).as("taken away, and seen to be gone").doesNotContain(MEMBER);
        world.members.add(MEMBER);
        Plan third = granted("PT48H");
        demandAndPerform(third);
        assertThat(world.members).as("somebody else gave it since").contains(MEMBER);
    }

    @Test
    void whatIsSaidToBeGoneIsLookedAt() {
        Plan first = granted("PT48H");
        assertThatExceptionOfType(StillStands.class).isThrownBy(() -> actions.takenBackByHand(first.id(), "judit.nagy", "Removed in the console"))
                .withMessageStartingWith("The directory still has ben.okafor in wiki-editors");
        assertThat(actions.entry(first.id()).state()).isEqualTo(ActionState.CONFIRMED);
        world.members.remove(MEMBER);
        actions.takenBackByHand(first.id(), "judit.nagy", "Removed in the console");
        assertThat(actions.entry(first.id()).evidence()).startsWith("By hand, by judit.nagy: ");
        world.members.add(MEMBER);
        demandAndPerform(granted("PT48H"));
        assertThat(world.members).as("somebody else gave it since").contains(MEMBER);
    }

    @Test
    void whatAnotherGrantGivesIsNoReasonNotToBelieveIt() {
        Plan first = granted("PT48H");
        Plan second = granted("PT72H");
        actions.takenBackByHand(first.id(), "judit.nagy", "It is of the other request now");
        assertThat(actions.entry(first.id())).extracting(LedgerEntry::state, LedgerEntry::keptBy).containsExactly(ActionState.REVOKED, second.ticket());
        demandAndPerform(second);
        assertThat(world.members).doesNotContain(MEMBER);
    }

    @Test
    void whatAnotherPersonWasGivenKeepsNothing() {
        Plan grant = granted("PT48H");
        Plan other = paperwork.grant("ada.lindqvist");
        paperwork.approve(other, "judit.nagy");
        actions.perform(other.id());
        demandAndPerform(grant);
        assertThat(actions.entry(grant.id()).isKept()).isFalse();
        assertThat(world.members).containsExactly("ada.lindqvist/wiki-editors");
    }

    /** Each looks at what the other has done: both at once would see half of it. */
    @Test
    void nothingIsTakenFromSomebodyToWhomSomethingIsGivenAtTheSameTime() {
        Plan old = granted("PT48H");
        Plan renewed = cleared("PT72H");
        takeBack.demand(old.id().toString(), "judit.nagy", "Granted to the wrong person");
        Plan removal = paperwork.inverse(old);
        world.before(() -> assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(removal.id())));
        actions.perform(renewed.id());
        world.before(() -> { });
        actions.perform(removal.id());
        assertThat(world.members).contains(MEMBER);
    }

    /** They are seen in the group, lose it, and only then it is asked who gave it. */
    @Test
    void whatEndsWhileItIsLookedAtWasNotThereBefore() {
        Plan old = granted("PT48H");
        Plan renewed = cleared("PT72H");
        world.seen(() -> {
            world.seen(() -> { });
            demandAndPerform(old);
        });
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(renewed.id()));
        assertThat(world.members).doesNotContain(MEMBER);
        actions.perform(renewed.id());
        demandAndPerform(renewed);
        assertThat(actions.entry(renewed.id()).isKept()).isFalse();
        assertThat(world.members).doesNotContain(MEMBER);
    }

    private void demandAndPerform(Plan grant) {
        takeBack.demand(grant.id().toString(), "judit.nagy", "Granted to the wrong person");
        actions.perform(paperwork.inverse(grant).id());
    }

    private Plan granted(String lasts) {
        Plan plan = cleared(lasts);
        actions.perform(plan.id());
        return plan;
    }

    private Plan cleared(String lasts) {
        Plan plan = paperwork.plan(paperwork.ticket("ben.okafor"), Step.GRANT_ACCESS, ActionType.ADD_TO_GROUP,
                Map.of("entitlement", "wiki-editors", "group", "wiki-editors", "costs", "0 EUR", "lasts", lasts));
        paperwork.approve(plan, "judit.nagy");
        return plan;
    }
}
