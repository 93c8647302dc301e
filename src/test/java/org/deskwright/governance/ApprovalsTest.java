package org.deskwright.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.deskwright.BareDeskTest;
import org.deskwright.ExamplePeople;
import org.deskwright.Paperwork;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Tickets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which stored approvals mint a clearance. Rows are written by hand here, as an insider would who has got past the service:
 * what the database lets through is refused all the same.
 */
@BareDeskTest
class ApprovalsTest {

    private static final String DOMAIN_ADMINS = "domain-admins";

    private final Clearances clearances;
    private final Demands demands;
    private final Paperwork paperwork;
    private final Tickets tickets;
    private final ExamplePeople people;
    private final JdbcClient jdbc;

    ApprovalsTest(Clearances clearances, Demands demands, Paperwork paperwork, Tickets tickets, ExamplePeople people, JdbcClient jdbc) {
        this.clearances = clearances;
        this.demands = demands;
        this.paperwork = paperwork;
        this.tickets = tickets;
        this.people = people;
        this.jdbc = jdbc;
    }

    @AfterEach
    void everybodyIsWhereTheyWere() {
        people.add("ben.okafor", "Ben Okafor", true, "staff", "crm-users");
        people.add("judit.nagy", "Judit Nagy", true, "staff", "iam-specialists");
        people.add("kwame.mensah", "Kwame Mensah", true, "staff", "security");
    }

    @Test
    void anApprovalByOneOfTheAskedIsOne() {
        Plan plan = reviewed("ben.okafor");
        assertThat(clearances.mintForApproval(plan.id(), stored(plan, "approve", "judit.nagy"))).isZero();
        assertThat(clearances.forAction(plan.id()).plan().id()).isEqualTo(plan.id());
    }

    @Test
    void requesterAndTargetCannotApprove() {
        Plan own = reviewed("ben.okafor");
        people.add("ben.okafor", "Ben Okafor", true, "staff", "iam-specialists");
        refused(own, stored(own, "approve", "ben.okafor"));

        Plan forBen = reviewed("ben.okafor");
        jdbc.sql("update ticket set requester = 'judit.nagy' where number = ?").param(forBen.ticket()).update();
        refused(forBen, stored(forBen, "approve", "ben.okafor"));
        refused(forBen, stored(forBen, "approve", "judit.nagy"));
    }

