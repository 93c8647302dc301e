package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.deskwright.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A diagram with which some process could act without clearance never becomes a version that runs. */
@DeskTest
class ProvenDeploymentTest {

    private static final Path SMALL = Path.of("src", "test", "resources", "proof");

    @Autowired
    private RepositoryService repository;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private EngineStart start;
    @Autowired
    private JdbcClient jdbc;
    private final List<String> deployed = new ArrayList<>();

    @AfterEach
    void takeAway() {
        deployed.forEach(id -> repository.deleteDeployment(id, true));
    }

    private Deployment deploy(String name, String model) {
        Deployment deployment = repository.createDeployment().addString(name, model).deploy();
        deployed.add(deployment.getId());
        return deployment;
    }

    private ProcessDefinition latest(String process) {
        return repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult();
    }

    @Test
    void whatIsRefusedLeavesTheFormerVersionActive() throws IOException {
        deploy("auto-only.bpmn", Files.readString(SMALL.resolve("right/auto-only.bpmn")));
        ProcessDefinition former = latest("auto-only");
        String redrawn = Files.readString(SMALL.resolve("right/auto-only.bpmn")).replace("autonomy == 'auto'", "requesterKnown");
        ParseException refusal = catchThrowableOfType(ParseException.class, () -> deploy("auto-only.bpmn", redrawn));
        assertThat(refusal).hasMessageContaining("auto-only (auto-only.bpmn): \"Add to group\" may act without clearance: the gate may have answered \"review\"")
                .hasMessageContaining("on the way: Access asked for → Plan grant → Decide clearance → May the desk act alone? –Yes→ Add to group")
                .hasMessageContaining("to put it right: directly after the gate let only ${autonomy == 'auto'} lead straight on");
        Problem problem = refusal.getResorceReports().get(0).getErrors().get(0);
        assertThat(problem.getMainElementId()).isEqualTo("serviceTask_addToGroup");
        assertThat(problem.getElementIds()).startsWith("startEvent_accessAskedFor").endsWith("serviceTask_addToGroup");
        assertThat(latest("auto-only").getId()).isEqualTo(former.getId());
        assertThat(latest("auto-only").isSuspended()).isFalse();
    }

    /** The house's gate is redrawn so that whatever was decided counts as cleared: its callers would act on it. */
    @Test
    void aCalledProcessIsRefusedForWhatItsCallersWouldDo() throws IOException {
        String gate = Files.readString(Path.of("processes", "clear-action.bpmn"));
        String redrawn = gate.replaceFirst("(id=\"flow_whatWasDecidedToRequestDeclined\"[^>]*targetRef=)\"endEvent_requestDeclined\"", "$1\"gateway_actionAllowed\"")
                .replaceFirst("(<bpmn:endEvent id=\"endEvent_requestDeclined\"[^>]*>)\\s*<bpmn:incoming>[^<]*</bpmn:incoming>", "$1");
        assertThat(redrawn).isNotEqualTo(gate);
        ProcessDefinition former = latest("clear-action");
        assertThatThrownBy(() -> deploy("processes/clear-action.bpmn", redrawn)).isInstanceOf(ParseException.class)
                .hasMessageContaining("grant-access (processes/grant-access.bpmn): \"Add to group\" may act without clearance: the reviewer may have decided otherwise")
                .hasMessageContaining("What was decided? –Declined→ gateway_actionAllowed → Action cleared] → Is it cleared? –Yes→ Add to group")
                .hasMessageContaining("reset-password (processes/reset-password.bpmn): \"Send reset link\" may act without clearance");
        assertThat(latest("clear-action").getId()).isEqualTo(former.getId());
    }

    @Test
    void aCallIsProvenWithWhatIsDeployedAlready() throws IOException {
        deploy("caller.bpmn", Files.readString(SMALL.resolve("right/gate-in-a-called-process.bpmn")));
        assertThatThrownBy(() -> deploy("caller.bpmn", Files.readString(SMALL.resolve("wrong/unknown-callee.bpmn"))))
                .hasMessageContaining("there is no process clear-aktion");
    }

    static List<String> whatIsAskedOfPeople() {
        return Stream.concat(Variables.ANSWERS.stream(), Stream.of(Variables.REVOKED_ACTION_ID)).map(Variable::name).toList();
    }

    @ParameterizedTest
    @MethodSource("whatIsAskedOfPeople")
    void noDiagramSaysItInTheirPlace(String name) {
        String model = TinyModel.with("<userTask id='it'><extensionElements><camunda:inputOutput><camunda:inputParameter name='%s'>approve</camunda:inputParameter>"
                .formatted(name) + "</camunda:inputOutput></extensionElements></userTask>");
        assertThatThrownBy(() -> deploy("tiny.bpmn", model)).isInstanceOf(ParseException.class)
                .hasMessageContaining("\"it\" gives a task for people what they alone say there");
    }

