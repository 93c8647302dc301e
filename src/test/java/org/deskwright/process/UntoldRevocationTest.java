package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

import org.camunda.bpm.engine.RuntimeService;
import org.deskwright.identity.TargetRefused;
import org.deskwright.resolution.ActionState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Whoever had what was taken back hears of it once, whoever took it and whatever a diagram leaves out. */
class UntoldRevocationTest extends TicketPaths {

    private static final Path REVOKE = Path.of("processes", "revoke-action.bpmn");

    @Autowired
    private RuntimeService runtime;
    @Autowired
    private RevocationProcess process;
    @Autowired
    private DataSource dataSource;
    private String number;
    private UUID grant;

    @BeforeEach
    void aGrant() {
        classifier.believe("access-request", 0.95);
        number = desk.file("hana.sato", "Wiki", "Please give me edit rights in the wiki");
        desk.decide(number, "kwame.mensah", "approve", Map.of());
        desk.confirm(number, "hana.sato", true);
        grant = desk.actions(number).get(0).id();
        followUp.run();
    }

    @Test
    void whatPeopleTookBackByHandIsTold() {
        takenBackByHand();
        followUp.run();
        assertThat(told()).as("the process may still tell").isZero();
        aWhilePasses();
        followUp.run();
        assertThat(told()).isOne();
        takeBack.demand(grant.toString(), "kwame.mensah", "I had wanted that, too");
        followUp.run();
        assertThat(told()).as("once").isOne();
    }

    @Test
    void whatADiagramLeavesOutIsTold() throws IOException {
        String redrawn = Files.readString(REVOKE).replace("targetRef=\"serviceTask_reportRevocation\"", "targetRef=\"endEvent_actionRevoked\"");
        String deployment = repository.createDeployment().addString("processes/revoke-action.bpmn", redrawn).deploy().getId();
        demand(grant);
        desk.runJobs();
        repository.deleteDeployment(deployment, true);
        assertThat(state(number, grant)).isEqualTo(ActionState.REVOKED);
        assertThat(told()).isZero();
        aWhilePasses();
        followUp.run();
        assertThat(told()).isOne();
    }

    @Test
    void ofWhatWasTakenBackBeforeTheDeskLookedNobodyHearsLate() {
        takenBackByHand();
        aWhilePasses();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V39__told_before.sql")).execute(dataSource);
        followUp.run();
        assertThat(told()).isZero();
    }

    /** The called process ends with the one that called it, and tells nobody. */
    @Test
    void whatACalledProcessKnowsItsCallerDoesNotTell() {
        String deployment = repository.createDeployment().addString("processes/revoke-action.bpmn", TinyModel.with("""
                <callActivity id="it" calledElement="tiny-called"><extensionElements><camunda:in businessKey="#{execution.processBusinessKey}"/>
                <camunda:in variables="all"/></extensionElements></callActivity>""").replace("\"tiny\"", "\"revoke-action\""))
                .addString("processes/tiny-called.bpmn", TinyModel.with("""
                <intermediateCatchEvent id="it"><timerEventDefinition><timeDuration>P10Y</timeDuration></timerEventDefinition></intermediateCatchEvent>
                """).replace("\"tiny\"", "\"tiny-called\"")).deploy().getId();
        UUID removal = UUID.randomUUID();
        String caller = runtime.startProcessInstanceByKey("revoke-action", number, Map.of(Variables.REVOKED_ACTION_ID.name(), grant.toString(),
                Variables.ACTION_ID.name(), removal.toString())).getId();
        runtime.removeVariable(caller, Variables.ACTION_ID.name());
        assertThat(process.taken(grant, removal)).isFalse();
        assertThat(process.exists(grant)).isFalse();
        repository.deleteDeployment(deployment, true);
    }

    private void takenBackByHand() {
        doThrow(new TargetRefused("The group is read-only")).when(groups).remove(any(), eq("wiki-editors"), any());
        demand(grant);
        desk.runJobs();
        doReturn(false).when(groups).isMember("hana.sato", "wiki-editors");
        desk.decide(number, desk.candidateGroups(desk.task(number)).contains("security") ? "kwame.mensah" : "judit.nagy", "done", Map.of("text", "Removed"));
        assertThat(state(number, grant)).isEqualTo(ActionState.REVOKED);
    }

    private void aWhilePasses() {
        jdbc.sql("update ledger set changed_at = ? where action_id = ?").params(Timestamp.from(Instant.now().minus(Duration.ofSeconds(31))), grant).update();
    }

    private long told() {
        return desk.mails(number).stream().filter(text -> text.contains("took back what you had received")).count();
    }
}
