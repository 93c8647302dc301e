package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.deskwright.process.EngineDoorsTest.WEBAPP;

import java.net.http.HttpResponse;
import java.util.Map;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** What goes past a person's decision, past the ticket's start or past the record is shut, to administrators too. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class EngineSideDoorsTest {

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private ManagementService management;
    @Value("${desk.base-url}")
    private String base;

    private String number;
    private Task task;

    @BeforeEach
    void somethingWaits() {
        classifier.believe("access-request", 0.99);
        number = desk.file("ben.okafor", "Reports", "I need the finance reports");
        task = desk.task(number);
    }

    /** noor.ali has every right in the engine: what she is refused, our own filters refuse. */
    @ParameterizedTest
    @ValueSource(strings = {"POST /task/create", "POST /task/{task}/delegate", "POST /task/{task}/resolve",
        "POST /external-task/fetchAndLock", "POST /external-task/x/complete",
        "POST /external-task/x/bpmnError", "PUT /external-task/x/retries", "PUT /external-task/retries", "POST /external-task/retries-async",
        "POST /case-execution/x/manual-start", "POST /case-definition/key/x/create",
        "PUT /batch/x/suspended", "DELETE /batch/x", "POST /process-instance/delete", "POST /process-instance/delete-historic-query-based",
        "PUT /process-instance/suspended", "POST /process-instance/suspended-async",
        "POST /job/retries", "POST /process-instance/job-retries", "POST /process-instance/job-retries-historic-query-based",
        "DELETE /history/process-instance/{instance}", "DELETE /history/process-instance/{instance}/variable-instances",
        "DELETE /history/variable-instance/x", "POST /history/process-instance/delete", "POST /history/process-instance/set-removal-time",
        "POST /history/decision-instance/delete", "POST /history/decision-instance/set-removal-time", "POST /history/batch/set-removal-time",
        "DELETE /history/batch/x", "POST /history/cleanup"})
    void administratorsFindItShut(String door) {
        String method = door.substring(0, door.indexOf(' '));
        String path = door.substring(door.indexOf(' ') + 1).replace("{task}", task.getId()).replace("{instance}", task.getProcessInstanceId());
        String slash = path.contains("?") ? path.replace("?", "/?") : path + "/";
        long before = desk.recorded("ENGINE_REFUSED", "noor.ali");
        for (String way : new String[] {path, slash}) {
            shut(Visitor.signedIn(base, "noor.ali").call(method, WEBAPP + way, "{}"), way);
            shut(Visitor.machine(base, "noor.ali").call(method, "/engine-rest" + way, "{}"), way);
            shut(Visitor.machine(base, "noor.ali").call(method, "/engine-rest/engine/default" + way, "{}"), way);
        }
        assertThat(desk.task(number).getId()).isEqualTo(task.getId());
        await().alias("every attempt is on the record").until(() -> desk.recorded("ENGINE_REFUSED", "noor.ali") == before + 6);
    }

    private static void shut(HttpResponse<String> answer, String way) {
        assertThat(answer.statusCode()).as(way).isEqualTo(403);
        assertThat(answer.body()).as("our filter chain answers, before the engine does").doesNotContain("RestException", "AuthorizationException");
    }

    /** Encoded and foreign spellings of the same path lead nowhere either. */
    @ParameterizedTest
    @CsvSource({"/task/{task}/res%6Flve, 403", "/task/{task}/%72esolve, 403", "//task/{task}/resolve, 400", "/task/{task};x=y/resolve, 400",
        "/./task/{task}/resolve, 400", "/task/{task}/x/../resolve, 400", "/task/{task}/RESOLVE, 404"})
    void otherSpellingsLeadNowhere(String path, int status) {
        String way = path.replace("{task}", task.getId());
        assertThat(Visitor.machine(base, "noor.ali").post("/engine-rest" + way, "{}").statusCode()).isEqualTo(status);
        assertThat(desk.task(number).getId()).isEqualTo(task.getId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hana.sato", "kwame.mensah", "ivan.petrov", "mateo.garcia"})
    void onlyAdministratorsTouchJobsAndSuspend(String login) {
        classifier.believe("software", 0.9);
        String asked = desk.file("ada.lindqvist", "Excel", "Excel is slow");
        desk.decide(asked, "hana.sato", "ask", Map.of("text", "Since when?"));
        Job job = management.createJobQuery().timers().activityId("timerEvent_oneWeekPassed").list().get(0);
        Visitor visitor = Visitor.signedIn(base, login);
        for (String door : new String[] {"PUT /job/%s/retries {\"retries\":0}", "PUT /job/%s/suspended {\"suspended\":true}",
            "POST /job/%s/execute {}", "PUT /job/%s/duedate {\"duedate\":null}", "DELETE /job/%s {}"}) {
            String[] words = door.formatted(job.getId()).split(" ");
            assertThat(visitor.call(words[0], WEBAPP + words[1], words[2]).statusCode()).as(door).isEqualTo(403);
        }
        for (String suspended : new String[] {"/process-instance/" + task.getProcessInstanceId(), "/process-definition/" + task.getProcessDefinitionId(),
            "/job-definition/" + job.getJobDefinitionId()}) {
            assertThat(visitor.put(WEBAPP + suspended + "/suspended", "{\"suspended\":true}").statusCode()).as(suspended).isEqualTo(403);
        }
        assertThat(visitor.call("DELETE", WEBAPP + "/process-instance/" + task.getProcessInstanceId(), null).statusCode()).isEqualTo(403);
        Job untouched = management.createJobQuery().jobId(job.getId()).singleResult();
        assertThat(untouched.getRetries()).isEqualTo(job.getRetries());
        assertThat(untouched.isSuspended()).isFalse();
    }

    @Test
    void readingAndDecidingStayOpen() {
        Visitor noor = Visitor.signedIn(base, "noor.ali");
        for (String query : new String[] {"/history/process-instance/count", "/external-task/count", "/task/count", "/process-instance/count",
            "/history/variable-instance", "/external-task", "/job/count"}) {
            assertThat(noor.post(WEBAPP + query, "{}").statusCode()).as(query).isEqualTo(200);
        }
        assertThat(noor.get(WEBAPP + "/task/" + task.getId() + "/variables").statusCode()).isEqualTo(200);
        Visitor kwame = Visitor.signedIn(base, "kwame.mensah");
        assertThat(kwame.post("%s/task/%s/claim".formatted(WEBAPP, task.getId()), "{\"userId\":\"kwame.mensah\"}").statusCode()).isEqualTo(204);
        assertThat(kwame.post("%s/task/%s/unclaim".formatted(WEBAPP, task.getId()), "").statusCode()).isEqualTo(204);
    }
}
