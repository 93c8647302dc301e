package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.deskwright.process.EngineDoorsTest.WEBAPP;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.deskwright.ticket.ClosureCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Whoever completes a task writes the form's answers, and no other variable, by whatever door. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class OnlyAnswersTest {

    private static final List<String> DOORS = List.of("/complete", "/submit-form", "/submit-form/");

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private RuntimeService runtime;
    @Value("${desk.base-url}")
    private String base;

    private String number;
    private Task task;

    @BeforeEach
    void aRequestForHana() {
        classifier.believe("network", 0.4);
        number = desk.file("ben.okafor", "Network", "The Wi-Fi is slow");
        task = desk.task(number);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "\"closureCode\":{\"value\":\"bogus\"}                    | \\\"closureCode\\\" cannot be answered in a task, only outcome, text, newCategory, newQueue",
        "\"senderAuthenticated\":{\"value\":true}                 | \\\"senderAuthenticated\\\" cannot be answered",
        "\"requesterKnown\":{\"value\":true}                      | \\\"requesterKnown\\\" cannot be answered",
        "\"resolvedBy\":{\"value\":\"automatic\"}                 | \\\"resolvedBy\\\" cannot be answered",
        "\"priority\":{\"value\":1,\"type\":\"Integer\"}          | \\\"priority\\\" cannot be answered",
        "\"resolutionDue\":{\"value\":null}                       | \\\"resolutionDue\\\" cannot be answered",
        "\"actionId\":{\"value\":\"x\"}                           | \\\"actionId\\\" cannot be answered",
        "\"classifyTicket\":{\"value\":\"x\"}                     | \\\"classifyTicket\\\" cannot be answered",
        "\"text\":{\"value\":7,\"type\":\"Integer\"}              | \\\"text\\\" must be of the type String",
        "\"text\":{\"value\":\"[]\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":\"java.util.ArrayList\",\"serializationDataFormat\":\"application/json\"}} | \\\"text\\\" must be of the type String",
        "\"text\":{\"value\":\"eA==\",\"type\":\"File\",\"valueInfo\":{\"filename\":\"x\"}} | \\\"text\\\" must be of the type String",
        "\"newCategory\":{\"value\":\"hardware\"}                 | \\\"newCategory\\\" is asked for with the decision \\\"correct\\\" alone",
        "\"newQueue\":{\"value\":\"security\"}                    | \\\"newQueue\\\" is asked for with the decision \\\"transfer\\\" alone"})
    void nothingElseIsWritten(String variable, String saying) {
        Map<String, Object> before = runtime.getVariables(task.getProcessInstanceId());
        Visitor hana = Visitor.signedIn(base, "hana.sato");
        for (String door : DOORS) {
            refused(hana.post(WEBAPP + "/task/" + task.getId() + door,
                    "{\"variables\":{\"outcome\":{\"value\":\"approve\"},%s}}".formatted(variable)), saying);
        }
        refused(Visitor.machine(base, "noor.ali").post("/engine-rest/task/" + task.getId() + "/complete",
                "{\"variables\":{\"outcome\":{\"value\":\"approve\"},%s},\"withVariablesInReturn\":true}".formatted(variable)), saying);
        assertThat(runtime.getVariables(task.getProcessInstanceId())).isEqualTo(before);
        assertThat(desk.task(number).getId()).isEqualTo(task.getId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{}                                                                | Please choose a decision",
        "{\"variables\":{\"outcome\":{\"value\":null}}}                    | Please choose a decision",
        "{\"variables\":{\"outcome\":{\"value\":1,\"type\":\"Integer\"}}}  | must be of the type String"})
    void aDecisionIsAWordOfTheForm(String body, String saying) {
        Visitor hana = Visitor.signedIn(base, "hana.sato");
        for (String door : List.of("/complete", "/submit-form")) {
            refused(hana.post(WEBAPP + "/task/" + task.getId() + door, body), saying);
        }
    }

    @Test
    void noDecisionIsLeftOverFromTheTaskBefore() {
        runtime.setVariable(task.getProcessInstanceId(), "outcome", "approve");
        refused(Visitor.signedIn(base, "hana.sato").post(WEBAPP + "/task/" + task.getId() + "/complete", "{}"), "Please choose a decision");
    }

    /** As a parameter of the diagram's task does, or an answer at the task before. */
    @Test
    void whatStandsInTheProcessNobodyHasSaid() {
        runtime.setVariablesLocal(task.getExecutionId(), Map.of("newCategory", "access-request", "text", "Not for us"));
        Visitor hana = Visitor.signedIn(base, "hana.sato");
        for (String door : List.of("/complete", "/submit-form")) {
            refused(hana.post(WEBAPP + "/task/" + task.getId() + door, "{\"variables\":{\"outcome\":{\"value\":\"correct\"}}}"), "Please choose the right category");
            refused(hana.post(WEBAPP + "/task/" + task.getId() + door, "{\"variables\":{\"outcome\":{\"value\":\"decline\"}}}"), "needs a text");
        }
        assertThatThrownBy(() -> desk.decide(number, "hana.sato", "correct", Map.of())).hasMessageContaining("Please choose the right category");
    }

    /** As Tasklist sends what a form asks for. */
    @Test
    void answersAreWritten() {
        Visitor hana = Visitor.signedIn(base, "hana.sato");
        assertThat(hana.post(WEBAPP + "/task/" + task.getId() + "/submit-form",
                "{\"variables\":{\"outcome\":{\"value\":\"correct\"},\"newCategory\":{\"value\":\"hardware\"}}}").statusCode()).isEqualTo(204);
        desk.runJobs();
        assertThat(desk.ticket(number).category()).isEqualTo("hardware");
    }

    @Test
    void aTicketIsClosedWithTheCodeOfItsOwnStepAlone() {
        desk.decide(number, "hana.sato", "approve", Map.of());
        String main = runtime.createProcessInstanceQuery().processInstanceBusinessKey(number, MainProcess.KEY).singleResult().getId();
        runtime.setVariable(main, "closureCode", "bogus");
        desk.decide(number, "hana.sato", "decline", Map.of("text", "Please ask the landlord."));
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.DECLINED);
    }

    private static void refused(HttpResponse<String> answer, String saying) {
        assertThat(answer.statusCode()).as(answer.uri() + answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(saying);
    }
}
