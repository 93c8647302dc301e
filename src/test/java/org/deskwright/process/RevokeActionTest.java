package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;

import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.deskwright.audit.PlainWords;
import org.deskwright.audit.Records;
import org.deskwright.identity.TargetRefused;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.Actions;
import org.deskwright.resolution.LedgerEntry;
import org.deskwright.resolution.OutcomeUnknown;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What was done is taken back, and what happens where that is not possible. */
class RevokeActionTest extends TicketPaths {

    @Autowired
    private RuntimeService runtime;
    @Autowired
    private HistoryService history;
    @Autowired
    private Actions actions;
    @Autowired
    private PlainWords words;
    private String number;
    private UUID grant;

    @BeforeEach
    void aGrant() {
        classifier.believe("access-request", 0.95);
        number = desk.file("chloe.martin", "Wiki", "Please give me edit rights in the wiki");
        assertThat(desk.actions(number)).isNotEmpty();
        if (desk.task(number) != null) { // whoever serves others is not served without a person
            desk.decide(number, "kwame.mensah", "approve", Map.of());
        }
        grant = desk.actions(number).get(0).id();
        assertThat(groups.isMember("chloe.martin", "wiki-editors")).isTrue();
    }

    @Test
    void aGrantIsTakenBackAndTheRequesterHearsOfItButNotWhy() {
        demand(grant);
        desk.runJobs();
        assertThat(groups.isMember("chloe.martin", "wiki-editors")).isFalse();
        assertThat(state(number, grant)).isEqualTo(ActionState.REVOKED);
        assertThat(endOf("revoke-action")).isEqualTo("endEvent_actionRevoked");
        assertThat(desk.mails(number)).anyMatch(text -> text.contains("took back what you had received"));
        assertThat(jdbc.sql("select body from message where ticket_number = ?").param(number).query(String.class).list())
                .noneMatch(body -> body.contains("wrong person"));
        assertThat(desk.story(number)).anyMatch(line -> line.contains("wrong person"));
        assertThat(jdbc.sql("select who from record.entry where ticket_number = ? and kind = 'PLAN' order by id").param(number).query(String.class).list())
                .as("no classifier wanted it back").last().isEqualTo("desk");
        assertThat(jdbc.sql("select basis from clearance where action_id <> ? and action_id in (select action_id from ledger where ticket_number = ?)")
                .params(grant, number).query(String.class).list()).containsExactly("DEMAND");
    }

    /** Two requests gave it: the word is of what happened, and the access ends with the second. */
    @Test
    void whatAnotherRequestGivesAsWellStaysAndNobodyReadsThatItWasTakenBack() {
        String other = desk.file("chloe.martin", "Wiki", "Please give me edit rights in the wiki");
        desk.decide(other, "kwame.mensah", "approve", Map.of());
        UUID second = desk.actions(other).get(0).id();
        demand(second);
        desk.runJobs();
        assertThat(groups.isMember("chloe.martin", "wiki-editors")).isTrue();
        assertThat(state(other, second)).isEqualTo(ActionState.REVOKED);
        assertThat(desk.mails(other)).anyMatch(text -> text.contains("you keep the access \"wiki-editors\", which %s gave you as well".formatted(number)))
                .noneMatch(text -> text.contains("took back"));
        assertThat(desk.story(other)).noneMatch(line -> line.startsWith("Taken back")).anyMatch(line -> line.contains("nothing was taken away"));
        demand(grant);
        desk.runJobs();
        assertThat(groups.isMember("chloe.martin", "wiki-editors")).isFalse();
        assertThat(desk.mails(number)).anyMatch(text -> text.contains("took back what you had received"));
    }

    @Test
    void onAnOpenTicketPeopleGoOnThereAndOnAClosedOneAnAnswerBeginsAnother() {
        demand(grant);
        desk.runJobs();
        assertThat(takenBack(number)).contains("still open", "goes on with it there").doesNotContain("closed", "new");

        String other = desk.file("hana.sato", "Wiki", "Please give me edit rights in the wiki");
        desk.decide(other, "kwame.mensah", "approve", Map.of());
        desk.confirm(other, "hana.sato", true);
        demand(desk.actions(other).get(0).id());
        desk.runJobs();
        assertThat(takenBack(other)).contains("is closed: your answer becomes a new one").doesNotContain("open");
    }

    private String takenBack(String ticket) {
        return jdbc.sql("select body from message where ticket_number = ? and body like '%took back what you had received%'").param(ticket).query(String.class).single();
    }

    /** The ticket's own process goes its way meanwhile, and its status stays what it is. */
    @Test
    void itGoesOnAfterTheTicketIsClosed() {
        demand(grant);
        desk.confirm(number, "chloe.martin", true);
        desk.runJobs();
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.AUTOMATIC);
        assertThat(state(number, grant)).isEqualTo(ActionState.REVOKED);

