package org.deskwright.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.deskwright.BareDeskTest;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.ticket.Ticket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One plan, one use, a short life; what it takes to get one by approval stands in {@link ApprovalsTest}. */
@BareDeskTest
class ClearancesTest {

    private final Clearances clearances;
    private final Paperwork paperwork;
    private final Plans plans;
    private final TestClock clock;
    private final JdbcClient jdbc;

    ClearancesTest(Clearances clearances, Paperwork paperwork, Plans plans, TestClock clock, JdbcClient jdbc) {
        this.clearances = clearances;
        this.paperwork = paperwork;
        this.plans = plans;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Test
    void itIsGoodForOneUse() {
        Plan plan = approved();
        Clearance clearance = clearances.forAction(plan.id());
        assertThat(clearance.plan().digest()).isEqualTo(plan.digest());
        redeem(clearance);
        refused(() -> redeem(clearance));
        refused(() -> clearances.forAction(plan.id()));
    }

    @Test
    void theGatesIsGoodForAQuarterOfAnHour() {
        Plan plan = paperwork.grant("ben.okafor");
        clearances.mintAuto(plan, decision(plan));
        Clearance clearance = clearances.forAction(plan.id());
        expires(plan, clearance, Duration.ofMinutes(15));
    }

    @Test
    void whoeverAsksTheGateAgainHasNoneFromBefore() {
        Plan plan = approved();
        Clearance before = clearances.forAction(plan.id());
        paperwork.ask(plan, Map.of(Fact.SENSITIVITY, "sensitive"));
        refused(() -> clearances.forAction(plan.id()));
        refused(() -> redeem(before));
    }

    @Test
    void norHasWhoeverAsksItInAnothersName() {
        Plan plan = approved();
        assertThat(paperwork.gate().ask(plan, paperwork.ticket("ada.lindqvist"), Map.of()).reasons()).containsExactly("foreign-plan");
        refused(() -> clearances.forAction(plan.id()));
    }

    @Test
    void whereAPersonSaysNoNothingClearsItAnyMore() {
        Plan plan = paperwork.grant("ben.okafor");
        paperwork.ask(plan, Map.of(Fact.SENDER_AUTHENTICATED, "no"));
        String task = paperwork.put(plan);
        clearances.mintAuto(plan, decision(plan));
        paperwork.decline(task, "judit.nagy");
        refused(() -> clearances.forAction(plan.id()));
    }

    @Test
    void anApprovalIsGoodForADay() {
        Plan plan = approved();
        Clearance clearance = clearances.forAction(plan.id());
        expires(plan, clearance, Duration.ofHours(24));
    }

    private void expires(Plan plan, Clearance clearance, Duration lifetime) {
        clock.pass(lifetime.minusMillis(1));
        assertThat(clearances.forAction(plan.id()).id()).isEqualTo(clearance.id());
        clock.pass(Duration.ofMillis(1));
        refused(() -> clearances.forAction(plan.id()));
        refused(() -> redeem(clearance));
    }

    @ParameterizedTest
    @ValueSource(strings = {"target = 'eva.rossi'", "type = 'send-reset-link'", "ticket_number = (select min(number) from ticket)",
        "parameters = '{\"group\":\"domain-admins\"}'"})
    void aPlanThatWasChangedIsRefused(String change) {
        paperwork.ticket("ada.lindqvist");
        Plan plan = approved();
        jdbc.sql("update action_plan set " + change + " where id = ?").param(plan.id()).update();
        refused(() -> redeem(clearances.forAction(plan.id())));
    }

    @Test
    void aPlanThatWasChangedWithItsDigestIsRefusedToo() {
        Plan plan = approved();
        String forged = Digest.of(plan.id(), plan.ticket(), plan.type(), "eva.rossi", plan.parameters());
        jdbc.sql("update action_plan set target = 'eva.rossi', digest = ? where id = ?").params(forged, plan.id()).update();
        refused(() -> clearances.forAction(plan.id()));
    }

    @Test
    void itIsForNoOtherAction() {
        Clearance clearance = clearances.forAction(approved().id());
        Plan other = paperwork.grant("ben.okafor");
        refused(() -> clearances.forAction(other.id()));
        refused(() -> redeem(new Clearance(clearance.id(), other)));
        refused(() -> redeem(new Clearance(UUID.randomUUID(), clearance.plan())));
    }

    @Test
    void aPlanComesBackAsItWasMade() {
        Plan plan = paperwork.grant("ben.okafor");
        assertThat(plans.get(plan.id())).usingRecursiveComparison().ignoringFields("confidence").isEqualTo(plan);
        assertThat(plans.of(plan.ticket())).extracting(Plan::id).containsExactly(plan.id());
        assertThat(plans.find(UUID.randomUUID())).isEmpty();
    }

    private Plan approved() {
        Plan plan = paperwork.grant("ben.okafor");
        paperwork.approve(plan, "judit.nagy");
        return plan;
    }

    private GateDecision decision(Plan plan) {
        return new GateDecision(UUID.randomUUID(), plan.ticket(), plan.id(), plan.step(), Autonomy.AUTO, List.of(), null, 1, List.of(), clock.instant());
    }

    private void redeem(Clearance clearance) {
        Clearances.redeem(jdbc, clearance, clock.instant());
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(attempt);
    }
}
