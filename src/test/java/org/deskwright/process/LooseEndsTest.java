package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskwright.process.EngineDoorsTest.WEBAPP;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.deskwright.identity.AccessGroups;
import org.deskwright.resolution.ActionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever becomes of the process that takes something back: it is taken back, or a person has it. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class LooseEndsTest {

    private static final Duration A_MOMENT = Duration.ofSeconds(20);
    private static final Duration A_WHILE = Duration.ofMinutes(11);

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private LooseEnds looseEnds;
    @Autowired
    private FollowUp followUp;
    @Autowired
    private AccessGroups groups;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private ManagementService management;
    @Autowired
    private JdbcClient jdbc;
    @Value("${desk.base-url}")
    private String base;
    private String number;
    private UUID grant;

    @BeforeEach
    void aGrant() {
        classifier.believe("access-request", 0.95);
        number = desk.file("farid.haddad", "Wiki", "wiki please");
        grant = desk.actions(number).get(0).id();
        desk.confirm(number, "farid.haddad", true);
        assertThat(groups.isMember("farid.haddad", "wiki-editors")).isTrue();
    }

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
    void whatStandsStillAsksAPersonAndWhoeverLeavesItIsNotAskedAgain() {
        suspending(() -> {
            demand();
            passes(A_MOMENT);
            passes(A_WHILE);
            assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_settleRevocation");
            desk.decide(number, "judit.nagy", "decline", Map.of("text", "It was right after all"));
            passes(A_WHILE);
            assertThat(desk.task(number)).isNull();
        });
        desk.runJobs();
    }

    /** What was answered once is no answer to somebody else, nor to the end of the grant. */
    @Test
    void whatWasLeftAsItIsIsDemandedAnewByAnotherPersonAndByItsEnd() {
        suspending(() -> {
            demand();
            passes(A_MOMENT);
            desk.decide(number, "judit.nagy", "decline", Map.of("text", "It was right after all"));
        });
        desk.runJobs();
        assertThat(desk.isRunning(number)).as("what stood still was ended").isFalse();
        assertThat(record("REVOCATION")).isOne();
        suspending(() -> {
            assertThat(demand("kwame.mensah")).isEqualTo("under-way");
            assertThat(demand("kwame.mensah")).isEqualTo("under-way");
            assertThat(record("REVOCATION")).isEqualTo(2);
            passes(A_MOMENT);
            desk.decide(number, "judit.nagy", "decline", Map.of("text", "Still right"));
        });
        desk.runJobs();
        itsTimeIsOver();
        assertTakenBack();
        assertThat(record("REVOCATION")).isEqualTo(3);
    }

    /** Whoever leaves it at its end has decided on the end; that can be seen, and others can still have it taken back. */
    @Test
    void anEndThatAPersonDeclinedIsNotAskedForAgainAndHoldsNobodyOff() {
        suspending(() -> {
            itsTimeIsOver();
            passes(A_MOMENT);
            desk.decide(number, "judit.nagy", "decline", Map.of("text", "They stay another month"));
        });
        desk.runJobs();
        itsTimeIsOver();
        assertThat(record("REVOCATION")).isOne();
        assertThat(Visitor.signedIn(base, "kwame.mensah").get("/tickets/" + number).body()).contains("Left as it is by judit.nagy", "Its time is over", "Take it back");
        demand("kwame.mensah");
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

    private void suspending(Runnable step) {
        management.suspendJobDefinitionByProcessDefinitionKey("revoke-action", true);
        try {
            step.run();
        } finally {
            management.activateJobDefinitionByProcessDefinitionKey("revoke-action", true);
        }
    }

    /** Returns how it stands. */
    private String demand() {
        return demand("judit.nagy");
    }

    private String demand(String login) {
        var answer = Visitor.machine(base, login).post("/api/v1/actions/" + grant + "/revocation", "{\"reason\":\"Wrong person\"}");
        assertThat(answer.statusCode()).isIn(200, 201);
        return answer.body().replaceAll("(?s).*\"state\":\"([^\"]+)\".*", "$1");
    }

    private void passes(Duration time) {
        jdbc.sql("update revocation set looked_at = ? where action_id = ?").params(Timestamp.from(Instant.now().minus(time)), grant).update();
        looseEnds.run();
    }

    private void itsTimeIsOver() {
        jdbc.sql("update ledger set expires_at = ? where action_id = ?").params(Timestamp.from(Instant.now().minus(A_MOMENT)), grant).update();
        looseEnds.run();
    }

    private void assertTakenBack() {
        desk.runJobs();
        assertThat(desk.actions(number)).filteredOn(entry -> entry.id().equals(grant)).singleElement().extracting("state").isEqualTo(ActionState.REVOKED);
        assertThat(groups.isMember("farid.haddad", "wiki-editors")).isFalse();
    }

    private void assertWithPeopleByTicket() {
        desk.runJobs();
        String incident = jdbc.sql("select number from ticket where subject = ? and queue = 'security' and priority = 1").param("Not taken back: " + number)
                .query(String.class).single();
        assertThat(desk.candidateGroups(desk.task(incident))).containsExactly("security");
        assertThat(desk.story(number)).anyMatch(line -> line.startsWith("Handed to people. It is still to be taken back"));
        assertThat(record("REVOCATION_HANDED_OVER")).isOne();
        assertThat(demand()).isEqualTo("with-people");
    }

    private void delete(String process) {
        assertThat(Visitor.signedIn(base, "noor.ali").ask("DELETE", WEBAPP + "/process-instance/" + instance(process), null, Map.of()).statusCode()).isEqualTo(204);
    }

    private String instance(String process) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number, process).singleResult().getId();
    }

    private int incidents() {
        return jdbc.sql("select count(*) from ticket where subject = ?").param("Not taken back: " + number).query(Integer.class).single();
    }

    private int record(String kind) {
        return jdbc.sql("select count(*) from record.entry where ticket_number = ? and kind = ?").params(number, kind).query(Integer.class).single();
    }

    private String basis() {
        return jdbc.sql("select basis from revocation where in_force = ?").param(grant).query(String.class).single();
    }
}
