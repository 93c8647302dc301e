package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.deskwright.review.NotTheirsToDecide;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever is refused reads why, in the words of the refusal alone, at every door through which a task is completed. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class RefusedDecisionTest {

    private static final String REST = "/engine-rest";
    private static final String NOT_THEIRS = "This is for the group service-desk to decide, and noor.ali is not in it";

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private JdbcClient jdbc;
    @Value("${desk.base-url}")
    private String base;
    private String number;
    private String task;

    @BeforeEach
    void aReviewOfTheServiceDesk() {
        classifier.believe("network", 0.4);
        number = desk.file("ben.okafor", "Network", "The Wi-Fi is slow");
        task = "/task/" + desk.task(number).getId();
    }

    @Test
    void whoMayNotDecideIsForbidden() {
        Visitor browser = Visitor.signedIn(base, "noor.ali");
        Visitor machine = Visitor.machine(base, "noor.ali");
        for (String way : List.of("/complete", "/submit-form")) {
            says(browser.post(EngineDoorsTest.WEBAPP + task + way, decision("approve")), 403, NOT_THEIRS);
            says(machine.post(REST + task + way, decision("approve")), 403, NOT_THEIRS);
        }
    }

    /** By each door, also of what has ended. */
    @Test
    void whoIsRefusedStandsInTheStoryOfTheTicket() {
        String instance = desk.task(number).getProcessInstanceId();
        Visitor noor = Visitor.machine(base, "noor.ali");
        says(noor.post(REST + task + "/complete", decision("approve")), 403, NOT_THEIRS);
        says(Visitor.signedIn(base, "noor.ali").post(EngineDoorsTest.WEBAPP + task + "/complete", decision("approve")), 403, NOT_THEIRS);
        assertThat(noor.post("/engine-rest/process-instance/%s/modification".formatted(instance),
                "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"userTask_reviewClassification\"}]}").statusCode()).isEqualTo(403);
        desk.withdraw(number, "ben.okafor");
        assertThat(noor.post(REST + task + "/complete", decision("approve")).statusCode()).isEqualTo(409);
        await().alias("the ticket is named").until(() -> jdbc.sql("select count(*) from record.entry where kind = 'ENGINE_REFUSED' and ticket_number = ?")
                .param(number).query(Integer.class).single() == 4);
    }

    @Test
    void anAnswerThatCannotBeTakenIsABadRequest() {
        Visitor hana = Visitor.signedIn(base, "hana.sato");
        Stream.of("/complete", "/submit-form").map(way -> EngineDoorsTest.WEBAPP + task + way).forEach(door -> {
            says(hana.post(door, decision("decline")), 400, "\"decline\" needs a text: please write it and try again");
            says(hana.post(door, decision("cheer")), 400, "Please choose a decision: \"cheer\" is none");
            says(hana.post(door, decision("done")), 400, "\"done\" cannot be decided here, only [approve, correct, decline]");
        });
        assertThat(desk.task(number)).isNotNull();
        assertThat(hana.post(EngineDoorsTest.WEBAPP + task + "/submit-form", decision("approve")).statusCode()).isEqualTo(204);
    }

    /** The engine would take the last word, and nobody could tell which one was meant. */
    @ParameterizedTest
    @ValueSource(strings = {"{'variables':{'outcome':{'value':'decline'},'text':{'value':'No'},'outcome':{'value':'approve'}}}",
        "{'variables':{'outcome':{'value':'decline','value':'approve'}}}", "{'variables':{},'variables':{'outcome':{'value':'approve'}}}",
        "{'variables':{'outcome':{'value':'decline'},'\\u006futcome':{'value':'approve'}}}", "{'variables':{'outcome':{'value':'approve'}}} {"})
    void whoSaysBothThingsHasSaidNeither(String body) {
        String json = body.replace('\'', '"');
        long before = desk.recorded("ENGINE_REFUSED", "hana.sato");
        Visitor hana = Visitor.signedIn(base, "hana.sato");
        for (String way : List.of("/complete", "/submit-form", "/submit-form/")) {
            HttpResponse<String> answer = hana.post(EngineDoorsTest.WEBAPP + task + way, json);
            assertThat(answer.statusCode()).as(way).isEqualTo(400);
            assertThat(answer.body()).contains("This cannot be read as JSON that says each thing once");
            assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        }
        assertThat(hana.post(EngineDoorsTest.WEBAPP + task + "/complete", json, Map.of("Content-Type", "text/plain")).statusCode()).isEqualTo(400);
        assertThat(Visitor.machine(base, "noor.ali").post(REST + task + "/complete", json).statusCode()).isEqualTo(400);
        assertThat(desk.task(number)).isNotNull();
        await().alias("every attempt is on the record").until(() -> desk.recorded("ENGINE_REFUSED", "hana.sato") == before + 4);
    }

    @Test
    void whatIsTooLongIsNotReadToItsEnd() {
        long before = desk.recorded("ENGINE_REFUSED", "hana.sato");
        HttpResponse<String> answer = Visitor.signedIn(base, "hana.sato").post(EngineDoorsTest.WEBAPP + task + "/complete",
                decision("approve") + " ".repeat(SaidOnce.MOST));
        says(answer, 413, "This is longer than the 1,048,576 bytes that are taken here. Please ask for less at once");
        assertThat(desk.task(number)).isNotNull();
        await().alias("the attempt is on the record").until(() -> desk.recorded("ENGINE_REFUSED", "hana.sato") == before + 1);
    }

    @Test
    void javaCallersGetTheRefusalItself() {
        assertThatThrownBy(() -> desk.decideAnyway(number, "noor.ali", "approve", Map.of()))
                .isExactlyInstanceOf(NotTheirsToDecide.class).hasMessage(NOT_THEIRS);
    }

    private static String decision(String outcome) {
        return "{\"variables\":{\"outcome\":{\"value\":\"%s\",\"type\":\"String\"}}}".formatted(outcome);
    }

    private static void says(HttpResponse<String> answer, int status, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        try {
            assertThat(new ObjectMapper().readTree(answer.body()).get("message").asText()).isEqualTo(sentence);
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }
}
