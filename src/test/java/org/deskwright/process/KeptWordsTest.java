package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.deskwright.resolution.ActionState;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.NotAwaited;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people say stands, whatever a redrawn, failing or halted process does with it; and it hears it once, when it can. */
class KeptWordsTest extends TicketPaths {

    private static final Path RESOLVE = Path.of("processes", "resolve-ticket.bpmn");
    private static final Duration A_MOMENT = Duration.ofSeconds(20);
    private static final Duration FOUR_MINUTES = Duration.ofMinutes(4);
    private static final Duration A_WHILE = Duration.ofMinutes(11);

    @Autowired
    private Messenger messenger;
    @Autowired
    private Unheard unheard;
    @Autowired
    private Hearing hearing;
    @Autowired
    private LooseEnds looseEnds;
    @Autowired
    private RuntimeService runtime;

    @AfterEach
    void theDiagramsAreAsTheyWere() {
        repository.createDeploymentQuery().deploymentName("redrawn").list().forEach(redrawn -> repository.deleteDeployment(redrawn.getId(), true));
    }

    @AfterEach
    void nothingIsLeftUnheard() {
        assertThat(jdbc.sql("select message from unheard").query(String.class).list()).isEmpty();
    }

    @Test
    void whoeverDisownsARecoveryIsHeardThoughTheProcessThatDisablesTheLinkFails() {
        String number = reset("ben.okafor");
        UUID link = desk.actions(number).get(0).id();
        redraw("revoke-action.bpmn", TinyModel.process("""
                <startEvent id="start"/><sequenceFlow id="f" sourceRef="start" targetRef="which"/><exclusiveGateway id="which"/>
                <sequenceFlow id="g" sourceRef="which" targetRef="end"><conditionExpression xsi:type="tFormalExpression">${revokedActionId == 'one'}</conditionExpression></sequenceFlow>
                <sequenceFlow id="h" sourceRef="which" targetRef="end"><conditionExpression xsi:type="tFormalExpression">${revokedActionId == 'two'}</conditionExpression></sequenceFlow>
                <endEvent id="end"/>
                """).replace("\"tiny\"", "\"revoke-action\""));
        takeBack.demand(link.toString(), "ben.okafor", "This wasn't me");
        desk.runJobs();
        assertThat(desk.candidateGroups(desk.task(ticket("disowned:" + link)))).containsExactly("security");
        assertThat(state(number, link)).isEqualTo(ActionState.CONFIRMED);
        demandIsSeen(link, A_MOMENT);
        desk.runJobs();
        String demand = jdbc.sql("select id from revocation where in_force = ?").param(link).query(String.class).single();
        assertThat(desk.candidateGroups(desk.task(ticket("not-taken-back:" + demand)))).containsExactly("security");

        theDiagramsAreAsTheyWere();
        demandIsSeen(link, A_WHILE);
        desk.runJobs();
        assertThat(state(number, link)).isEqualTo(ActionState.REVOKED);
    }

    /** It may be that nobody can begin what people are to look at, either. */
    @Test
    void whoeverDisownsARecoveryIsHeardThoughNoRequestCanBegin() {
        String number = reset("ben.okafor");
        UUID link = desk.actions(number).get(0).id();
        redraw("resolve-ticket.bpmn", TinyModel.process("""
                <startEvent id="start"/><sequenceFlow id="f" sourceRef="start" targetRef="end"/><endEvent id="end"/>
                """).replace("\"tiny\"", "\"resolve-ticket\""));
        takeBack.demand(link.toString(), "ben.okafor", "This wasn't me");
        desk.runJobs();
        assertThat(state(number, link)).isEqualTo(ActionState.REVOKED);
        String incident = ticket("disowned:" + link);
        assertThat(desk.isRunning(incident)).isFalse();

        theDiagramsAreAsTheyWere();
        passes(A_MOMENT);
        assertThat(desk.candidateGroups(desk.task(incident))).containsExactly("security");
        assertThat(desk.ticket(incident).category()).isEqualTo("security-incident");
    }

