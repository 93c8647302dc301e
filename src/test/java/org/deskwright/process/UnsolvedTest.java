package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.ticket.ClosureCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What has not solved it, as its requester says, is neither told as done again nor a ground to close it, until somebody does something new. */
class UnsolvedTest extends TicketPaths {

    @Autowired
    private ClosureGrounds grounds;
    @Autowired
    private ReportResolution reportResolution;
    private String deployment;

    @AfterEach
    void theDiagramIsAsItWas() {
        if (deployment != null) {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void aNoThatLeadsToItsClosureClosesNothing() throws IOException {
        redraw("gateway_beforeClosure");
        assertOpen(fixed(), "ben.okafor", ClosureCode.PERSON);
        assertOpen(granted(), "hana.sato", ClosureCode.AUTOMATIC);
    }

    private void assertOpen(String number, String requester, ClosureCode code) {
        assertThatThrownBy(() -> desk.confirm(number, requester, false)).hasMessageContaining("so it cannot be closed as " + code.word());
        assertThat(desk.ticket(number).isClosed()).isFalse();
        hadSaidYes(number);
        assertThat(desk.ticket(number).closureCode()).isEqualTo(code);
    }

    @Test
    void aNoThatLeadsBackToTheQuestionTellsNothingAgain() throws IOException {
        redraw("callActivity_confirmResolution");
        String number = fixed();
        int before = desk.mails(number).size();
        assertThatThrownBy(() -> desk.confirm(number, "ben.okafor", false)).hasMessageContaining("or its requester has answered since that it is not solved");
        assertThat(desk.mails(number)).hasSize(before);
        assertRefused(number, ClosureCode.NO_ANSWER);
        hadSaidYes(number);
        desk.confirm(number, "ben.okafor", true);
    }

    /** It is their word alone that keeps the diagram from going on. */
    private void hadSaidYes(String number) {
        jdbc.sql("update ticket set solved = true where number = ?").param(number).update();
        desk.runJobs();
    }

    @ParameterizedTest
    @EnumSource(names = {"AUTOMATIC", "PERSON", "NO_ANSWER"})
    void whatWasDoneBeforeIsNoGround(ClosureCode code) {
        String number = code == ClosureCode.AUTOMATIC ? granted() : fixed();
        assertThatCode(() -> grounds.check(number, code)).doesNotThrowAnyException();
        desk.confirm(number, code == ClosureCode.AUTOMATIC ? "hana.sato" : "ben.okafor", false);
        assertRefused(number, code);
        assertThatThrownBy(() -> reportResolution.execute(step(number, code == ClosureCode.AUTOMATIC ? "accessGranted" : "requestFulfilled")))
                .hasMessageContaining("or its requester has answered since that it is not solved");
    }

    @Test
    void whatIsDoneAfterwardsIsToldAndClosesIt() {
        String number = granted();
        desk.confirm(number, "hana.sato", false);
        String asked = desk.candidateGroups(desk.task(number)).get(0);
        desk.decide(number, asked.equals("service-desk") ? "ivan.petrov" : "judit.nagy", "done", Map.of("text", "You were missing in a second group."));
        assertThat(desk.mails(number)).anyMatch(text -> text.contains("You were missing in a second group."));
        assertThatCode(() -> grounds.check(number, ClosureCode.NO_ANSWER)).doesNotThrowAnyException();
        assertRefused(number, ClosureCode.AUTOMATIC);
        desk.confirm(number, "hana.sato", true);
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.PERSON);
    }

    private void assertRefused(String number, ClosureCode code) {
        assertThatThrownBy(() -> grounds.check(number, code)).hasMessageContaining("so it cannot be closed as " + code.word());
    }

    private String fixed() {
        classifier.believe("network", 0.9);
        String number = desk.file("ben.okafor", "Network", "The Wi-Fi is slow");
        desk.decide(number, "hana.sato", "done", Map.of("text", "The access point was replaced."));
        return number;
    }

    private String granted() {
        classifier.believe("access-request", 0.95);
        String number = desk.file("hana.sato", "Wiki", "Please give me edit rights in the wiki");
        desk.decide(number, "kwame.mensah", "approve", Map.of());
        return number;
    }

    private void redraw(String afterNo) throws IOException {
        String drawn = Files.readString(Path.of("processes", "resolve-ticket.bpmn"));
        String no = "sourceRef=\"gateway_isItSolved\" targetRef=\"%s\"";
        assertThat(drawn).contains(no.formatted("serviceTask_escalateTicket"));
        deployment = repository.createDeployment().addString("processes/resolve-ticket.bpmn",
                drawn.replace(no.formatted("serviceTask_escalateTicket"), no.formatted(afterNo))).deploy().getId();
    }

    private static DelegateExecution step(String number, String endState) {
        DelegateExecution step = mock();
        when(step.getProcessBusinessKey()).thenReturn(number);
        when(step.getVariable(Variables.END_STATE.name())).thenReturn(endState);
        return step;
    }
}
