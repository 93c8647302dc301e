package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.deskwright.governance.Demands;
import org.deskwright.identity.TargetRefused;
import org.deskwright.resolution.ActionState;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Access asked for: granted alone, after review, or not at all. */
class GrantAccessTest extends TicketPaths {

    @Autowired
    private Demands demands;

    @Test
    void aStricterTableBindsTheNextTicketAndItsStepEscalates() throws Exception {
        String table = Files.readString(Path.of("decisions/thresholds.dmn"));
        deploy(table.replace(">0.60<", ">0.995<").replace(">0.90<", ">0.999<").replace(">0.85<", ">0.999<")
                .replace("0.60", "0.995").replace("0.90", "0.999").replace("0.85", "0.999"));
        try {
            classifier.believe("access-request", 0.99);
            String number = desk.file("ben.okafor", "Wiki", "wiki please");
            assertThat(desk.ticket(number).reasons()).contains("low-confidence");
            assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
            assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.REFUSED);

            classifier.believe("password-reset", 0.99);
            String reset = desk.file("ben.okafor", "Password", "forgotten");
            desk.reply(reset, "ben.okafor", desk.codeOnPhone(reset));
            assertThat(desk.ticket(reset).status()).isEqualTo(TicketStatus.ESCALATED);
        } finally {
            deploy(table);
        }
    }

    @Test
    void wikiAccessIsGrantedWithoutAPerson() {
        classifier.believe("access-request", 0.95);
        String number = desk.file("ben.okafor", "Wiki", "Please give me edit rights in the wiki");
        assertThat(groups.isMember("ben.okafor", "wiki-editors")).isTrue();
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.RESOLVED);

        desk.fireTimer(number, "timerEvent_threeDaysPassed");
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.NO_ANSWER);
    }

    @Test
    void whatAPersonTookBackIsGivenAgainByAPerson() {
        classifier.believe("access-request", 0.95);
        String number = desk.file("ben.okafor", "Wiki", "Please give me edit rights in the wiki");
        demand(desk.actions(number).get(0).id());
        desk.runJobs();
        assertThat(groups.isMember("ben.okafor", "wiki-editors")).isFalse();

        String again = desk.file("ben.okafor", "Wiki", "Please give me edit rights in the wiki");
        assertThat(desk.ticket(again).status()).isEqualTo(TicketStatus.IN_REVIEW);
        assertThat(desk.ticket(again).reasons()).containsExactly("taken-back-before", "mandatory-review");
        assertThat(desk.candidateGroups(desk.task(again))).containsExactly("iam-specialists");
        desk.decide(again, "judit.nagy", "approve", Map.of());
        assertThat(groups.isMember("ben.okafor", "wiki-editors")).isTrue();
    }

    @Test
    void aNumberThatNobodyCalibratedNeverActsAlone() {
        classifier.believe("access-request", new Confidence(1.0, false, "somebody", 0, null, null));
        String number = desk.file("farid.haddad", "Wiki", "wiki please");
        assertThat(desk.ticket(number).autonomy()).isEqualTo("review");
        assertThat(groups.isMember("farid.haddad", "wiki-editors")).isFalse();
    }

    @Test
    void nothingIsPlannedForWhoeverAsksWhereTheTextNamesOthers() {
        classifier.believe("access-request", 0.99);
        String number = desk.file("farid.haddad", "Wiki", "Please give edit rights in the wiki to Grace Kim and ben.okafor");
        assertThat(desk.actions(number)).isEmpty();
        assertThat(desk.ticket(number).reasons()).containsExactly("other-person-named");
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_fulfilRequest");

        String own = desk.file("farid.haddad", "Wiki", "Please give edit rights in the wiki to farid.haddad");
        assertThat(desk.actions(own)).hasSize(1);
    }

    @Test
    void sensitiveAccessWaitsForSecurityAndAnApprovalThatExpiredIsAskedForAgain() {
        classifier.believe("access-request", 0.99);
        String number = desk.file("ben.okafor", "Reports", "I need the finance reports");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.IN_REVIEW);
        assertThat(desk.ticket(number).reasons()).contains("sensitive-access");
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly("security");

        desk.decideOnly(number, "kwame.mensah", "approve", Map.of());
        jdbc.sql("update clearance set expires_at = granted_at").update();
        desk.runJobs();
        assertThat(groups.isMember("ben.okafor", "finance-reports")).isFalse();
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_reviewAction");

        desk.decide(number, "kwame.mensah", "approve", Map.of());
        assertThat(groups.isMember("ben.okafor", "finance-reports")).isTrue();
        desk.confirm(number, "ben.okafor", false);
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_fulfilRequest");
    }

    @Test
    void whoeverLeftMeanwhileIsHandedToPeople() {
        classifier.believe("access-request", 0.99);
        String number = desk.file("chloe.martin", "Reports", "I need the finance reports");
        desk.decideOnly(number, "kwame.mensah", "approve", Map.of());
        jdbc.sql("update clearance set expires_at = granted_at").update();
        leaves("chloe.martin");
        desk.runJobs();
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        assertThat(desk.ticket(number).reasons()).containsExactly("grant-escalated", "requester-left");
        assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.REFUSED);
    }

    @Test
    void aGrantMayBeDeclinedCorrectedOrRefused() {
        classifier.believe("access-request", 0.99);
        String declined = desk.file("ben.okafor", "Payroll", "payroll access");
        assertThat(desk.ticket(declined).reasons()).contains("sensitive-access", "regulated-data");
        desk.decide(declined, "kwame.mensah", "decline", Map.of("text", "Not for sales."));
        assertThat(desk.ticket(declined).closureCode()).isEqualTo(ClosureCode.DECLINED);
        assertThat(desk.actions(declined)).singleElement().extracting("state").isEqualTo(ActionState.REFUSED);

        String corrected = desk.file("ben.okafor", "CRM", "the crm is broken");
        desk.decide(corrected, "judit.nagy", "correct", Map.of("newCategory", "software"));
        assertThat(desk.ticket(corrected).category()).isEqualTo("software");

        doThrow(new TargetRefused("The group is read-only")).when(groups).add(any(), eq("wiki-editors"), any());
        String refused = desk.file("ada.lindqvist", "Wiki", "wiki please");
        assertThat(desk.actions(refused)).singleElement().extracting("state").isEqualTo(ActionState.REFUSED);
        assertThat(desk.ticket(refused).status()).isEqualTo(TicketStatus.ESCALATED);
    }

    @Test
    void nobodyOutsideTheReviewersGroupDecides() {
        classifier.believe("access-request", 0.99);
        String number = desk.file("chloe.martin", "Reports", "I need the finance reports");
        assertThat(demands.lastQueueOf(number)).contains("security");
        for (String outsider : new String[] {"noor.ali", "farid.haddad", "hana.sato"}) {
            assertThatThrownBy(() -> desk.decideAnyway(number, outsider, "approve", Map.of())).hasMessageContaining("for the group security");
        }
        assertThatThrownBy(() -> desk.decideAnyway(number, "kwame.mensah", "done", Map.of("text", "x"))).hasMessageContaining("cannot be decided here");
        assertThatThrownBy(() -> desk.decideAnyway(number, "kwame.mensah", "correct", Map.of("newCategory", "cars"))).hasMessageContaining("is none");
        assertThat(groups.isMember("chloe.martin", "finance-reports")).isFalse();
        assertThat(desk.task(number)).isNotNull();
    }
}
