package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.deskwright.BareDeskTest;
import org.deskwright.ExamplePeople;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.governance.ClearanceRefused;
import org.deskwright.governance.Plan;
import org.deskwright.identity.TargetRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Acting exactly once: intent, call, outcome, and whatever can go wrong between them. */
@BareDeskTest
class ActionsTest {

    private final Actions actions;
    private final Paperwork paperwork;
    private final OutsideWorld world;
    private final ExamplePeople people;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    ActionsTest(Actions actions, Paperwork paperwork, OutsideWorld world, ExamplePeople people, TestClock clock, JdbcClient jdbc,
                TransactionOperations transaction) {
        this.actions = actions;
        this.paperwork = paperwork;
        this.world = world;
        this.people = people;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @BeforeEach
    void quietWorld() {
        world.reset();
    }

    @Test
    void theIntentIsCommittedBeforeTheCallAndTheOutcomeAfterIt() {
        Plan plan = cleared();
        world.before(() -> {
            assertThat(entry(plan).state()).isEqualTo(ActionState.IN_FLIGHT);
            assertThat(record(plan)).endsWith("INTENT");
        });
        LedgerEntry entry = actions.perform(plan.id());
        assertThat(entry.state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(entry.evidence()).isEqualTo("ben.okafor is a member of wiki-editors");
        assertThat(record(plan)).endsWith("INTENT", "OUTCOME");
        assertThat(world.calls).containsExactly(plan.id());
    }

    @Test
    void aSecondTimeFindsTheOutcomeAndDoesNotAct() {
        Plan plan = cleared();
        actions.perform(plan.id());
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(world.calls).hasSize(1);
        assertThat(record(plan)).containsOnlyOnce("INTENT");
    }

    @Test
    void withoutAClearanceNothingHappens() {
        Plan plan = paperwork.grant("ben.okafor");
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> actions.perform(plan.id()));
        assertThat(entry(plan).state()).isEqualTo(ActionState.PLANNED);
        assertThat(world.calls).isEmpty();
        assertThat(record(plan)).doesNotContain("INTENT");
    }

    @Test
    void aPlanChangedBehindTheDesksBackIsNotCarriedOut() {
        Plan plan = cleared();
        jdbc.sql("update action_plan set parameters = ? where id = ?").params("{\"group\":\"domain-admins\"}", plan.id()).update();
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> actions.perform(plan.id()));
        assertThat(entry(plan).state()).isEqualTo(ActionState.PLANNED);
        assertThat(world.calls).isEmpty();
    }

    @Test
    void aRefusalIsAnOutcomeHoweverLongItsWords() {
        Plan plan = cleared();
        world.before(() -> {
            throw new TargetRefused("The group is full. ".repeat(500));
        });
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.REFUSED);
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.REFUSED);
        assertThat(world.calls).hasSize(1);
        assertThat(record(plan)).endsWith("INTENT", "OUTCOME");
    }

    @Test
    void whoHasLeftIsNoTarget() {
        people.add("soon.gone", "Soon Gone", true, "staff");
        Plan plan = paperwork.grant("soon.gone");
        paperwork.approve(plan, "judit.nagy");
        people.add("soon.gone", "Soon Gone", false, "staff");
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.REFUSED);
        assertThat(world.calls).isEmpty();
    }

    @Test
    void anAnswerLostOnItsWayIsReadBackAndNotRepeated() {
        Plan plan = cleared();
        world.after(ActionsTest::connectionBreaks);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
        assertThat(entry(plan).state()).isEqualTo(ActionState.UNKNOWN);
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(world.calls).hasSize(1);
        assertThat(world.looks).hasValue(1);
    }

    @Test
    void whatNeverArrivedIsPlannedAgainAndNeedsAnotherClearance() {
        Plan plan = cleared();
        world.before(ActionsTest::connectionBreaks);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
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
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.PLANNED);
        assertThat(world.looks).hasValue(1);
        assertThat(world.calls).isEmpty();
    }

    @Test
    void whatTheEnginesTransactionDoesLaterErasesNothing() {
        Plan plan = cleared();
        transaction.executeWithoutResult(status -> {
            actions.perform(plan.id());
            status.setRollbackOnly();
        });
        assertThat(entry(plan).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(record(plan)).endsWith("INTENT", "OUTCOME");
    }

    /** The engine's transaction may hold the ticket's row while the ledger writes. */
    @Test
    void theLedgerWaitsForNoRowOfTheTicket() {
        Plan plan = cleared();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update ticket set status = 'in-progress' where number = ?").param(plan.ticket()).update();
            assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.CONFIRMED);
        });
    }

    @Test
    void aLinkIsSentOnceToo() {
        Plan plan = paperwork.reset("ada.lindqvist");
        paperwork.approve(plan, "judit.nagy");
        world.after(ActionsTest::connectionBreaks);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(world.calls).containsExactly(plan.id());
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
        return jdbc.sql("select kind from audit_entry where ticket_number = ? order by id").param(plan.ticket()).query(String.class).list();
    }

    private static void connectionBreaks() {
        throw new IllegalStateException("Connection reset " + UUID.randomUUID());
    }
}
