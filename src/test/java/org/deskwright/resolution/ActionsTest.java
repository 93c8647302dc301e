package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import org.deskwright.BareDeskTest;
import org.deskwright.ExamplePeople;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.governance.ActionType;
import org.deskwright.governance.ClearanceRefused;
import org.deskwright.governance.Plan;
import org.deskwright.identity.TargetRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Acting exactly once: intent, call, outcome, and whatever can go wrong between them. */
@BareDeskTest
class ActionsTest {

    private final Actions actions;
    private final Paperwork paperwork;
    private final OutsideWorld world;
    private final ExamplePeople people;
    private final JdbcClient jdbc;
    private final TakeBack takeBack;
    private final TransactionOperations transaction;

    ActionsTest(Actions actions, Paperwork paperwork, OutsideWorld world, ExamplePeople people, JdbcClient jdbc, TakeBack takeBack,
                TransactionOperations transaction) {
        this.actions = actions;
        this.paperwork = paperwork;
        this.world = world;
        this.people = people;
        this.jdbc = jdbc;
        this.takeBack = takeBack;
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

    @ParameterizedTest
    @ValueSource(strings = {"update clearance set used_at = granted_at where action_id = ?", "update clearance set expires_at = granted_at where action_id = ?",
        "update clearance set digest = 'forged' where action_id = ?", "delete from clearance where action_id = ?",
        "update action_plan set parameters = '{\"group\":\"domain-admins\"}' where id = ?", "update action_plan set target = 'eva.rossi' where id = ?"})
    void whoeverActsWithoutAClearanceThatHoldsIsOnTheRecordEvenIfTheirOwnWorkIsUndone(String tampering) {
        Plan plan = cleared();
        jdbc.sql(tampering).param(plan.id()).update();
        transaction.executeWithoutResult(status -> {
            assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> actions.perform(plan.id()));
            status.setRollbackOnly();
        });
        assertThat(record(plan)).endsWith("CLEARANCE_REFUSED").doesNotContain("INTENT");
        assertThat(world.calls).isEmpty();
    }

    @Test
    void aTicketCarriesOutNoOtherTicketsAction() {
        Plan plan = cleared();
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> actions.perform("DW-1", plan.id()))
                .withMessage("It was planned for %s, not for DW-1".formatted(plan.ticket()));
        assertThat(record(plan)).endsWith("CLEARANCE_REFUSED").doesNotContain("INTENT");
        assertThat(world.calls).isEmpty();
        assertThat(actions.perform(plan.ticket(), plan.id()).state()).isEqualTo(ActionState.CONFIRMED);
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
    void whatWasNeverBegunIsRefusedWhenNobodyTriesAnyMore() {
        Plan plan = cleared();
        assertThat(actions.giveUp(plan.id(), "the directory cannot be reached").state()).isEqualTo(ActionState.REFUSED);
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.REFUSED);
        assertThat(world.calls).isEmpty();
    }

    @Test
    void takingBackRestoresWhatWasBefore() {
        Plan grant = cleared();
        actions.perform(grant.id());
        Plan back = revocation(grant);
        assertThat(actions.perform(back.id()).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(entry(grant).state()).isEqualTo(ActionState.REVOKED);
        assertThat(world.members).isEmpty();
    }

    @Test
    void whoWasAMemberBeforeStaysOne() {
        world.members.add("ben.okafor/wiki-editors");
        Plan grant = cleared();
        actions.perform(grant.id());
        Plan back = revocation(grant);
        assertThat(actions.perform(back.id()).evidence()).contains("nothing was taken away");
        assertThat(world.members).containsExactly("ben.okafor/wiki-editors");
    }

    private Plan revocation(Plan grant) {
        takeBack.demand(grant.id().toString(), "judit.nagy", "not needed");
        return paperwork.inverse(grant);
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
}
