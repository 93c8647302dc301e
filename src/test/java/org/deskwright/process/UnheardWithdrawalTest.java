package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.deskwright.intake.Intake;
import org.deskwright.resolution.ActionState;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Diagrams that do not listen to a requester who withdraws: what they said stands with the ticket, and counts. */
class UnheardWithdrawalTest extends TicketPaths {

    @Autowired
    private Intake intake;
    private String deployment;

    @AfterEach
    void theDiagramIsAsItWas() {
        repository.deleteDeployment(deployment, true);
    }

    /** Nor may it have a step of that name where the desk's own work ends. */
    @ParameterizedTest
    @ValueSource(strings = {"serviceTask_escalateTicket", "serviceTask_handTicketOver"})
    void whatIsPlannedIsNotDoneAndPeopleCloseIt(String toPeople) throws IOException {
        redraw(toPeople);
        String number = ask();
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_reviewAction");
        desk.withdraw(number, "hana.sato");
        assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.REFUSED);
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        assertThat(desk.story(number)).anyMatch(line -> line.startsWith("Handed to people. The requester has withdrawn this request"));
        String asked = desk.task(number).getId();
        desk.withdraw(number, "hana.sato");
        assertThat(desk.task(number).getId()).as("they have it already").isEqualTo(asked);
        close(number);
        assertThat(desk.mails(number)).noneMatch(text -> text.contains("We are sorry that we cannot do it"));
    }

    @Test
    void whatWasGivenIsTakenBack() throws IOException {
        redraw("serviceTask_escalateTicket");
        String number = ask();
        desk.decide(number, "kwame.mensah", "approve", Map.of());
        UUID given = given(number);
        desk.confirm(number, "hana.sato", false);
        desk.withdraw(number, "hana.sato");
        assertTakenBack(number, given);
        close(number);
    }

    /** It was on its way, and the ticket is open when it is known as done. */
    @Test
    void whatIsGivenJustThenIsTakenBackToo() throws IOException {
        redraw("serviceTask_escalateTicket");
        String number = ask();
        doAnswer(call -> {
            Object done = call.callRealMethod();
            CompletableFuture.runAsync(() -> intake.withdraw(number, "hana.sato")).get(20, TimeUnit.SECONDS);
            return done;
        }).when(groups).add(any(), eq("wiki-editors"), any());
        assertThat(catchThrowable(() -> desk.decide(number, "kwame.mensah", "approve", Map.of()))).isInstanceOf(OptimisticLockingException.class);
        UUID given = given(number);
        assertThat(state(number, given)).isEqualTo(ActionState.CONFIRMED);
        followUp.run();
        desk.runJobs();
        assertTakenBack(number, given);
        close(number);
    }

    private String ask() {
        classifier.believe("access-request", 0.95);
        return desk.file("hana.sato", "Wiki", "Please give me edit rights in the wiki");
    }

    private UUID given(String number) {
        return desk.actions(number).get(0).id();
    }

    private void assertTakenBack(String number, UUID given) {
        assertThat(state(number, given)).isEqualTo(ActionState.REVOKED);
        assertThat(groups.isMember("hana.sato", "wiki-editors")).isFalse();
        assertThat(jdbc.sql("select basis from revocation where ticket_number = ?").param(number).query(String.class).list()).containsExactly("WITHDRAWAL");
    }

    /** Whatever they say of it, its requester withdrew it. */
    private void close(String number) {
        String asked = desk.candidateGroups(desk.task(number)).get(0);
        desk.decide(number, asked.equals("service-desk") ? "ivan.petrov" : "judit.nagy", "decline", Map.of("text", "They do not want it any more"));
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.WITHDRAWN);
        assertThat(desk.isRunning(number)).isFalse();
    }

    private void redraw(String toPeople) throws IOException {
        Path file = Path.of("processes", "resolve-ticket.bpmn");
        String redrawn = Files.readString(file).replace("name=\"Request withdrawn\" />", "name=\"Request forgotten\" />").replace("serviceTask_escalateTicket", toPeople);
        deployment = repository.createDeployment().addString("processes/resolve-ticket.bpmn", redrawn).deploy().getId();
    }
}
