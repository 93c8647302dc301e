package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.repository.Deployment;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.LedgerEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever becomes of the process that takes something back: it is taken back, or a person has it. */
class LooseEndsTest extends DemandedBack {

    @Test
    void aDemandMadeWhileTheProcessWasSuspendedIsCarriedOutOnceItIsNot() {
        repository.suspendProcessDefinitionByKey("revoke-action");
        try {
            assertThat(demand()).isEqualTo("under-way");
        } finally {
            repository.activateProcessDefinitionByKey("revoke-action");
        }
        passes(A_MOMENT);
        assertTakenBack();
        assertThat(incidents()).isZero();
    }

    @Test
    void whatNoProcessCanTakeBackIsAnUrgentTicketAndTriedAgainLater() {
        repository.suspendProcessDefinitionByKey("revoke-action");
        try {
            demand();
            passes(A_MOMENT);
            passes(A_MOMENT);
            assertWithPeopleByTicket();
        } finally {
            repository.activateProcessDefinitionByKey("revoke-action");
        }
        passes(A_WHILE);
        assertTakenBack();
    }

    @Test
    void aDiagramThatLeadsNowhereSwallowsNothing() {
        Deployment wrong = repository.createDeployment().addString("revoke-action.bpmn", TinyModel.process("""
                <startEvent id="start"/><sequenceFlow id="f" sourceRef="start" targetRef="end"/><endEvent id="end"/>
                """).replace("\"tiny\"", "\"revoke-action\"")).deploy();
        try {
            demand();
            passes(A_MOMENT);
            assertWithPeopleByTicket();
        } finally {
            repository.deleteDeployment(wrong.getId(), true);
        }
        passes(A_WHILE);
        assertTakenBack();
    }

    @ParameterizedTest
    @CsvSource({"ends at once, end", "waits for ten years, timer"})
    void aDiagramThatOnlySeemsToDoItDoesNotKeepItFromPeople(String what, String node) {
        Deployment wrong = repository.createDeployment().addString("revoke-action.bpmn", TinyModel.process("""
                <startEvent id="start" camunda:asyncAfter="true"/><sequenceFlow id="f" sourceRef="start" targetRef="%s"/>
                <intermediateCatchEvent id="timer"><timerEventDefinition><timeDuration>P10Y</timeDuration></timerEventDefinition></intermediateCatchEvent>
                <sequenceFlow id="g" sourceRef="timer" targetRef="end"/><endEvent id="end"/>
                """.formatted(node)).replace("\"tiny\"", "\"revoke-action\"")).deploy();
        try {
            demand();
            desk.runJobs();
            passes(A_MOMENT);
            desk.runJobs();
            assertThat(record("REVOCATION_HANDED_OVER")).isZero();
            jdbc.sql("update revocation set tried_since = ? where action_id = ?").params(Timestamp.from(Instant.now().minus(FOUR_MINUTES)), grant).update();
            passes(A_MOMENT);
            assertThat(desk.isRunning(number)).as("what would do it beside them").isFalse();
            assertWithPeopleByTicket();
        } finally {
            repository.deleteDeployment(wrong.getId(), true);
        }
        passes(A_WHILE);
        assertTakenBack();
    }

    /** Whoever looks a second later finds nothing to answer. */
    @ParameterizedTest
    @ValueSource(strings = {"end", "settle"})
    void aTaskThatEndsWithoutAnAnswerLeavesItWithPeople(String after) {
        Deployment wrong = repository.createDeployment().addString("revoke-action.bpmn", TinyModel.process("""
                <startEvent id="start"/><sequenceFlow id="f" sourceRef="start" targetRef="settle"/><exclusiveGateway id="settle"/>
                <sequenceFlow id="g" sourceRef="settle" targetRef="userTask_settleRevocation"/>
                <userTask id="userTask_settleRevocation" name="Settle revocation" camunda:candidateGroups="${reviewGroup}"/>
                <sequenceFlow id="h" sourceRef="userTask_settleRevocation" targetRef="end"/><endEvent id="end"/>
                <boundaryEvent id="blink" attachedToRef="userTask_settleRevocation"><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition></boundaryEvent>
                <sequenceFlow id="i" sourceRef="blink" targetRef="%s"/>
                """.formatted(after)).replace("\"tiny\"", "\"revoke-action\"")).deploy();
        try {
            demand();
            assertThat(desk.task(number)).isNotNull();
            desk.fireTimer(number, "blink");
            assertThat(demand()).isEqualTo("under-way");
            passes(A_MOMENT);
            assertWithPeopleByTicket();
        } finally {
            repository.deleteDeployment(wrong.getId(), true);
        }
        passes(A_WHILE);
        assertTakenBack();
    }