    @Test
    void aWithdrawalWhoseStepFailsIsKeptAndPeopleHaveItUntilItIsHeard() throws IOException {
        redraw("resolve-ticket.bpmn", Files.readString(RESOLVE).replace(">withdrawn</camunda:inputParameter>", ">${nothingOfThatName}</camunda:inputParameter>"));
        String number = askForAccess();
        desk.withdraw(number, "hana.sato");
        assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.REFUSED);
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.IN_REVIEW);
        passes(A_MOMENT);
        assertThat(incidents(number)).isEmpty();
        jdbc.sql("update unheard set failing_since = ?").param(ago(FOUR_MINUTES)).update();
        passes(A_MOMENT);
        assertThat(incidents(number)).as("the desk tries seldom now").isEmpty();
        passes(A_WHILE);
        passes(A_WHILE);
        assertThat(incidents(number)).singleElement().satisfies(incident -> assertThat(desk.candidateGroups(desk.task(incident))).containsExactly("security"));

        redraw("resolve-ticket.bpmn", Files.readString(RESOLVE));
        runtime.deleteProcessInstance(main(number), "Its diagram is mended");
        passes(A_WHILE);
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.WITHDRAWN);
        desk.decide(incidents(number).get(0), "kwame.mensah", "decline", Map.of("text", "It was heard"));
    }

    @Test
    void aWithdrawalIsHeardWhenTheProcessGoesOn() {
        String number = askForAccess();
        halted(main(number), () -> {
            desk.withdraw(number, "hana.sato");
            passes(A_MOMENT);
            assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.REFUSED);
            assertThat(desk.ticket(number).isClosed()).isFalse();
        });
        passes(A_MOMENT);
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.WITHDRAWN);
        assertThat(incidents(number)).isEmpty();
    }

    @Test
    void aReplyIsHeardWhenTheStepThatWaitsForItGoesOnAndOnlyOnce() {
        classifier.believe("password-reset", 0.97);
        String number = desk.file("ben.okafor", "Password", "I forgot my password");
        String wrong = desk.codeOnPhone(number).equals("00000000") ? "11111111" : "00000000";
        halted(instance(number, "verify-requester"), () -> {
            desk.reply(number, "ben.okafor", wrong);
            passes(A_MOMENT);
            assertThat(tries(number)).isZero();
        });
        looksAgain(A_MOMENT);
        Unheard.Saying said = unheard.due().get(0);
        for (int node = 1; node <= 2; node++) {
            assertThat(hearing.hear(said)).isTrue();
            desk.runJobs();
            assertThat(tries(number)).isOne();
        }
    }

    @Test
    void aPasswordThatWasChosenIsHeardWhenTheProcessGoesOnAndAnAnswerMustWait() {
        String number = reset("ada.lindqvist");
        UUID link = desk.actions(number).get(0).id();
        halted(main(number), () -> {
            choosePassword(number, "ada.lindqvist");
            assertThat(jdbc.sql("select count(*) from ledger where action_id = ? and password_chosen_at is not null").param(link).query(Integer.class).single()).isOne();
        });
        passes(A_MOMENT);
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.RESOLVED);
        halted(main(number), () -> assertThatThrownBy(() -> desk.confirm(number, "ada.lindqvist", true))
                .isInstanceOf(NotAwaited.class).hasMessageContaining("halted"));
        desk.confirm(number, "ada.lindqvist", true);
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.AUTOMATIC);
    }

    /** Nobody is to file it again; and who has something to add, or needs nothing any more, does not have to wait either. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRequestBeginsWhenItsProcessMay(boolean withdrawn) {
        classifier.believe("network", 0.9);
        repository.suspendProcessDefinitionByKey(MainProcess.KEY);
        String number;
        try {
            number = desk.file("hana.sato", "Network", "The Wi-Fi is slow");
            desk.reply(number, "hana.sato", "On the second floor");
            if (withdrawn) {
                desk.withdraw(number, "hana.sato");
            }
            passes(A_MOMENT);
            assertThat(desk.isRunning(number)).isFalse();
            assertThat(desk.ticket(number).isClosed()).isFalse();
        } finally {
            repository.activateProcessDefinitionByKey(MainProcess.KEY);
        }
        passes(A_MOMENT);
        assertThat(desk.ticket(number).status()).isEqualTo(withdrawn ? TicketStatus.CLOSED : TicketStatus.IN_PROGRESS);
        assertThat(desk.story(number)).noneMatch(line -> line.contains("begins anew"));
    }

    private String reset(String login) {
        classifier.believe("password-reset", 0.97);
        String number = desk.file(login, "Password", "I forgot my password");
        desk.reply(number, login, desk.codeOnPhone(number));
        return number;
    }

    private String askForAccess() {
        classifier.believe("access-request", 0.95);
        String number = desk.file("hana.sato", "Wiki", "Please give me edit rights in the wiki");
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_reviewAction");
        return number;
    }

    private void halted(String instance, Runnable meanwhile) {
        runtime.suspendProcessInstanceById(instance);
        try {
            meanwhile.run();
        } finally {
            runtime.activateProcessInstanceById(instance);
        }
    }

    private void passes(Duration time) {
        looksAgain(time);
        messenger.run();
        desk.runJobs();
    }

    private void looksAgain(Duration after) {
        jdbc.sql("update unheard set looked_at = ?").param(ago(after)).update();
    }

    private void demandIsSeen(UUID action, Duration after) {
        jdbc.sql("update revocation set looked_at = ? where action_id = ?").params(ago(after), action).update();
        looseEnds.run();
    }

    private void redraw(String file, String diagram) {
        repository.createDeployment().name("redrawn").addString("processes/" + file, diagram).deploy();
    }

    private String main(String number) {
        return instance(number, MainProcess.KEY);
    }

    private String instance(String number, String process) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number, process).singleResult().getId();
    }

    private String ticket(String sourceKey) {
        return jdbc.sql("select number from ticket where source_key = ?").param(sourceKey).query(String.class).single();
    }

    private List<String> incidents(String number) {
        return jdbc.sql("select number from ticket where source_key = ?").param("withdrawal-unheard:" + number).query(String.class).list();
    }

    private int tries(String number) {
        return jdbc.sql("select sum(tries) from one_time_code where ticket_number = ?").param(number).query(Integer.class).single();
    }

    private static Timestamp ago(Duration time) {
        return Timestamp.from(Instant.now().minus(time));
    }
}
