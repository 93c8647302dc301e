package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.variable.Variables.serializedObjectValue;

import java.net.http.HttpResponse;
import java.util.List;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables.SerializationDataFormats;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The engine's doors over real HTTP; every one is named in config/known-vulnerabilities.md. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class EngineDoorsTest {

    static final String WEBAPP = "/camunda/api/engine/engine/default";
    private static final String SET_UP = "/camunda/api/admin/setup/default/user/create";
    private static final String SOMEBODY = """
            {"profile": {"id": "mallory", "firstName": "M", "lastName": "M", "email": "m@example.org"}, "credentials": {"password": "demo"}}""";

    @Autowired
    private IdentityService identity;
    @Autowired
    private TaskService tasks;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Value("${desk.base-url}")
    private String base;

    /** CVE-2026-77226: the set-up page makes an administrator out of a stranger. */
    @Test
    void setUpIsShutBeforeSignIn() {
        Visitor stranger = Visitor.stranger(base);
        assertThat(stranger.post(SET_UP, SOMEBODY).headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        assertThat(stranger.get("/camunda/app/admin/default/setup/").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {SET_UP + "/", "/camunda/api/admin//setup/default/user/create", "/camunda/api/admin/setup;a=b/default/user/create",
        "/camunda/api/admin/%73etup/default/user/create", "/camunda/api/admin/x/../setup/default/user/create"})
    void setUpIsShutHoweverItIsSpelled(String spelling) {
        HttpResponse<String> answer = browser("noor.ali").post(spelling, SOMEBODY);
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).as("our filter chain answers, before the engine does").doesNotContain("read-only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada.lindqvist", "hana.sato", "noor.ali"})
    void setUpIsShutAfterSignIn(String login) {
        Visitor visitor = browser(login);
        HttpResponse<String> answer = visitor.post(SET_UP, SOMEBODY);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).as("our filter chain answers, before the engine does").doesNotContain("read-only");
        assertThat(visitor.get("/camunda/app/admin/default/setup/").statusCode()).isEqualTo(403);
    }

    @Test
    void nobodyMakesUsersOrGroupsInTheEngine() {
        Visitor admin = browser("noor.ali");
        for (HttpResponse<String> answer : new HttpResponse[] {admin.post(WEBAPP + "/user/create", SOMEBODY),
                admin.post(WEBAPP + "/group/create", "{\"id\": \"g\", \"name\": \"g\", \"type\": \"t\"}"),
                admin.put(WEBAPP + "/group/desk-admins/members/ada.lindqvist", "{}")}) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Identity service implementation is read-only");
        }
    }

    @Test
    void restAsksWhoCalls() {
        HttpResponse<String> answer = Visitor.stranger(base).get("/engine-rest/process-definition/count");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada.lindqvist", "hana.sato", "ivan.petrov"})
    void restIsNotForStaff(String login) {
        HttpResponse<String> answer = machine(login).get("/engine-rest/process-definition/count");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void analystsDeployAndReadModelsOverRest() {
        Visitor mateo = machine("mateo.garcia");
        String model = TinyModel.with("<serviceTask id='it' camunda:delegateExpression='${classifyTicket}'/>");
        assertThat(mateo.deploy("/engine-rest/deployment/create", "tiny.bpmn", model).statusCode()).isEqualTo(200);
        assertThat(mateo.get("/engine-rest/process-definition/key/resolve-ticket").statusCode()).isEqualTo(200);
        assertThat(mateo.get("/engine-rest/authorization?maxResults=10").body()).as("analysts administer nothing").isEqualTo("[]");
    }

    @Test
    void aRefusedModelSaysWhatToDo() {
        HttpResponse<String> answer = machine("mateo.garcia").deploy("/engine-rest/deployment/create", "tiny.bpmn",
                TinyModel.with("<serviceTask id='it' camunda:class='java.lang.Object'/>"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("it: the attribute \\\"class\\\" is not allowed in models; use camunda:delegateExpression");
    }

    @Test
    void administratorsAdministerOverRest() {
        Visitor noor = machine("noor.ali");
        assertThat(noor.get("/engine-rest/authorization?maxResults=10").body()).contains("\"groupId\"");
        assertThat(noor.get("/engine-rest/job/count").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada.lindqvist", "hana.sato", "ivan.petrov"})
    void staffDeployNothing(String login) {
        assertThat(browser(login).deploy(WEBAPP + "/deployment/create", "tiny.bpmn", TinyModel.with("<userTask id='it'/>")).statusCode()).isEqualTo(403);
    }

    @Test
    void tooManyResultsAreRefused() {
        HttpResponse<String> answer = browser("noor.ali").get(WEBAPP + "/task?maxResults=2001");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Max results limit of 2000 exceeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task", "/history/task", "/process-definition?key=resolve-ticket&sortBy=version&sortOrder=desc"})
    void whoAsksForNoNumberGetsTheFirstOnes(String query) {
        assertThat(browser("noor.ali").get(WEBAPP + query).statusCode()).isEqualTo(200);
        assertThat(browser("noor.ali").post(WEBAPP + "/task", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void javaQueriesWithoutANumberAreRefusedToPeople() {
        identity.setAuthentication("noor.ali", List.of("desk-admins"));
        try {
            assertThatThrownBy(() -> tasks.createTaskQuery().list()).hasMessageContaining("unbound number of results");
        } finally {
            identity.clearAuthentication();
        }
    }

    @Test
    void serializedJavaObjectsAreRefused() {
        Object foreign = serializedObjectValue("rO0ABXA=").objectTypeName("java.lang.Integer")
                .serializationDataFormat(SerializationDataFormats.JAVA).create();
        String instance = waiting().getProcessInstanceId();
        assertThatThrownBy(() -> runtime.setVariable(instance, "foreign", foreign)).hasMessageContaining("Java serialization format is prohibited");
    }

    @Test
    void objectsOfForeignTypesAreNotMade() {
        HttpResponse<String> answer = browser("noor.ali").upload(WEBAPP + "/task/" + waiting().getId() + "/variables/foreign/data", "\"x\"", "java.io.File");
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).contains("not whitelisted for deserialization: [java.io.File]");
    }

    /** Spring's protection is off below /camunda; the engine's own has to stand. */
    @Test
    void forgedRequestsAreRefused() {
        HttpResponse<String> answer = browser("noor.ali").lured().post(WEBAPP + "/task/count", "{}");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("X-XSRF-TOKEN")).contains("Required");
    }

    @Test
    void actuatorTellsHealthAndNoMore() {
        assertThat(Visitor.stranger(base).get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
        Visitor admin = browser("noor.ali");
        for (String endpoint : new String[] {"env", "beans", "heapdump", "configprops", "loggers", "threaddump", "mappings", "shutdown", "camunda"}) {
            assertThat(admin.get("/actuator/" + endpoint).statusCode()).as(endpoint).isEqualTo(404);
        }
    }

    private Task waiting() {
        classifier.believe("network", 0.4);
        return desk.task(desk.file("ben.okafor", "Network", "The Wi-Fi is slow"));
    }

    private Visitor browser(String login) {
        return Visitor.signedIn(base, login);
    }

    private Visitor machine(String login) {
        return Visitor.machine(base, login);
    }
}
