package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.deskwright.BareDeskTest;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.audit.PlainWords;
import org.deskwright.governance.ActionType;
import org.deskwright.governance.ClearanceRefused;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Step;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** When nobody knows whether an action was done: the target is asked, nothing is repeated blindly, and nobody waits for ever. */
@BareDeskTest
class UnknownOutcomeTest {

    private final Actions actions;
    private final TakeBack takeBack;
    private final Reconciler reconciler;
    private final Paperwork paperwork;
    private final OutsideWorld world;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final PlainWords words;

    UnknownOutcomeTest(Actions actions, TakeBack takeBack, Reconciler reconciler, Paperwork paperwork, OutsideWorld world, TestClock clock, JdbcClient jdbc,
                       TransactionTemplate transaction, PlainWords words) {
        this.words = words;
        this.takeBack = takeBack;
        this.transaction = transaction;
        this.actions = actions;
        this.reconciler = reconciler;
        this.paperwork = paperwork;
        this.world = world;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void quietWorld() {
        world.reset();
    }

    /** What a test leaves unknown would stand in the next one's way. */
    @AfterEach
    void nothingIsOutstanding() {
        world.reset();
        clock.pass(Reconciler.LONGEST_CALL.multipliedBy(2));
        reconciler.settle();
    }

    @Test
    void anAnswerLostOnItsWayIsReadBackAndNotRepeated() {
        Plan plan = cleared();
        world.after(UnknownOutcomeTest::connectionBreaks);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
        assertThat(entry(plan).state()).isEqualTo(ActionState.UNKNOWN);
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(world.calls).hasSize(1);
        assertThat(world.looks).as("before the call, and after the crash").hasValue(2);
    }

    /** Its time counts from its beginning. */
    @Test
    void whatIsFoundOutLateEndsAsItWasApproved() {
        Plan plan = paperwork.plan(paperwork.ticket("ben.okafor"), Step.GRANT_ACCESS, ActionType.ADD_TO_GROUP,
                Map.of("entitlement", "wiki-editors", "group", "wiki-editors", "costs", "0 EUR", "lasts", "PT1H"));
        paperwork.approve(plan, "judit.nagy");
        world.after(UnknownOutcomeTest::connectionBreaks);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
        Instant begun = clock.instant();
        clock.pass(Duration.ofMinutes(61));
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(entry(plan).expiresAt()).isBeforeOrEqualTo(begun.plus(Duration.ofHours(1)));
        assertThat(takeBack.overdue()).contains(plan.id());
    }

    @Test
    void whatNeverArrivedIsPlannedAgainAndNeedsAnotherClearance() {
        Plan plan = cleared();
        world.before(UnknownOutcomeTest::connectionBreaks);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
        clock.pass(Reconciler.LONGEST_CALL);
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.PLANNED);
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> actions.perform(plan.id()));
        assertThat(world.calls).hasSize(1);

