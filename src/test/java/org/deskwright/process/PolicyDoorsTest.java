package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.Visitor;
import org.deskwright.audit.Hash;
import org.deskwright.audit.RecordSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who changes how much the desk does alone, over its real doors, and that everybody can see it afterwards. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class PolicyDoorsTest {

    private static final String REST = "/engine-rest/deployment/create";
    private static final String WEB = EngineDoorsTest.WEBAPP + "/deployment/create";

    @Autowired
    private RepositoryService repository;
    @Autowired
    private EngineStart start;
    @Autowired
    private Desk desk;
    @Autowired
    private JdbcClient jdbc;
    @Value("${desk.base-url}")
    private String base;

    /** The tables of the other tests are those of the folder. */
    @AfterEach
    void whatWasDeployedGoes() {
        repository.createDeploymentQuery().deploymentName("test").list().forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @ParameterizedTest
    @CsvSource({"mandatory-review, mateo.garcia", "thresholds, mateo.garcia", "autonomy, mateo.garcia", "performer, mateo.garcia", "thresholds, noor.ali"})
    void whoDoesNotAnswerForTheRiskDeploysNoPolicy(String table, String login) {
        String former = inForce(table).getId();
        long refused = desk.recorded("ENGINE_REFUSED", login);
        long deployed = desk.recorded("DEPLOYED", login);
        for (HttpResponse<String> answer : List.of(Visitor.machine(base, login).deploy(REST, "priority.dmn", edited(table)),
                Visitor.machine(base, login).deploy("/engine-rest/engine/default/deployment/create", "priority.dmn", edited(table)),
                Visitor.signedIn(base, login).deploy(WEB, "priority.dmn", edited(table)))) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("priority.dmn decides how much the desk does alone: only the group risk-owners may deploy it");
        }
        assertThat(inForce(table).getId()).isEqualTo(former);
        assertThat(desk.recorded("ENGINE_REFUSED", login)).isEqualTo(refused + 3);
        assertThat(desk.recorded("DEPLOYED", login)).as("nothing came into force").isEqualTo(deployed);
    }

    /** What was in force before cannot be brought back by who could not have brought it. */
    @ParameterizedTest
    @ValueSource(strings = {"mateo.garcia", "noor.ali"})
    void anOlderVersionIsNotBroughtBackEither(String login) {
        String old = inForce("thresholds").getDeploymentId();
        assertThat(Visitor.machine(base, "kwame.mensah").deploy(REST, "thresholds.dmn", edited("thresholds")).statusCode()).isEqualTo(200);
        String stricter = inForce("thresholds").getId();
        HttpResponse<String> again = Visitor.machine(base, login).post("/engine-rest/deployment/%s/redeploy".formatted(old), "{}");
        assertThat(again.statusCode()).isEqualTo(403);
        assertThat(again.body()).contains("only the group risk-owners may deploy it");
        for (String who : List.of(login, "kwame.mensah")) {
            assertThat(Visitor.machine(base, who).call("DELETE", "/engine-rest/deployment/" + inForce("thresholds").getDeploymentId(), null).statusCode()).isEqualTo(403);
        }
        assertThat(inForce("thresholds").getId()).isEqualTo(stricter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grace.kim", "kwame.mensah"})
    void whoAnswersForTheRiskDeploysPolicyAndIsOnTheRecord(String login) {
        long before = desk.recorded("DEPLOYED", login);
        String table = edited("thresholds");
        assertThat(Visitor.machine(base, login).get("/engine-rest/version").statusCode()).as("the Modeler asks first").isEqualTo(200);
        assertThat(Visitor.machine(base, login).deploy(REST, "thresholds.dmn", table).statusCode()).isEqualTo(200);
        assertThat(desk.recorded("DEPLOYED", login)).isEqualTo(before + 1);
        assertThat(lastDeployed()).contains("{\"brings\":[{\"id\":\"thresholds\",\"version\":%d}],\"name\":\"thresholds.dmn\",\"sha256\":\"%s\"}"
                .formatted(inForce("thresholds").getVersion(), Hash.hexOf(table.getBytes())));
        assertThat(Visitor.signedIn(base, login).deploy(WEB, "autonomy.dmn", edited("autonomy")).statusCode()).isEqualTo(200);
        new RecordSchema().check(jdbc);
    }

    /** Not even they: the rules of the house stand above the table. */
    @Test
    void aPolicyThatForgetsWhatAPersonAlwaysDecidesOnIsRefused() {
        HttpResponse<String> answer = Visitor.machine(base, "grace.kim").deploy(REST, "mandatory-review.dmn",
                read("mandatory-review").replaceAll("(?s)<rule .*</rule>", ""));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("asks nobody when senderAuthenticated is", "add a row with this word");
    }

    @Test
    void whoAnswersForTheRiskDrawsNoDiagramsAndNoOtherTables() {
        String model = TinyModel.with("<serviceTask id='it' camunda:delegateExpression='${classifyTicket}'/>");
        for (String login : List.of("grace.kim", "kwame.mensah")) {
            HttpResponse<String> answer = Visitor.machine(base, login).deploy(REST, "tiny.bpmn", model);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("tiny.bpmn is deployed by the groups process-analysts and desk-admins");
            assertThat(Visitor.signedIn(base, login).deploy(WEB, "priority.dmn", edited("priority")).statusCode()).isEqualTo(403);
            assertThat(Visitor.machine(base, login).get("/engine-rest/task/count").statusCode()).as("no other door").isEqualTo(403);
        }
    }

    @Test
    void whatAnalystsDeployIsOnTheRecord() {
        String model = TinyModel.with("<serviceTask id='it' camunda:delegateExpression='${classifyTicket}'/>");
        long before = desk.recorded("DEPLOYED", "mateo.garcia");
        assertThat(Visitor.machine(base, "mateo.garcia").deploy(REST, "tiny.bpmn", model).statusCode()).isEqualTo(200);
        assertThat(lastDeployed()).contains("\"name\":\"tiny.bpmn\",\"sha256\":\"%s\"".formatted(Hash.hexOf(model.getBytes())));
        assertThat(Visitor.signedIn(base, "mateo.garcia").deploy(WEB, "priority.dmn", edited("priority")).statusCode()).isEqualTo(200);
        assertThat(lastDeployed()).contains("{\"id\":\"priority\",\"version\":");
        assertThat(desk.recorded("DEPLOYED", "mateo.garcia")).isEqualTo(before + 2);
    }

    /** An option labelled "Decline" may carry the word "approve". */
    @ParameterizedTest
    @ValueSource(strings = {"review-action", "review-classification", "fulfil-request", "settle-revocation", "adopt-model"})
    void whoDrawsTheDiagramsDoesNotSayWhatAnAnswerMeans(String name) {
        String file = name + ".form";
        String form = read("forms/" + file);
        for (String login : List.of("mateo.garcia", "noor.ali")) {
            for (HttpResponse<String> answer : List.of(Visitor.machine(base, login).deploy(REST, file, form), Visitor.signedIn(base, login).deploy(WEB, file, form))) {
                assertThat(answer.statusCode()).isEqualTo(403);
                assertThat(answer.body()).contains(file + " says what people's answers mean: only the group risk-owners may deploy it");
            }
        }
        assertThat(Visitor.machine(base, "grace.kim").deploy(REST, file, form).statusCode()).isEqualTo(200);
        assertThat(lastDeployed()).contains("\"name\":\"%s\"".formatted(file), "{\"id\":\"%s\",\"version\":".formatted(name));
    }

    /** The folders are the desk's own; it says so once, and not at a start that brings nothing new. */
    @Test
    void whatTheDeskDeploysAtItsStartIsOnTheRecord() {
        List<String> atStart = deployedByTheDesk();
        for (String file : List.of("processes/grant-access.bpmn", "forms/review-action.form", "decisions/mandatory-review.dmn", "decisions/thresholds.dmn")) {
            assertThat(atStart).as(file).anySatisfy(entry -> assertThat(entry).contains("\"name\":\"" + file + "\""));
        }
        start.start();
        assertThat(deployedByTheDesk()).isEqualTo(atStart);
    }

    private List<String> deployedByTheDesk() {
        return jdbc.sql("select body from record.entry where kind = 'DEPLOYED' and who = 'desk' order by id").query(String.class).list();
    }

    private String lastDeployed() {
        return jdbc.sql("select body from record.entry where kind = 'DEPLOYED' order by id desc").query(String.class).list().get(0);
    }

    private DecisionDefinition inForce(String table) {
        return repository.createDecisionDefinitionQuery().decisionDefinitionKey(table).latestVersion().singleResult();
    }

    /** Another table for the engine, with the same rules. */
    private static String edited(String table) {
        return read(table).replaceFirst("exporterVersion=\"[^\"]*\"", "exporterVersion=\"5.41.0\"");
    }

    private static String read(String name) {
        try {
            return Files.readString(name.contains("/") ? Path.of(name) : Path.of("decisions", name + ".dmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
