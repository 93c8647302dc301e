package org.deskwright.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.UUID;

import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Step;
import org.deskwright.identity.Identification;
import org.deskwright.review.Asked;
import org.deskwright.review.NotTheirsToDecide;
import org.deskwright.review.Reviewers;
import org.deskwright.ticket.Confidence;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class WhyPageTest extends PortalTest {

    private static final String EVALUATIONS = """
            [{"table":"thresholds","version":2,"inputs":{"step":"grant-access"},"rules":["row_1"],"outputs":[{"actAt":0.9,"reviewAt":0.4}]},
             {"table":"autonomy","version":3,"inputs":{"confidence":0.8349},"rules":["row_2"],
              "outputs":[{"autonomy":"review","reason":"medium-confidence"}]}]""";

    @Autowired
    private Plans plans;
    @Autowired
    private Identification identification;
    @Autowired
    private Reviewers reviewers;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void saysWhatTheGateWeighedAndHowPeopleDecidedBefore() throws Exception {
        Plan before = planned("ben.okafor");
        verdict(before, "approve", null);
        verdict(planned("grace.kim"), "decline", "She left <the> team");
        verdict(planned("farid.haddad", "payroll"), "approve", null);
        Plan plan = planned("ada.lindqvist");
        ask("task-1", plan, decided(plan));

        page("/staff/tickets/%s/why?task=task-1".formatted(plan.ticket()), HANA).andExpect(status().isOk())
                .andExpect(content().string(containsString("Anybody in security may decide, and 2 different people have to approve.")))
                .andExpect(content().string(containsString("This access is sensitive.")))
                .andExpect(content().string(containsString("83 %")))
                .andExpect(content().string(containsString("It proposes from 40 %")))
                .andExpect(content().string(containsString("and acts alone from 90 %")))
                .andExpect(content().string(containsString("autonomy.dmn")))
                .andExpect(content().string(containsString("version 3")))
                .andExpect(content().string(containsString("approved it")))
                .andExpect(content().string(containsString("She left &lt;the&gt; team")))
                .andExpect(content().string(containsString(before.ticket())))
                .andExpect(content().string(not(containsString("farid"))));
    }

    @Test
    void howPeopleDecidedIsNotToldOfOnesOwnRequestNorOfAnyThatOneMayNotRead() throws Exception {
        Plan readable = planned("ben.okafor", "wiki-editors");
        verdict(readable, "approve", "Readable");
        verdict(planned("judit.nagy", "wiki-editors"), "decline", "Between us: her own");
        verdict(planned("grace.kim", "wiki-editors"), "decline", "None of her business");
        Plan plan = planned("ada.lindqvist", "wiki-editors");
        asked("iam-specialists", readable, plan);
        ask("task-4", plan, decided(plan));
        page("/staff/tickets/%s/why?task=task-4".formatted(plan.ticket()), JUDIT).andExpect(status().isOk())
                .andExpect(content().string(containsString("Readable")))
                .andExpect(content().string(not(containsString("her own"))))
                .andExpect(content().string(not(containsString("None of her business"))));
        page("/staff/tickets/%s/why?task=task-4".formatted(plan.ticket()), HANA).andExpect(content().string(containsString("None of her business")));
        page("/staff/tickets/%s/why?task=task-4".formatted(plan.ticket()), person("grace.kim", "service-desk")).andExpect(status().isOk())
                .andExpect(content().string(containsString("her own")))
                .andExpect(content().string(not(containsString("None of her business"))));
    }

    private void asked(String group, Plan... plans) {
        for (Plan plan : plans) {
            jdbc.sql("insert into review_request (task_id, ticket_number, task, action_id, asked_group, asked_at) values (?, ?, 'userTask_reviewAction', ?, ?, current_timestamp)")
                    .params(UUID.randomUUID().toString(), plan.ticket(), plan.id(), group).update();
        }
    }

    @Test
    void aTaskOfAnotherTicketIsNotTold() throws Exception {
        Plan plan = planned("ada.lindqvist");
        Plan other = planned("ben.okafor");
        ask("task-2", other, decided(other));
        when(reviewers.asked("task-3")).thenThrow(new NotTheirsToDecide("Nobody was asked"));
        page("/staff/tickets/%s/why?task=task-2".formatted(plan.ticket()), HANA).andExpect(status().isForbidden());
        page("/staff/tickets/%s/why?task=task-3".formatted(plan.ticket()), HANA).andExpect(status().isForbidden());
        page("/staff/tickets/%s/why?task=task-2".formatted(other.ticket()), ADA).andExpect(status().isForbidden());
    }

    private Plan planned(String requester) {
        return planned(requester, "finance-reports");
    }

    private Plan planned(String requester, String group) {
        String number = filed(requester);
        tickets.classify(number, "access-request", new Confidence(0.8349, true, "linear-1", 1480, "isotonic", "0a"));
        return plans.make(tickets.get(number), Step.GRANT_ACCESS, ActionType.ADD_TO_GROUP,
                identification.subjectOf(number, requester).orElseThrow(), Map.of("group", group, "entitlement", group));
    }

    private UUID decided(Plan plan) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into gate_decision (id, ticket_number, action_id, step, autonomy, reasons, review_queue, approvals, evaluations, decided_at)
                values (?, ?, ?, 'grant-access', 'review', 'sensitive-access', 'security', 2, ?, current_timestamp)""")
                .params(id, plan.ticket(), plan.id(), EVALUATIONS).update();
        return id;
    }

    private void verdict(Plan plan, String outcome, String text) {
        jdbc.sql("""
                insert into verdict (id, ticket_number, task_id, task, action_id, outcome, decided_by, requester, beneficiary, text, decided_at)
                values (?, ?, ?, 'userTask_reviewAction', ?, ?, 'kwame.mensah', ?, ?, ?, current_timestamp)""")
                .params(UUID.randomUUID(), plan.ticket(), UUID.randomUUID().toString(), plan.id(), outcome, plan.target(), plan.target(), text).update();
    }

    private void ask(String task, Plan plan, UUID decision) {
        when(reviewers.asked(task)).thenReturn(new Asked(task, plan.ticket(), "userTask_reviewAction", plan.id(), decision, "access-request", "security"));
    }
}
