package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.deskwright.resolution.ActionState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was granted for a time ends by itself, whatever became of the ticket and of the configuration. */
class ExpireAccessTest extends TicketPaths {

    @Autowired
    private ManagementService management;
    @Autowired
    private RuntimeService runtime;

    @Test
    void anAccessEndsWhenItsTimeIsOverAndItsHolderHearsOfItAWeekBefore() {
        classifier.believe("access-request", 0.95);
        String number = desk.file("pia.weber", "Wiki", "Please give me edit rights in the wiki");
        UUID grant = desk.actions(number).get(0).id();
        desk.confirm(number, "pia.weber", true);
        assertThat(desk.isRunning(number)).isFalse();
        followUp.run();
        followUp.run();
        Instant end = desk.actions(number).get(0).expiresAt();
        assertThat(end).isCloseTo(Instant.now().plus(Duration.ofDays(365)), within(1, ChronoUnit.MINUTES));
        assertThat(timers(number)).singleElement().satisfies(timer ->
                assertThat(timer.getDuedate().toInstant()).isCloseTo(end.minus(Duration.ofDays(7)), within(1, ChronoUnit.SECONDS)));

        desk.fireTimer(number, "timerEvent_oneWeekLeft");
        assertThat(desk.mails(number)).anyMatch(text -> text.contains("ends in a week"));
        assertThat(timers(number)).singleElement().satisfies(timer ->
                assertThat(timer.getDuedate().toInstant()).isCloseTo(end, within(1, ChronoUnit.SECONDS)));

        timeIsOver(grant);
        desk.fireTimer(number, "timerEvent_timeIsOver");
        assertThat(groups.isMember("pia.weber", "wiki-editors")).isFalse();
        assertThat(state(number, grant)).isEqualTo(ActionState.REVOKED);
        assertThat(desk.mails(number)).anyMatch(text -> text.contains("is over, and it was taken back"));
        assertThat(jdbc.sql("select basis from clearance where action_id in (select action_id from ledger where ticket_number = ? and type = 'remove-from-group')")
                .param(number).query(String.class).single()).isEqualTo("EXPIRY");
        assertThat(desk.isRunning(number)).isFalse();

        desk.file("pia.weber", "Wiki", "Please give me edit rights in the wiki again");
        assertThat(groups.isMember("pia.weber", "wiki-editors")).as("nobody had anything against it").isTrue();
    }

    @Test
    void whatWasTakenBackBeforeIsLeftAlone() {
        classifier.believe("access-request", 0.95);
        String number = desk.file("farid.haddad", "Payroll", "payroll access");
        desk.decide(number, "kwame.mensah", "approve", Map.of());
        desk.decide(number, "eva.rossi", "approve", Map.of());
        UUID grant = desk.actions(number).get(0).id();
        desk.confirm(number, "farid.haddad", true);
        followUp.run();
        assertThat(timers(number)).as("a week is too short to be reminded").singleElement().satisfies(timer ->
                assertThat(timer.getDuedate().toInstant()).isAfter(Instant.now().plus(Duration.ofDays(6))));
        demand(grant);
        desk.runJobs();
        long mails = desk.mails(number).size();
        desk.fireTimer(number, "timerEvent_timeIsOver");
        assertThat(desk.mails(number)).hasSize((int) mails);
        assertThat(desk.actions(number)).hasSize(2);
        assertThat(desk.isRunning(number)).isFalse();
    }

    /** A timer that somebody fires early, or a process that somebody starts, ends nothing. */
    @Test
    void theLedgerSaysWhetherTheTimeIsOver() {
        classifier.believe("access-request", 0.95);
        String number = desk.file("ada.lindqvist", "Wiki", "wiki please");
        UUID grant = desk.actions(number).get(0).id();
        assertThat(catchThrowable(() -> takeBack.expire(grant))).hasMessageContaining("not over");
        assertThat(state(number, grant)).isEqualTo(ActionState.CONFIRMED);
        timeIsOver(grant);
        assertThat(takeBack.expire(grant)).isTrue();
        assertThat(takeBack.expire(grant)).isFalse();
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("revoke-action").processInstanceBusinessKey(number).count()).isOne();
        desk.runJobs();
        assertThat(state(number, grant)).isEqualTo(ActionState.REVOKED);
    }

    private void timeIsOver(UUID grant) {
        jdbc.sql("update ledger set expires_at = ? where action_id = ?").params(Timestamp.from(Instant.now().minusSeconds(1)), grant).update();
    }

    private List<Job> timers(String number) {
        String process = runtime.createProcessInstanceQuery().processDefinitionKey("expire-access").processInstanceBusinessKey(number)
                .singleResult().getId();
        return management.createJobQuery().timers().processInstanceId(process).list();
    }
}
