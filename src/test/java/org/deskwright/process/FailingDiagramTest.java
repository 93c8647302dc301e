package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.deskwright.intake.Intake;
import org.deskwright.resolution.ActionState;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people say stands, though a redrawn diagram fails at it before anything of that is saved. */
class FailingDiagramTest extends KeptWords {

    private static final Path RESOLVE = Path.of("processes", "resolve-ticket.bpmn");
    private static final Path VERIFY = Path.of("processes", "verify-requester.bpmn");

    @Autowired
    private LooseEnds looseEnds;
    @Autowired
    private Unheard unheard;
    @Autowired
    private Intake intake;

    @AfterEach
    void theDiagramsAreAsTheyWere() {
        repository.createDeploymentQuery().deploymentName("redrawn").list().forEach(redrawn -> repository.deleteDeployment(redrawn.getId(), true));
    }

    @Test
    void whoeverDisownsARecoveryIsHeardThoughTheProcessThatDisablesTheLinkFails() {
        String number = reset("ben.okafor");
        UUID link = desk.actions(number).get(0).id();
        nothingCanBeTakenBack();
        takeBack.demand(link.toString(), "ben.okafor", "This wasn't me");
        desk.runJobs();
        assertThat(desk.candidateGroups(desk.task(ticket("disowned:" + link)))).containsExactly("security");
        assertThat(state(number, link)).isEqualTo(ActionState.CONFIRMED);
        demandIsSeen(link, A_MOMENT);
        desk.runJobs();
        String demand = jdbc.sql("select id from revocation where in_force = ?").param(link).query(String.class).single();
        assertThat(desk.candidateGroups(desk.task(ticket("not-taken-back:" + demand)))).containsExactly("security");
        demandIsSeen(link, A_WHILE);
        assertThat(alerted(ticket("not-taken-back:" + demand))).as("once").containsExactly("kwame.mensah@example.org");

        theDiagramsAreAsTheyWere();
        demandIsSeen(link, A_WHILE);
        desk.runJobs();
        assertThat(state(number, link)).isEqualTo(ActionState.REVOKED);
    }

    /** Its timer is a job of the engine's. */
    @Test
    void theEndOfAGrantIsDemandedThoughTheProcessThatTakesItFails() {
        String number = askForAccess();
        desk.decide(number, "kwame.mensah", "approve", Map.of());
        desk.confirm(number, "hana.sato", true);
        UUID grant = desk.actions(number).get(0).id();
        followUp.run();
        jdbc.sql("update ledger set expires_at = ? where action_id = ?").params(ago(A_MOMENT), grant).update();
        nothingCanBeTakenBack();
        desk.fireTimer(number, "timerEvent_oneWeekLeft");
        desk.fireTimer(number, "timerEvent_timeIsOver");
        assertThat(jdbc.sql("select basis from revocation where in_force = ?").param(grant).query(String.class).list()).containsExactly("EXPIRY");
        assertThat(desk.isRunning(number)).isFalse();

        theDiagramsAreAsTheyWere();
        demandIsSeen(grant, A_MOMENT);
        desk.runJobs();
        assertThat(state(number, grant)).isEqualTo(ActionState.REVOKED);
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
        assertThat(alerted(incident)).containsExactly("kwame.mensah@example.org");
        for (Duration time : List.of(THREE_MINUTES, FOUR_MINUTES, FOUR_MINUTES)) {
            fails(time);
            passes(A_WHILE);
        }
        String notBegun = ticket("not-begun:" + incident);
        assertThat(alerted(notBegun)).containsExactly("kwame.mensah@example.org");
        assertThat(jdbc.sql("select count(*) from ticket where source_key = ?").param("not-begun:" + notBegun).query(Integer.class).single()).isZero();

        theDiagramsAreAsTheyWere();
        passes(A_WHILE);
        for (String opened : List.of(incident, notBegun)) {
            assertThat(desk.candidateGroups(desk.task(opened))).containsExactly("security");
            assertThat(desk.ticket(opened).category()).isEqualTo("security-incident");
        }
    }

    /** Nor is what they disown on a request that was resolved. */
    @Test
    void aReplyOnWhatIsResolvedStandsThoughTheProcessFailsAtIt() throws IOException {
        redraw("resolve-ticket.bpmn", Files.readString(RESOLVE).replace("${endState == 'resolutionRejected'}", "${nothingOfThatName}"));
        String number = reset("ben.okafor");
        choosePassword(number, "ben.okafor");
        UUID link = desk.actions(number).get(0).id();
        followUp.run();
        desk.reply(number, "ben.okafor", "This wasn't me");
        assertThat(desk.story(number)).contains("This wasn't me");
        assertThat(desk.candidateGroups(desk.task(ticket("disowned:" + link)))).containsExactly("security");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.RESOLVED);