    /** Each try has its time, and the one that a person asked for as well. */
    @Test
    void whatStandsStillAfterAPersonHadItTriedAgainComesBackToThem() {
        suspending(() -> {
            demand();
            passes(A_MOMENT);
            desk.decideOnly(number, "judit.nagy", "retry", Map.of());
            assertThat(demand()).isEqualTo("under-way");
            passes(A_MOMENT);
            assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_settleRevocation");
            assertThat(record("REVOCATION_HANDED_OVER")).isEqualTo(2);
            removeByHand();
            desk.decideOnly(number, "judit.nagy", "done", Map.of("text", "Removed in the console"));
        });
        assertThat(desk.isRunning(number)).isFalse();
    }

    /** As an operator can: suspend the job, and delete what waits for it. */
    @Test
    void whatIsEndedInCockpitAsksAPersonAndSaysWhoEndedIt() {
        suspending(() -> {
            demand();
            delete("revoke-action");
            assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_settleRevocation");
            assertThat(desk.task(number).getDueDate()).isNotNull();
            assertThat(demand()).isEqualTo("with-people");
            delete("revoke-action");
            assertThat(desk.task(number)).as("ended again").isNotNull();
        });
        assertThat(jdbc.sql("select who from timeline where ticket_number = ? and what like 'Ended the process \"revoke-action\"%'").param(number)
                .query(String.class).list()).containsExactly("noor.ali", "noor.ali");
        assertThat(record("PROCESS_ENDED")).isEqualTo(2);
        assertThat(record("REVOCATION_HANDED_OVER")).isOne();
        desk.decide(number, "judit.nagy", "retry", Map.of());
        assertTakenBack();
    }

    /** It would else stand as planned for good. */
    @Test
    void whatAnEndedProcessHadPlannedIsRefusedAndTriedAgainAsAPlanOfItsOwn() {
        demand();
        desk.runJob("serviceTask_planRevocation");
        UUID planned = removal(ActionState.PLANNED);
        runtime.deleteProcessInstance(instance("revoke-action"), "By the desk itself");
        assertThat(removal(ActionState.REFUSED)).isEqualTo(planned);
        passes(A_MOMENT);
        assertTakenBack();
        assertThat(removal(ActionState.CONFIRMED)).isNotEqualTo(planned);
    }

    private UUID removal(ActionState state) {
        return desk.actions(number).stream().filter(entry -> !entry.id().equals(grant) && entry.state() == state).map(LedgerEntry::id).findFirst().orElseThrow();
    }

    @Test
    void anAccessEndsThoughWhatWatchedItsEndIsGone() {
        followUp.run();
        delete("expire-access");
        assertThat(record("PROCESS_ENDED")).isOne();
        itsTimeIsOver();
        assertTakenBack();
        assertThat(basis()).isEqualTo("EXPIRY");
    }

    @Test
    void anAccessEndsThoughItsTimerWasPutOff() {
        followUp.run();
        String timer = management.createJobQuery().timers().processInstanceId(instance("expire-access")).singleResult().getId();
        management.setJobDuedate(timer, Date.from(Instant.parse("2099-01-01T00:00:00Z")));
        itsTimeIsOver();
        assertTakenBack();
        assertThat(basis()).isEqualTo("EXPIRY");
        runtime.deleteProcessInstance(instance("expire-access"), "As a test");
    }
}
