package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Timestamp;
import java.time.Duration;

import org.deskwright.BareDeskTest;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.audit.PlainWords;
import org.deskwright.governance.Clearance;
import org.deskwright.governance.Clearances;
import org.deskwright.governance.Plan;
import org.deskwright.identity.Attempt;
import org.deskwright.identity.TooLate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a target does after the desk has stopped waiting for it is the desk's doing all the same, and can be taken back. */
@BareDeskTest
class LateEffectTest {

    private static final String MEMBERSHIP = "ben.okafor/wiki-editors";

    private final Actions actions;
    private final Reconciler reconciler;
    private final TakeBack takeBack;
    private final Paperwork paperwork;
    private final OutsideWorld world;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final PlainWords words;
    private final Clearances clearances;
    private final Attempts attempts;
    private final TransactionTemplate transaction;

    LateEffectTest(Clearances clearances, Actions actions, Reconciler reconciler, TakeBack takeBack, Paperwork paperwork, OutsideWorld world, TestClock clock, JdbcClient jdbc,
                   PlainWords words, Attempts attempts, TransactionTemplate transaction) {
        this.clearances = clearances;
        this.attempts = attempts;
        this.transaction = transaction;
        this.actions = actions;
        this.reconciler = reconciler;
        this.takeBack = takeBack;
        this.paperwork = paperwork;
        this.world = world;
        this.clock = clock;
        this.jdbc = jdbc;
        this.words = words;
    }

    @BeforeEach
    void quietWorld() {
        world.reset();
    }

    @Test
    void whatGotNoAnswerRestsBeforeItIsBelievedThatItWasNotDone() {
        Plan grant = unanswered();
        clock.pass(Reconciler.LONGEST_CALL.minusMillis(1));
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(grant.id()));
        reconciler.settle();
        assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.UNKNOWN);

        world.members.add(MEMBERSHIP);
        reconciler.settle();
        assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.CONFIRMED);
        takeBack(grant);
        assertThat(world.members).isEmpty();
    }

    @Test
    void aSecondTryThatFindsWhatTheFirstOneDidIsTakenBackToHowItWasBeforeTheFirst() {
        Plan grant = unanswered();
        clock.pass(Reconciler.LONGEST_CALL);
        reconciler.settle();
        assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.PLANNED);

        world.reset();
        world.members.add(MEMBERSHIP);
        paperwork.approve(grant, "judit.nagy");
        assertThat(actions.perform(grant.id()).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(lastOf(grant, "INTENT")).contains("\"member\":\"false\"");
        takeBack(grant);
        assertThat(world.members).isEmpty();
    }

    @Test
    void aTryThatTookTooLongToBeginDoesNothing() {
        Plan grant = cleared();
        world.before(() -> clock.pass(Attempts.LATEST_BEGIN));
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(grant.id())).withCauseInstanceOf(TooLate.class);
        assertThat(world.members).isEmpty();
        clock.pass(Reconciler.LONGEST_CALL);
        reconciler.settle();
        assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.PLANNED);
    }

    @Test
    void aTryThatOthersHaveSettledDoesNothingAndIsOnTheRecord() {
        Plan grant = cleared();
        world.before(() -> settledByOthers(grant));
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(grant.id())).withCauseInstanceOf(TooLate.class);
        assertThat(world.members).isEmpty();
        assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.PLANNED);
        assertThat(lastOf(grant, "OUTCOME")).contains("An answer that came late: No answer: TooLate");
    }

    @Test
    void whatHasBegunIsLeftAloneFromThenOn() {
        Plan grant = cleared();
        world.before(() -> clock.pass(Attempts.LATEST_BEGIN.minusMillis(1)));
        world.after(() -> {
            world.members.clear(); // what was sent shows later
            clock.pass(Reconciler.LONGEST_CALL.minusMillis(1));
            reconciler.settle();
            assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.IN_FLIGHT);
        });
        assertThat(actions.perform(grant.id()).state()).isEqualTo(ActionState.CONFIRMED);
    }

    @Test
    void whatBeginsWhileSomebodyLooksIsNotSettledAsUndone() {
        Plan grant = cleared();
        jdbc.sql("update ledger set state = 'in-flight', changed_at = ? where action_id = ?").params(now(), grant.id()).update();
        clock.pass(Reconciler.LONGEST_CALL.multipliedBy(2));
        world.seen(() -> jdbc.sql("update ledger set changed_at = ? where action_id = ?").params(now(), grant.id()).update());
        reconciler.settle();
        assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.IN_FLIGHT);
        world.seen(() -> { });
        clock.pass(Reconciler.LONGEST_CALL.multipliedBy(2));
        reconciler.settle();
        assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.PLANNED);
    }

    @Test
    void whatWasDoneIsNotedAsDoneWhateverOthersMadeOfIt() {
        Plan grant = cleared();
        world.after(() -> settledByOthers(grant));
        assertThat(actions.perform(grant.id()).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(lastOf(grant, "OUTCOME")).contains("\"from\":\"planned\"", "\"state\":\"confirmed\"");
        world.reset();
        world.members.add(MEMBERSHIP);
        takeBack(grant);
        assertThat(world.members).isEmpty();
    }

    @Test
    void aBeginningLivesAndDiesWithWhatIsWrittenInIt() {
        Plan grant = cleared();
        Clearance clearance = clearances.forAction(grant.id());
        world.before(() -> {
            Attempt attempt = attempts.of(clearance, jdbc);
            LedgerEntry before = actions.entry(grant.id());
            clock.pass(Duration.ofSeconds(1));
            transaction.executeWithoutResult(status -> {
                attempt.beginWith();
                status.setRollbackOnly();
            });
            assertThat(actions.entry(grant.id())).isEqualTo(before);
            attempt.begin();
            assertThat(actions.entry(grant.id()).at()).isEqualTo(before.at().plusSeconds(1));
            assertThatExceptionOfType(TooLate.class).isThrownBy(attempt::beginWith);
        });
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(grant.id())).withCauseInstanceOf(TooLate.class);
        assertThat(world.members).isEmpty();
        clock.pass(Reconciler.LONGEST_CALL);
        reconciler.settle();
    }

    private void settledByOthers(Plan plan) {
        jdbc.sql("update ledger set state = 'planned', outstanding = null where action_id = ?").param(plan.id()).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private String lastOf(Plan plan, String kind) {
        return words.of(jdbc.sql("select body from record.entry where ticket_number = ? and kind = ? order by id desc limit 1").params(plan.ticket(), kind)
                .query(String.class).single()).toString();
    }

    private Plan cleared() {
        Plan grant = paperwork.grant("ben.okafor");
        paperwork.approve(grant, "judit.nagy");
        return grant;
    }

    private Plan unanswered() {
        Plan grant = cleared();
        world.before(() -> {
            throw new IllegalStateException("No answer within " + Duration.ofSeconds(5));
        });
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(grant.id()));
        world.before(() -> { });
        return grant;
    }

    private void takeBack(Plan grant) {
        takeBack.demand(grant.id().toString(), "judit.nagy", "not needed");
        assertThat(actions.perform(paperwork.inverse(grant).id()).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.REVOKED);
    }
}
