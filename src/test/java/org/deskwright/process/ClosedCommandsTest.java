package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskwright.process.EngineDoorsTest.WEBAPP;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** An administrator, who has every right in the engine, asks it for what nobody may: by every interface, in every spelling. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class ClosedCommandsTest {

    /** Both lead to the engine's resource. */
    private static final List<UnaryOperator<String>> SPELLINGS = List.of(path -> path, path -> path + "/");
    /** These lead nowhere today; should one of them lead to the engine some day, it is refused there. */
    private static final List<UnaryOperator<String>> ODD_SPELLINGS = List.of(path -> path + "//", path -> path + ";a=b",
            path -> path.replaceFirst("/(\\w+)$", "//$1"), path -> path.replaceFirst("/(\\w+)$", "%2F$1"), path -> path + "%2f",
            path -> path.replaceFirst("/(\\w+)$", ";a=b/$1"), path -> path.replaceFirst("/(\\w+)$", "/x/../$1"),
            path -> path.substring(0, path.length() - 1) + "%%%02x".formatted((int) path.charAt(path.length() - 1)),
            path -> path.toUpperCase(), path -> path + "%00", path -> path + ".json");

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private RepositoryService repository;
    @Value("${desk.base-url}")
    private String base;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "POST   | /task/{task}/bpmnError                          | {\"errorCode\":\"x\"}",
        "POST   | /task/{task}/bpmnEscalation                     | {\"escalationCode\":\"x\"}",
        "POST   | /process-instance/{instance}/modification       | {\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"{step}\"}]}",
        "POST   | /process-instance/{instance}/modification-async | {\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"{step}\"}]}",
        "POST   | /modification/execute                           | {\"processDefinitionId\":\"{definition}\",\"processInstanceIds\":[\"{instance}\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"{step}\"}]}",
        "POST   | /modification/executeAsync                      | {\"processDefinitionId\":\"{definition}\",\"processInstanceIds\":[\"{instance}\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"{step}\"}]}",
        "POST   | /migration/execute                              | {\"migrationPlan\":{\"sourceProcessDefinitionId\":\"{definition}\",\"targetProcessDefinitionId\":\"{definition}\",\"instructions\":[{\"sourceActivityIds\":[\"{step}\"],\"targetActivityIds\":[\"{step}\"]}]},\"processInstanceIds\":[\"{instance}\"]}",
        "POST   | /migration/executeAsync                         | {\"migrationPlan\":{\"sourceProcessDefinitionId\":\"{definition}\",\"targetProcessDefinitionId\":\"{definition}\",\"instructions\":[{\"sourceActivityIds\":[\"{step}\"],\"targetActivityIds\":[\"{step}\"]}]},\"processInstanceIds\":[\"{instance}\"]}",
        "POST   | /process-definition/{definition}/restart        | {\"processInstanceIds\":[\"{instance}\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"{step}\"}]}",
        "POST   | /process-definition/{definition}/restart-async  | {\"processInstanceIds\":[\"{instance}\"],\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"{step}\"}]}",
        "PUT    | /task/{task}/variables/autonomy                 | {\"value\":\"auto\",\"type\":\"String\"}",
        "POST   | /task/{task}/variables                          | {\"modifications\":{\"autonomy\":{\"value\":\"auto\"}}}",
        "DELETE | /task/{task}/variables/autonomy                 |",
        "PUT    | /task/{task}/localVariables/actionId            | {\"value\":\"x\",\"type\":\"String\"}",
        "PUT    | /process-instance/{instance}/variables/priority | {\"value\":1,\"type\":\"Integer\"}",
        "POST   | /process-instance/{instance}/variables          | {\"modifications\":{\"priority\":{\"value\":1}}}",
        "DELETE | /process-instance/{instance}/variables/priority |",
        "POST   | /process-instance/variables-async               | {\"processInstanceIds\":[\"{instance}\"],\"variables\":{\"priority\":{\"value\":1}}}",
        "PUT    | /execution/{instance}/localVariables/priority   | {\"value\":1,\"type\":\"Integer\"}",
        "POST   | /execution/{instance}/signal                    | {}",
        "POST   | /execution/{main}/messageSubscriptions/Request%20withdrawn/trigger | {}",
        "POST   | /message                                        | {\"messageName\":\"Request withdrawn\",\"businessKey\":\"{ticket}\"}",
        "POST   | /message                                        | {\"messageName\":\"Request withdrawn\",\"businessKey\":\"{ticket}\",\"all\":true}",
        "POST   | /process-instance/message-async                 | {\"messageName\":\"Request withdrawn\",\"processInstanceIds\":[\"{main}\"]}",
        "POST   | /signal                                         | {\"name\":\"x\"}",
        "POST   | /condition                                      | {\"variables\":{\"a\":{\"value\":1}}}",
        "POST   | /process-definition/key/resolve-ticket/start    | {\"businessKey\":\"{ticket}\"}",
        "POST   | /process-definition/key/confirm-resolution/start | {\"businessKey\":\"{ticket}\",\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"serviceTask_reportResolution\"}]}",
        "POST   | /process-definition/key/resolve-ticket/submit-form | {\"businessKey\":\"{ticket}\",\"variables\":{}}",
        "DELETE | /deployment/{deployment}                        |",
        "DELETE | /process-definition/{definition}                |",
        "DELETE | /process-definition/key/fulfil-request          |",
        "DELETE | /job/any                                        |"})
    void nobodyCommandsTheEngineFromOutside(String method, String door, String body) {
        Map<String, String> places = places();
        Map<String, Object> before = runtime.getVariables(places.get("instance"));
        for (String engine : List.of(WEBAPP, "/engine-rest", "/engine-rest/engine/default")) {
            Visitor insider = engine.equals(WEBAPP) ? Visitor.signedIn(base, "noor.ali") : Visitor.machine(base, "noor.ali");
            for (UnaryOperator<String> spelling : SPELLINGS) {
                HttpResponse<String> answer = insider.ask(method, engine + spelling.apply(filled(door, places)), filled(body, places), Map.of());
                assertThat(answer.statusCode()).as("%s %s: %s", method, answer.uri(), answer.body()).isEqualTo(403);
            }
        }
        Visitor insider = Visitor.signedIn(base, "noor.ali");
        for (UnaryOperator<String> spelling : ODD_SPELLINGS) {
            HttpResponse<String> answer = insider.ask(method, WEBAPP + spelling.apply(filled(door, places)), filled(body, places), Map.of());
            assertThat(answer.statusCode()).as("%s %s", method, answer.uri()).isBetween(400, 499);
        }
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            insider.ask("GET", WEBAPP + filled(door, places), null, Map.of(header, method));
        }
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(places.get("ticket")).count()).as("main and called").isEqualTo(2);
        assertThat(desk.task(places.get("ticket")).getId()).isEqualTo(places.get("task"));
        assertThat(runtime.getVariables(places.get("instance"))).isEqualTo(before);
    }

    private Map<String, String> places() {
        classifier.believe("network", 0.9);
        String ticket = desk.file("ben.okafor", "Network", "The Wi-Fi is slow");
        Task task = desk.task(ticket);
        String main = runtime.createProcessInstanceQuery().processInstanceBusinessKey(ticket, MainProcess.KEY).singleResult().getId();
        String deployment = repository.getProcessDefinition(task.getProcessDefinitionId()).getDeploymentId();
        return Map.of("ticket", ticket, "task", task.getId(), "instance", task.getProcessInstanceId(), "main", main,
                "definition", task.getProcessDefinitionId(), "step", task.getTaskDefinitionKey(),
                "deployment", deployment);
    }

    private static String filled(String text, Map<String, String> places) {
        String filled = text;
        for (Map.Entry<String, String> place : places.entrySet()) {
            filled = filled == null ? null : filled.replace("{" + place.getKey() + "}", place.getValue());
        }
        return filled;
    }
}