        redraw("resolve-ticket.bpmn", Files.readString(RESOLVE));
        runtime.deleteProcessInstance(main(number), "Its diagram is mended");
        passes(A_MOMENT);
        isWithPeople(number, link);
    }

    /** People have it after some minutes, though nobody mends the diagram; and what they write beside it is read. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsNotSolvedStandsThoughTheProcessFailsAtItAndGoesToPeople(boolean byMail) throws IOException {
        redraw("resolve-ticket.bpmn", Files.readString(RESOLVE).replace("${endState == 'resolutionRejected'}", "${nothingOfThatName}"));
        String number = reset("ben.okafor");
        choosePassword(number, "ben.okafor");
        UUID link = desk.actions(number).get(0).id();
        followUp.run();
        if (byMail) {
            desk.reply(number, "ben.okafor", "No, that wasn't me");
        } else {
            intake.confirm(number, false, "That wasn't me", "ben.okafor");
            desk.runJobs();
        }
        assertThat(desk.story(number)).anyMatch(line -> line.endsWith("hat wasn't me"));
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.RESOLVED);
        assertThat(desk.candidateGroups(desk.task(ticket("disowned:" + link)))).containsExactly("security");
        fails(THREE_MINUTES);
        passes(A_MOMENT);
        isWithPeople(number, link);
    }

    /** And so is a reply at which it fails. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatCannotGoToPeopleEitherIsAnIncident(boolean resolved) throws IOException {
        redraw("verify-requester.bpmn", Files.readString(VERIFY).replace("${verification == 'expired'}", "${nothingOfThatName}"));
        String number = resolved ? reset("ben.okafor") : codeIsSent("ben.okafor");
        if (resolved) {
            choosePassword(number, "ben.okafor");
            redraw("fulfil-request.bpmn", leadingNowhere("fulfil-request", "queue"));
        }
        desk.reply(number, "ben.okafor", resolved ? "No, it still says that it is wrong" : "I want to talk to a person");
        String said = jdbc.sql("select cast(id as varchar(40)) from unheard").query(String.class).single();
        fails(THREE_MINUTES);
        passes(A_MOMENT);
        assertThat(alerted(ticket("answer-unheard:" + said))).containsExactly("kwame.mensah@example.org");

        theDiagramsAreAsTheyWere();
        if (!resolved) {
            desk.withdraw(number, "ben.okafor");
        }
        passes(A_WHILE);
        assertThat(desk.ticket(number).status()).isEqualTo(resolved ? TicketStatus.ESCALATED : TicketStatus.CLOSED);
        assertThat(desk.candidateGroups(desk.task(ticket("answer-unheard:" + said)))).containsExactly("security");
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
        fails(THREE_MINUTES);
        passes(A_MOMENT);
        fails(FOUR_MINUTES);
        looksAgain(A_MOMENT);
        assertThat(unheard.due()).as("the desk tries seldom now").isEmpty();
        passes(A_WHILE);
        assertThat(incidents(number)).singleElement().satisfies(incident -> assertThat(alerted(incident)).hasSize(1))
                .satisfies(incident -> assertThat(desk.candidateGroups(desk.task(incident))).containsExactly("security"));

        redraw("resolve-ticket.bpmn", Files.readString(RESOLVE));
        runtime.deleteProcessInstance(main(number), "Its diagram is mended");
        passes(A_WHILE);
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.WITHDRAWN);
        desk.decide(incidents(number).get(0), "kwame.mensah", "decline", Map.of("text", "It was heard"));
    }

    /** And they see to it. */
    private void isWithPeople(String number, UUID link) {
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        assertThat(desk.story(number)).anyMatch(line -> line.startsWith("Handed to people.") && line.contains("The requester says that it is not solved."));
        String asked = desk.candidateGroups(desk.task(number)).get(0);
        desk.decide(number, asked.equals("service-desk") ? "ivan.petrov" : "judit.nagy", "decline", Map.of("text", "It was not them"));
        desk.decide(ticket("disowned:" + link), "kwame.mensah", "decline", Map.of("text", "It was seen to"));
    }

    private void fails(Duration already) {
        jdbc.sql("update unheard set failing_since = ?").param(ago(already)).update();
    }

    private void demandIsSeen(UUID action, Duration after) {
        jdbc.sql("update revocation set looked_at = ? where action_id = ?").params(ago(after), action).update();
        looseEnds.run();
    }

    private void nothingCanBeTakenBack() {
        redraw("revoke-action.bpmn", leadingNowhere("revoke-action", "revokedActionId"));
    }

    private static String leadingNowhere(String process, String variable) {
        return TinyModel.process("""
                <startEvent id="start"/><sequenceFlow id="f" sourceRef="start" targetRef="which"/><exclusiveGateway id="which"/>
                <sequenceFlow id="g" sourceRef="which" targetRef="end"><conditionExpression xsi:type="tFormalExpression">${%1$s == 'one'}</conditionExpression></sequenceFlow>
                <sequenceFlow id="h" sourceRef="which" targetRef="end"><conditionExpression xsi:type="tFormalExpression">${%1$s == 'two'}</conditionExpression></sequenceFlow>
                <endEvent id="end"/>
                """.formatted(variable)).replace("\"tiny\"", "\"%s\"".formatted(process));
    }

    private void redraw(String file, String diagram) {
        repository.createDeployment().name("redrawn").addString("processes/" + file, diagram).deploy();
    }

    private List<String> alerted(String incident) {
        return jdbc.sql("select address from message where subject like ?").param(incident + ", priority 1: %").query(String.class).list();
    }

    private String ticket(String sourceKey) {
        return jdbc.sql("select number from ticket where source_key = ?").param(sourceKey).query(String.class).single();
    }
}