        world.reset();
        paperwork.approve(plan, "judit.nagy");
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.CONFIRMED);
    }

    @Test
    void aCallThatMayStillBeUnderWayIsLeftAlone() {
        Plan plan = cleared();
        jdbc.sql("update ledger set state = 'in-flight' where action_id = ?").param(plan.id()).update();
        clock.pass(Duration.ofSeconds(25).minusMillis(1));
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
        assertThat(world.looks).hasValue(0);

        clock.pass(Duration.ofMillis(1));
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id())).withMessageContaining("does not show yet");
        assertThat(world.looks).hasValue(1);
        clock.pass(Reconciler.LONGEST_CALL);
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.PLANNED);
        assertThat(world.calls).isEmpty();
    }

    @Test
    void twoActionsOfOneKindNeverRunAtOneTargetAtOnce() {
        Plan first = cleared();
        Plan second = cleared();
        world.after(UnknownOutcomeTest::connectionBreaks);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(first.id()));
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(second.id()))
                .withMessageContaining("under way");
        assertThat(entry(second).state()).isEqualTo(ActionState.PLANNED);

        world.after(() -> { });
        assertThat(actions.perform(first.id()).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(actions.perform(second.id()).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(world.calls).containsExactly(first.id(), second.id());
    }

    @Test
    void theReconcilerSettlesWhatNoProcessAsksFor() {
        Plan done = cleared();
        world.after(UnknownOutcomeTest::connectionBreaks);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(done.id()));
        reconciler.settle();
        assertThat(entry(done).state()).isEqualTo(ActionState.CONFIRMED);

        Plan diedInTheMiddle = cleared();
        jdbc.sql("update ledger set state = 'in-flight', changed_at = ? where action_id = ?")
                .params(Timestamp.from(clock.instant()), diedInTheMiddle.id()).update();
        world.members.clear();
        reconciler.settle();
        assertThat(entry(diedInTheMiddle).state()).isEqualTo(ActionState.IN_FLIGHT);
        clock.pass(Reconciler.LONGEST_CALL.multipliedBy(2));
        reconciler.settle();
        assertThat(entry(diedInTheMiddle).state()).isEqualTo(ActionState.PLANNED);
    }

    @Test
    void aTargetThatCannotBeAskedStaysUnknownAndIsAskedAgain() {
        Plan plan = cleared();
        world.after(UnknownOutcomeTest::connectionBreaks);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
        world.blind(true);
        reconciler.settle();
        assertThat(entry(plan).state()).isEqualTo(ActionState.UNKNOWN);
        world.blind(false);
        reconciler.settle();
        assertThat(entry(plan).state()).isEqualTo(ActionState.CONFIRMED);
    }

    @Test
    void whatPeopleHaveTakenOverIsNeverPlannedAgain() {
        Plan plan = cleared();
        world.before(UnknownOutcomeTest::connectionBreaks);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
        assertThat(actions.giveUp(plan.id(), "no answer for a minute").state()).isEqualTo(ActionState.UNKNOWN);
        clock.pass(Reconciler.LONGEST_CALL);
        reconciler.settle();
        assertThat(entry(plan).state()).isEqualTo(ActionState.REFUSED);
        assertThat(record(plan)).endsWith("HANDED_OVER", "OUTCOME");
    }

    @Test
    void whatMayHaveBeenDoneIsHandedOverWithItsTicketAndThatIsOnTheRecordOnce() {
        Plan plan = cleared();
        world.before(UnknownOutcomeTest::connectionBreaks);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
        actions.abandon(plan.ticket(), "The ticket went to people");
        actions.abandon(plan.ticket(), "The ticket was closed");
        assertThat(entry(plan).abandoned()).isTrue();
        assertThat(record(plan)).endsWith("OUTCOME", "HANDED_OVER").containsOnlyOnce("HANDED_OVER");
        String body = jdbc.sql("select body from record.entry where ticket_number = ? and kind = 'HANDED_OVER'").param(plan.ticket())
                .query(String.class).single();
        assertThat(words.of(body).toString()).contains(plan.id().toString(), "\"state\":\"unknown\"", "The ticket went to people");
    }

    @Test
    void aHandOverLivesAndDiesWithWhatMadeIt() {
        Plan plan = cleared();
        world.before(UnknownOutcomeTest::connectionBreaks);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
        transaction.executeWithoutResult(status -> {
            actions.abandon(plan.ticket(), "The ticket went to people");
            status.setRollbackOnly();
        });
        assertThat(entry(plan).abandoned()).isFalse();
        assertThat(record(plan)).doesNotContain("HANDED_OVER");
    }

    private Plan cleared() {
        Plan plan = paperwork.grant("ben.okafor");
        paperwork.approve(plan, "judit.nagy");
        return plan;
    }

    private LedgerEntry entry(Plan plan) {
        return actions.of(plan.ticket()).stream().filter(entry -> entry.id().equals(plan.id())).findFirst().orElseThrow();
    }

    private List<String> record(Plan plan) {
        return jdbc.sql("select kind from record.entry where ticket_number = ? order by id").param(plan.ticket()).query(String.class).list();
    }

    private static void connectionBreaks() {
        throw new IllegalStateException("Connection reset " + UUID.randomUUID());
    }
}