    @Test
    void onlyAStoredApprovalOfThisActionIsOne() {
        Plan plan = reviewed("ben.okafor");
        Plan other = reviewed("ben.okafor");
        refused(plan, UUID.randomUUID());
        for (String outcome : List.of("decline", "correct", "edit", "done")) {
            Plan declined = reviewed("ben.okafor");
            refused(declined, stored(declined, outcome, "judit.nagy"));
        }
        refused(plan, stored(other, "approve", "judit.nagy"));
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> clearances.forAction(plan.id()));
    }

    @Test
    void whoWasNotInTheGroupThatWasAskedDoesNotCount() {
        Plan plan = reviewed("ben.okafor");
        refused(plan, stored(plan, "approve", "hana.sato"));
        UUID verdict = stored(plan, "approve", "judit.nagy");
        people.add("judit.nagy", "Judit Nagy", true, "staff");
        refused(plan, verdict);
        people.add("judit.nagy", "Judit Nagy", false, "staff", "iam-specialists");
        refused(plan, verdict);
    }

    @Test
    void aVerdictAtATaskThatAskedNobodyIsNone() {
        Plan plan = reviewed("ben.okafor");
        UUID verdict = stored(plan, "approve", "judit.nagy");
        jdbc.sql("delete from review_request where action_id = ?").param(plan.id()).update();
        refused(plan, verdict);
    }

    /** The gate's last answer counts: an approval from before, for an action that people must not clear any more, is void. */
    @Test
    void onlyWhereTheGateLastAskedForPeople() {
        Plan auto = paperwork.grant("ben.okafor");
        assertThat(paperwork.ask(auto, Map.of()).autonomy()).isEqualTo(Autonomy.AUTO);
        refused(auto, stored(auto, "approve", "judit.nagy"));

        Plan escalated = reviewed("ben.okafor");
        UUID early = stored(escalated, "approve", "judit.nagy");
        tickets.classify(escalated.ticket(), "access-request", new Confidence(0.1, true, "test", 1_000, "isotonic", "0".repeat(64)));
        jdbc.sql("update action_plan set confidence = 0.1 where id = ?").param(escalated.id()).update();
        Plan unsure = paperwork.plans().get(escalated.id());
        assertThat(paperwork.ask(unsure, Map.of()).autonomy()).isEqualTo(Autonomy.ESCALATE);
        refused(escalated, early);
        refused(escalated, stored(escalated, "approve", "judit.nagy"));

        Plan never = paperwork.grant("ben.okafor");
        assertThat(demands.of(never.id())).isEmpty();
        refused(never, UUID.randomUUID());
    }

    @Test
    void anApprovalOfAnEarlierQuestionAnswersNoLaterOne() {
        Plan plan = reviewed("ben.okafor");
        UUID early = stored(plan, "approve", "judit.nagy");
        paperwork.ask(plan, Map.of(Fact.SENDER_AUTHENTICATED, "no"));
        refused(plan, early);
    }

    @Test
    void oneApprovalMintsOneClearance() {
        Plan plan = reviewed("ben.okafor");
        UUID verdict = stored(plan, "approve", "judit.nagy");
        clearances.mintForApproval(plan.id(), verdict);
        assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> clearances.mintForApproval(plan.id(), verdict));
    }

    @Test
    void whatOpensMostIsApprovedByTwo() {
        Plan plan = privileged();
        assertThat(demands.of(plan.id())).hasValueSatisfying(demand -> {
            assertThat(demand.approvals()).isEqualTo(2);
            assertThat(demand.queue()).isEqualTo("security");
        });
        assertThat(paperwork.approve(paperwork.put(plan), "kwame.mensah")).isEqualTo(1);
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> clearances.forAction(plan.id()));
        assertThat(paperwork.approve(paperwork.put(plan), "eva.rossi")).isZero();
        assertThat(clearances.forAction(plan.id()).plan().digest()).isEqualTo(plan.digest());
    }

    /** Who has left the group that was asked does not stand behind the approval any more. */
    @Test
    void aFirstApproverWhoHasLeftIsReplaced() {
        Plan plan = privileged();
        paperwork.approve(paperwork.put(plan), "kwame.mensah");
        people.add("kwame.mensah", "Kwame Mensah", false, "staff", "security");
        people.add("judit.nagy", "Judit Nagy", true, "staff", "security");
        assertThat(paperwork.approve(paperwork.put(plan), "judit.nagy")).isEqualTo(1);
        assertThat(paperwork.approve(paperwork.put(plan), "eva.rossi")).isZero();
    }

    private Plan reviewed(String requester) {
        Plan plan = paperwork.grant(requester);
        assertThat(paperwork.ask(plan, Map.of(Fact.SENDER_AUTHENTICATED, "no", Fact.ACCOUNT_KIND, "ordinary")).autonomy()).isEqualTo(Autonomy.REVIEW);
        return plan;
    }

    private Plan privileged() {
        Plan plan = paperwork.plan(paperwork.ticket("ben.okafor"), Step.GRANT_ACCESS, ActionType.ADD_TO_GROUP,
                Map.of("entitlement", DOMAIN_ADMINS, "group", DOMAIN_ADMINS));
        paperwork.ask(plan, Map.of());
        return plan;
    }

    private UUID stored(Plan plan, String outcome, String decider) {
        UUID id = UUID.randomUUID();
        UUID decision = demands.of(plan.id()).orElseThrow().decisionId();
        jdbc.sql("insert into review_request (task_id, ticket_number, task, action_id, decision_id, asked_group, asked_at) values (?, ?, 'userTask_reviewAction', ?, ?, 'iam-specialists', current_timestamp)")
                .params(id.toString(), plan.ticket(), plan.id(), decision).update();
        jdbc.sql("""
                insert into verdict (id, ticket_number, task_id, task, action_id, decision_id, outcome, decided_by, text, decided_at)
                values (?, ?, ?, 'userTask_reviewAction', ?, ?, ?, ?, '', current_timestamp)""")
                .params(id, plan.ticket(), id.toString(), plan.id(), decision, outcome, decider).update();
        return id;
    }

    private void refused(Plan plan, UUID verdict) {
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> clearances.mintForApproval(plan.id(), verdict));
    }
}
