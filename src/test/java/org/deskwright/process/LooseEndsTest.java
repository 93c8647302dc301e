package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.Map;

import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;

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