    /** The engine leaves out what is not executable; what runs under its id stays what it was. */
    @Test
    void aSketchStandsForNothingThatRuns() throws IOException {
        String calledIsASketch = Files.readString(SMALL.resolve("wrong/gate-that-is-a-sketch.bpmn"));
        String bothRun = calledIsASketch.replace("isExecutable=\"false\"", "isExecutable=\"true\"");
        String callerIsASketch = bothRun.replaceFirst("isExecutable=\"true\"", "isExecutable=\"false\"");
        Deployment unasked = deploy("called.bpmn", callerIsASketch.replace("${decideClearance}", "${tellRequester}"));
        assertThatThrownBy(() -> deploy("caller.bpmn", calledIsASketch)).isInstanceOf(ParseException.class)
                .hasMessageContaining("gate-that-is-a-sketch (caller.bpmn): \"Add to group\" may act without clearance: nobody asks the gate");
        repository.deleteDeployment(unasked.getId(), true);
        deployed.clear();
        deploy("caller.bpmn", bothRun);
        assertThatThrownBy(() -> deploy("called.bpmn", callerIsASketch.replace("${decideClearance}", "${tellRequester}"))).isInstanceOf(ParseException.class)
                .hasMessageContaining("gate-that-is-a-sketch (caller.bpmn): \"Add to group\" may act without clearance: nobody asks the gate");
    }

    /** As if the version had been deployed before the proof knew better. */
    @Test
    void whatRunsOnAVersionThatWouldBeRefusedIsToldAtStart() throws IOException {
        String right = Files.readString(SMALL.resolve("right/auto-only.bpmn")).replace("<serviceTask ", "<serviceTask camunda:asyncBefore=\"true\" ");
        String former = deploy("auto-only.bpmn", right).getId();
        runtime.startProcessInstanceByKey("auto-only");
        deploy("auto-only.bpmn", right.replace("Add to group", "Add to the group"));
        start.start();
        assertThat(told()).isEmpty();
        jdbc.sql("update ACT_GE_BYTEARRAY set BYTES_ = ? where DEPLOYMENT_ID_ = ?")
                .params(right.replace("autonomy == 'auto'", "requesterKnown").getBytes(StandardCharsets.UTF_8), former).update();
        start.start();
        assertThat(told()).singleElement().asString().contains("\"version\":1", "\"instances\":1",
                "Access asked for → Plan grant → Decide clearance → May the desk act alone? –Yes→ Add to group");
        jdbc.sql("update ACT_GE_BYTEARRAY set BYTES_ = ? where DEPLOYMENT_ID_ = ?").params("no diagram".getBytes(StandardCharsets.UTF_8), former).update();
        start.start();
        assertThat(told()).hasSize(2).last().asString().contains("the proof cannot read it any more");
    }

    /** As if the diagram had been deployed before the proof looked at business keys. */
    @Test
    void whatIsCalledForAnotherTicketIsNotBegun() {
        deploy("called.bpmn", TinyModel.asking("${true}").replace("id=\"tiny\"", "id=\"called\""));
        String caller = TinyModel.with("<callActivity id='it' calledElement='called'><extensionElements><camunda:in businessKey='#{execution.processBusinessKey}'/>"
                + "</extensionElements></callActivity>");
        String id = deploy("caller.bpmn", caller).getId();
        assertThat(runtime.startProcessInstanceByKey("tiny", "DW-1").isEnded()).isTrue();
        jdbc.sql("update ACT_GE_BYTEARRAY set BYTES_ = ? where DEPLOYMENT_ID_ = ?")
                .params(caller.replace("#{execution.processBusinessKey}", "DW-2").getBytes(StandardCharsets.UTF_8), id).update();
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDeploymentCache().discardProcessDefinitionCache();
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("tiny", "DW-1"))
                .hasStackTraceContaining("calls \"called\" for the ticket DW-2, but works on DW-1");
    }

    private List<String> told() {
        return jdbc.sql("select body from record.entry where kind = 'RUNNING_VERSION_REFUSED' order by id").query(String.class).list();
    }

    /** Reading a model again, after a restart or when the cache has let it go, asks nothing. */
    @Test
    void whatIsDeployedIsNotProvenAgain() throws IOException {
        Deployment deployment = deploy("auto-only.bpmn", Files.readString(SMALL.resolve("right/auto-only.bpmn")));
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        String id = latest("auto-only").getId();
        configuration.getDeploymentCache().discardProcessDefinitionCache();
        assertThat(deployment.getId()).isNotNull();
        assertThat(repository.getBpmnModelInstance(id)).isNotNull();
        assertThat(repository.getProcessDefinition(id).getKey()).isEqualTo("auto-only");
    }
}
