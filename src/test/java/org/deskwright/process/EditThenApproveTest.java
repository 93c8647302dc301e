package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.resolution.ActionState;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A reviewer grants something else than proposed: another plan, that the gate is asked about as about any other. */
class EditThenApproveTest extends TicketPaths {

    @Autowired
    Plans plans;
    @Autowired
    RuntimeService runtime;
    @Autowired
    TaskService tasks;

    @Test
    void aHarmlessChangeIsDoneAtOnceAndTheFormerPlanNever() {
        String number = crmAccess("ben.okafor");
        Plan proposed = plans.of(number).get(0);
        desk.decide(number, "judit.nagy", "approve", Map.of("newEntitlement", "wiki-editors"));

        Plan changed = plans.of(number).get(1);
        assertThat(changed.digest()).isNotEqualTo(proposed.digest());
        assertThat(changed.target()).isEqualTo(proposed.target());
        assertThat(desk.actions(number)).anySatisfy(entry -> {
            assertThat(entry.id()).isEqualTo(proposed.id());
            assertThat(entry.state()).isEqualTo(ActionState.REFUSED);
            assertThat(entry.evidence()).isEqualTo("Replaced by the action " + changed.id());
        }).anySatisfy(entry -> {
            assertThat(entry.id()).isEqualTo(changed.id());
            assertThat(entry.state()).isEqualTo(ActionState.CONFIRMED);
        }).hasSize(2);
        assertThat(groups.isMember("ben.okafor", "wiki-editors")).isTrue();
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.RESOLVED);
    }

    @Test
    void whoeverApprovesWhatIsProposedHasChangedNothing() {
        String number = crmAccess("ben.okafor");
        runtime.setVariableLocal(desk.task(number).getExecutionId(), "newEntitlement", "wiki-editors"); // as a parameter of the task does
        desk.decide(number, "judit.nagy", "approve", Map.of());
        assertThat(groups.isMember("ben.okafor", "crm-users")).isTrue();
        assertThat(groups.isMember("ben.okafor", "wiki-editors")).isFalse();
        assertThat(desk.story(number)).noneMatch(line -> line.startsWith("Changed the plan"));
    }

    @Test
    void nothingIsPlannedAnewForSomebodyWhoLeft() {
        String number = crmAccess("farid.haddad");
        leaves("farid.haddad");
        desk.decide(number, "judit.nagy", "approve", Map.of("newEntitlement", "vpn-users"));
        assertThat(desk.ticket(number).reasons()).containsExactly("grant-escalated", "requester-left");
        assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.REFUSED);
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_fulfilRequest");
    }

    @Test
    void theDifferenceIsKeptAndTold() {
        String number = crmAccess("farid.haddad");
        desk.decide(number, "judit.nagy", "approve", Map.of("newEntitlement", "vpn-users"));
        assertThat(desk.story(number)).contains("Changed the plan: crm-users → vpn-users");
        assertThat(difference(number)).isEqualTo("{\"entitlement\":\"crm-users\"} {\"entitlement\":\"vpn-users\"}");
        assertThat(desk.candidateGroups(desk.task(number))).as("it is looked at again, with its own reasons").containsExactly("iam-specialists");
        desk.decide(number, "judit.nagy", "approve", Map.of("newEntitlement", "vpn-users"));
        assertThat(groups.isMember("farid.haddad", "vpn-users")).isTrue();
        assertThat(groups.isMember("farid.haddad", "crm-users")).isFalse();

        classifier.believe("hardware", 0.55);
        String corrected = desk.file("pia.weber", "It", "the thing is broken");
        desk.decide(corrected, "hana.sato", "correct", Map.of("newCategory", "network"));
        assertThat(difference(corrected)).isEqualTo("{\"category\":\"hardware\"} {\"category\":\"network\"}");
        assertThat(desk.story(corrected)).contains("Corrected the category: hardware → network");
    }

    /** Another time is another plan: the gate is asked about it, and who approves it reads it. */
    @Test
    void howLongItLastsIsChangedAsWell() {
        String number = crmAccess("farid.haddad");
        assertThat(tasks.getVariable(desk.task(number).getId(), "newLasts")).as("what the form begins with").isEqualTo("longest");
        desk.decide(number, "judit.nagy", "approve", Map.of("newEntitlement", "crm-users", "newLasts", "PT720H"));
        assertThat(groups.isMember("farid.haddad", "crm-users")).isFalse();
        assertThat(plans.of(number)).extracting(plan -> plan.parameters().get("lasts")).containsExactly("PT4320H", "PT720H");
        assertThat(plans.of(number)).extracting(Plan::digest).doesNotHaveDuplicates();
        assertThat(desk.story(number)).contains("Changed the plan: 180 days → 30 days");
        assertThat(difference(number)).isEqualTo("{\"entitlement\":\"crm-users\",\"lasts\":\"PT4320H\"} {\"entitlement\":\"crm-users\",\"lasts\":\"PT720H\"}");
        assertThat(tasks.getVariable(desk.task(number).getId(), "proposal")).isEqualTo("Add to a group: farid.haddad to crm-users for 30 days, costs 75 EUR");
        assertThat(tasks.getVariable(desk.task(number).getId(), "newLasts")).isEqualTo("PT720H");
        desk.decide(number, "judit.nagy", "approve", Map.of("newEntitlement", "crm-users", "newLasts", "PT720H"));
        assertThat(groups.isMember("farid.haddad", "crm-users")).isTrue();
        assertThat(desk.actions(number).get(1).expiresAt()).isBetween(Instant.now().plus(Duration.ofDays(29)), Instant.now().plus(Duration.ofDays(31)));
    }

    /** Nor does whoever edits the time get round what the access allows, and back to that is a change too. */
    @Test
    void itLastsNoLongerThanTheAccessAllows() {
        String number = crmAccess("farid.haddad");
        for (String time : List.of("PT4321H", "PT8760H", "P3000D")) {
            assertThatThrownBy(() -> desk.decide(number, "judit.nagy", "approve", Map.of("newLasts", time))).hasMessageContaining("crm-users is given for 180 days at most");
        }
        assertThatThrownBy(() -> desk.decide(number, "judit.nagy", "approve", Map.of("newEntitlement", "design-tools", "newLasts", "PT4320H")))
                .hasMessageContaining("design-tools is given for 90 days at most");
        for (String time : List.of("for ever", "PT0S", "-PT24H", "PT24H0.5S", "PT30M", "P999999D")) {
            assertThatThrownBy(() -> desk.decide(number, "judit.nagy", "approve", Map.of("newLasts", time))).hasMessageContaining("Please choose for how long");
        }
        desk.decide(number, "judit.nagy", "approve", Map.of("newEntitlement", "vpn-users", "newLasts", "PT24H"));
        assertThat(desk.story(number)).contains("Changed the plan: crm-users → vpn-users, 180 days → 24 hours");
        desk.decide(number, "judit.nagy", "approve", Map.of("newLasts", "longest"));
        assertThat(plans.of(number)).extracting(plan -> plan.parameters().get("lasts")).containsExactly("PT4320H", "PT24H", "PT4320H");
    }

    /** What needs stricter reviewers is not smuggled past them, and what needs two is not approved by one. */
    @Test
    void aChangeToSomethingSensitiveMovesOn() {
        doNothing().when(groups).add(any(), eq("domain-admins"), any()); // she stays who she is for the other tests
        String number = crmAccess("ada.lindqvist");
        desk.decide(number, "judit.nagy", "approve", Map.of("newEntitlement", "domain-admins"));
        assertThat(groups.isMember("ada.lindqvist", "domain-admins")).isFalse();
        assertThat(desk.ticket(number).reasons()).contains("privileged-access");
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly("security");
        assertThatThrownBy(() -> desk.decideAnyway(number, "judit.nagy", "approve", Map.of())).hasMessageContaining("for the group security");

        desk.decide(number, "kwame.mensah", "approve", Map.of());
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.IN_REVIEW);
        assertThat(groups.isMember("ada.lindqvist", "domain-admins")).isFalse();
        assertThat(desk.candidateGroups(desk.task(number))).as("security is only him").containsExactly("executives");
        assertThat(desk.story(number)).contains("Approved; somebody else has to approve as well",
                "Nobody left in the group security may decide on this: the group executives is asked");
        assertThat(desk.mails(number)).as("the requester hears of it once")
                .filteredOn(text -> text.contains("a person looks at it before anything is done")).hasSize(1);
        desk.decide(number, "eva.rossi", "approve", Map.of());
        verify(groups).add(any(), eq("domain-admins"), any());
    }

    @Test
    void aSecondPersonMayStillDecline() {
        classifier.believe("access-request", 0.99);
        String number = desk.file("ben.okafor", "Payroll", "payroll access");
        desk.decide(number, "kwame.mensah", "approve", Map.of());
        desk.decide(number, "eva.rossi", "decline", Map.of("text", "Not for sales."));
        assertThat(groups.isMember("ben.okafor", "payroll")).isFalse();
        assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.REFUSED);
    }

    @Test
    void whatIsNoEntitlementOrNoGrantIsNotChanged() {
        String number = crmAccess("ben.okafor");
        assertThatThrownBy(() -> desk.decide(number, "judit.nagy", "approve", Map.of("newEntitlement", "the-moon")))
                .hasMessageContaining("Please choose what to grant: \"the-moon\" is none");
        assertThatThrownBy(() -> desk.decide(number, "judit.nagy", "edit", Map.of("newEntitlement", "wiki-editors")))
                .hasMessageContaining("cannot be decided here");
        assertThatThrownBy(() -> desk.decide(number, "judit.nagy", "approve", Map.of("actionId", UUID.randomUUID().toString())))
                .hasMessageContaining("\"actionId\" cannot be answered in a task");

        classifier.believe("password-reset", 0.99);
        String reset = desk.fileUnauthenticated("ada.lindqvist@example.org", "Password", "reset it");
        assertThatThrownBy(() -> desk.decide(reset, "judit.nagy", "approve", Map.of("newEntitlement", "wiki-editors")))
                .hasMessageContaining("There is nothing to change in this action");
        assertThatThrownBy(() -> desk.decide(reset, "judit.nagy", "approve", Map.of("newLasts", "longest")))
                .hasMessageContaining("There is nothing to change in this action");
    }

    private String crmAccess(String requester) {
        classifier.believe("access-request", 0.99);
        String number = desk.file(requester, "CRM", "I need the crm");
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly("iam-specialists");
        return number;
    }

    private String difference(String number) {
        return jdbc.sql("select proposed || ' ' || decided from decision_difference where ticket_number = ?").param(number)
                .query(String.class).single();
    }
}