        assertThat(groups.isMember("chloe.martin", "wiki-editors")).isFalse();
        assertThat(desk.isRunning(number)).isFalse();
    }

    @Test
    void whatTheTargetRefusesGoesToAPersonWhoCanHaveItTriedAgain() {
        desk.confirm(number, "chloe.martin", true);
        doThrow(new TargetRefused("The group is read-only")).when(groups).remove(any(), eq("wiki-editors"), any());
        demand(grant);
        desk.runJobs();
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_settleRevocation");
        assertThat(desk.task(number).getDueDate()).isNotNull();
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(state(number, grant)).isEqualTo(ActionState.CONFIRMED);

        reset(groups);
        decide("retry", Map.of());
        assertThat(state(number, grant)).isEqualTo(ActionState.REVOKED);
        assertThat(groups.isMember("chloe.martin", "wiki-editors")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"done, endEvent_revocationSettled, REVOKED", "decline, endEvent_revocationRefused, CONFIRMED"})
    void aPersonSettlesItByHandOrLeavesItAsItIs(String outcome, String end, ActionState state) {
        desk.confirm(number, "chloe.martin", true);
        doThrow(new TargetRefused("The group is read-only")).when(groups).remove(any(), eq("wiki-editors"), any());
        demand(grant);
        desk.runJobs();
        if (outcome.equals("done")) {
            assertThatThrownBy(() -> decide(outcome, Map.of("text", "I will, this afternoon"))).hasMessageContaining("The directory still has chloe.martin in wiki-editors");
            assertThat(desk.task(number)).as("they can answer again").isNotNull();
            doReturn(false).when(groups).isMember("chloe.martin", "wiki-editors");
        }
        decide(outcome, Map.of("text", "Asked the owner"));
        assertThat(endOf("revoke-action")).isEqualTo(end);
        assertThat(desk.isRunning(number)).isFalse();
        assertThat(state(number, grant)).isEqualTo(state);
    }

    @Test
    void whatWasTakenBackByHandIsSoInTheLedgerWithWhoSaidSo() {
        desk.confirm(number, "chloe.martin", true);
        doThrow(new TargetRefused("The group is read-only")).when(groups).remove(any(), eq("wiki-editors"), any());
        demand(grant);
        desk.runJobs();
        doReturn(false).when(groups).isMember("chloe.martin", "wiki-editors");
        decide("done", Map.of("text", "Removed in the console"));
        String who = jdbc.sql("select decided_by from verdict where ticket_number = ? and outcome = 'done'").param(number).query(String.class).single();
        assertThat(desk.actions(number)).filteredOn(entry -> entry.id().equals(grant)).singleElement()
                .extracting("state", "evidence").containsExactly(ActionState.REVOKED, "By hand, by %s: Removed in the console".formatted(who));
        assertThat(jdbc.sql("select body from record.entry where ticket_number = ? and kind = 'OUTCOME' and who = " + Records.PERSON).params(number, who)
                .query(String.class).list()).singleElement().satisfies(body -> assertThat(words.of(body).toString())
                .contains(grant.toString(), "\"state\":\"revoked\"", "Removed in the console"));
    }

    /** The directory did it and did not say so; people had the task already when that was found out. */
    @Test
    void whatWasFoundOutToBeTakenBackIsToldThoughItsProcessIsGone() {
        doAnswer(call -> {
            call.callRealMethod();
            throw new IllegalStateException("The connection broke");
        }).when(groups).remove(any(), eq("wiki-editors"), any());
        demand(grant);
        desk.runJob("serviceTask_planRevocation");
        UUID removal = desk.actions(number).stream().map(LedgerEntry::id).filter(id -> !id.equals(grant)).findFirst().orElseThrow();
        assertThatThrownBy(() -> actions.perform(removal)).isInstanceOf(OutcomeUnknown.class);
        actions.giveUp(removal, "Tried until no tries were left");
        runtime.deleteProcessInstance(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number, "revoke-action").singleResult().getId(), "As a test");
        actions.perform(removal);
        assertThat(state(number, grant)).isEqualTo(ActionState.REVOKED);
        followUp.run();
        followUp.run();
        assertThat(desk.mails(number)).filteredOn(text -> text.contains("took back what you had received")).hasSize(1);
    }

    /** Whoever has left the directory altogether has nothing that could be taken. */
    @Test
    void wherePeopleAreGoneNothingIsPlanned() {
        desk.confirm(number, "chloe.martin", true);
        jdbc.sql("update action_plan set target = 'long.gone' where id = ?").param(grant).update();
        demand(grant);
        desk.runJobs();
        assertThat(desk.actions(number)).hasSize(1);
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_settleRevocation");
        decide("decline", Map.of("text", "They left."));
        assertThat(desk.isRunning(number)).isFalse();
    }

    /** Whoever may start processes cannot take anything back with that. */
    @Test
    void withoutAStoredDemandNothingIsCleared() {
        desk.confirm(number, "chloe.martin", true);
        runtime.startProcessInstanceByKey("revoke-action", number, Map.of("revokedActionId", grant.toString(), "autonomy", "auto",
                "endState", "actionCleared"));
        desk.runJobs();
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_settleRevocation");
        verify(groups, never()).remove(any(), any(), any());
        assertThat(jdbc.sql("select reasons from gate_decision where ticket_number = ? and step = 'revoke-action'").param(number)
                .query(String.class).single()).isEqualTo("revocation-not-demanded");
        decide("decline", Map.of("text", "Nobody wants that."));
    }

    @Test
    void aClearanceThatHasRunOutIsAskedForAgain() {
        desk.confirm(number, "chloe.martin", true);
        demand(grant);
        desk.runJob("serviceTask_planRevocation");
        jdbc.sql("update clearance set expires_at = granted_at where used_at is null").update();
        desk.runJobs();
        assertThat(state(number, grant)).isEqualTo(ActionState.REVOKED);
        assertThat(jdbc.sql("select count(*) from clearance where basis = 'DEMAND' and action_id in (select action_id from ledger where ticket_number = ?)")
                .param(number).query(Integer.class).single()).isEqualTo(2);
    }

    private void decide(String outcome, Map<String, Object> more) {
        String group = desk.candidateGroups(desk.task(number)).get(0);
        desk.decide(number, group.equals("security") ? "kwame.mensah" : "judit.nagy", outcome, more);
    }

    private String endOf(String process) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey(process)
                .singleResult().getEndActivityId();
    }
}
