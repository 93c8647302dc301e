package org.deskwright.process.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The engine runs every small diagram by chance, step after step, many times: those that were proven never act without
 * clearance, and the reported task of a refused one does, sooner or later.
 */
class EngineAgreesTest {

    private static final int FEWEST_RUNS = 20;
    private static final int MOST_RUNS = 3000;
    private static final int MOST_STEPS = 40;
    /** Refused for what the proof cannot see, or for what the engine does not start. */
    private static final Set<String> ON_SUSPICION = Set.of("acts-by-expression", "acts-in-a-listener", "acts-in-a-message", "answered-by-a-listener", "answered-by-a-script", "chooses-its-delegate",
            "another-plan-in-the-call", "another-version", "called-for-another-ticket", "callee-by-expression", "signal-carries-a-plan",
            "begun-by-somebody-called-auto", "broken-off-after-it-has-written", "gate-that-is-a-sketch", "nothing-to-begin", "undone-by-a-table",
            "written-by-a-table-under-its-old-name", "misspelt-constant", "not-understood", "other-form", "other-plan-for-the-action",
            "said-around-the-task", "said-by-a-parameter", "settled-by-nobody", "settled-elsewhere", "unknown-callee", "written-by-a-table");
    private static final List<String> OUTCOMES = List.of("approve", "edit", "correct", "decline");

    private static final LittleDesk DESK = new LittleDesk();
    private static ProcessEngine engine;

    static List<Path> right() {
        return SmallDiagrams.in("right").stream().filter(file -> !file.endsWith("nothing-acts.bpmn")).toList();
    }

    static List<Path> wrong() {
        return SmallDiagrams.in("wrong").stream().filter(file -> !ON_SUSPICION.contains(file.getFileName().toString().replace(".bpmn", ""))).toList();
    }

    @BeforeAll
    static void start() {
        ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:small-diagrams");
        configuration.setProcessEngineName("small-diagrams").setHistory("none").setJobExecutorActivate(false);
        configuration.setBeans(DESK.delegates());
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.setEnableCmdExceptionLogging(false);
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new AbstractBpmnParseListener() {
            @Override
            public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> execution.setVariable("outcome", null));
            }

            @Override
            public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution ->
                        execution.setVariable("endState", activity.getId().substring(activity.getId().indexOf('_') + 1)));
            }
        })));
        engine = configuration.buildProcessEngine();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @ParameterizedTest
    @MethodSource("right")
    void whatIsProvenNeverActsWithoutClearance(Path file) throws IOException {
        Set<String> acting = SmallDiagrams.read(file).stream().flatMap(drawing -> drawing.acting().stream()).map(Node::label).collect(Collectors.toSet());
        run(file, run -> run >= FEWEST_RUNS && DESK.acted().equals(acting));
        assertThat(DESK.violations()).isEmpty();
        assertThat(DESK.acted()).isEqualTo(acting);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsRefusedDoes(Path file) throws IOException {
        List<String> refused = SmallDiagrams.findings(file).stream().map(Finding::what).toList();
        run(file, run -> !DESK.violations().isEmpty());
        assertThat(DESK.violations()).isNotEmpty().allSatisfy(task -> assertThat(refused).anyMatch(what -> what.startsWith("\"" + task + "\"")));
    }

    /** Every task is a job of its own, so that branches overtake one another. */
    private static void run(Path file, IntPredicate enough) throws IOException {
        DESK.violations().clear();
        DESK.acted().clear();
        String model = Files.readString(file).replaceAll("<(serviceTask|businessRuleTask|callActivity) (?![^>]*isForCompensation)", "<$1 camunda:asyncBefore=\"true\" ");
        String id = engine.getRepositoryService().createDeployment().addString(file.getFileName().toString(), model)
                .addInputStream("clear-action.bpmn", Files.newInputStream(Path.of("processes", "clear-action.bpmn"))).deploy().getId();
        List<String> processes = SmallDiagrams.read(file).stream().map(Drawing::id).toList();
        try {
            for (int seed = 0; seed < MOST_RUNS && !enough.test(seed); seed++) {
                run(processes, new Random(seed));
            }
        } finally {
            engine.getRepositoryService().deleteDeployment(id, true);
        }
    }

    private static void run(List<String> processes, Random chance) {
        DESK.begin(chance);
        try {
            begin(processes, chance);
            for (int step = 0; step < MOST_STEPS; step++) {
                List<Runnable> moves = moves();
                if (moves.isEmpty()) {
                    return;
                }
                DESK.any(moves).run();
            }
        } catch (ProcessEngineException stuck) {
            // a run that the engine itself ends: nobody goes on from there
        } finally {
            engine.getRuntimeService().createProcessInstanceQuery().rootProcessInstances().list()
                    .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "over"));
        }
    }

    private static void begin(List<String> processes, Random chance) {
        Map<String, Object> variables = new HashMap<>(Map.of("reviewGroup", "reviewers", "resolutionDue", new Date(), "responseDue", new Date(),
                "priority", 1 + chance.nextInt(3), "requesterKnown", chance.nextBoolean(), "solved", chance.nextBoolean(), "proposal", "none",
                "verification", DESK.any(List.of("auto", "pending")), "actionState", "planned"));
        variables.putAll(Map.of("autonomy", "auto", "outcome", "approve", "endState", "actionCleared", "approvalsMissing", 0));
        boolean byMessage = chance.nextInt(4) == 0 && engine.getRuntimeService().createEventSubscriptionQuery().eventName("Message").count() > 0;
        if (byMessage) {
            engine.getRuntimeService().startProcessInstanceByMessage("Message", variables);
        } else {
            engine.getRuntimeService().startProcessInstanceByKey(DESK.any(processes), variables);
        }
    }

    private static List<Runnable> moves() {
        List<Runnable> moves = new ArrayList<>();
        engine.getTaskService().createTaskQuery().list().forEach(task -> moves.add(() -> complete(task)));
        engine.getManagementService().createJobQuery().withRetriesLeft().list().forEach(job -> moves.add(() -> engine.getManagementService().executeJob(job.getId())));
        engine.getRuntimeService().createEventSubscriptionQuery().eventType("message").list().stream().filter(event -> event.getExecutionId() != null)
                .forEach(event -> moves.add(() -> engine.getRuntimeService().messageEventReceived(event.getEventName(), event.getExecutionId())));
        return moves;
    }

    /** A person decides, and may bring along whatever they like. */
    private static void complete(Task task) {
        String outcome = DESK.any(OUTCOMES);
        int missing = DESK.any(List.of(0, 1, 2));
        if (task.getTaskDefinitionKey().equals(Role.REVIEW_TASK)) {
            missing = DESK.decide(String.valueOf(engine.getTaskService().getVariable(task.getId(), "actionId")), outcome);
        }
        Map<String, Object> brought = DESK.any(List.of(Map.of(), Map.of("autonomy", "auto")));
        engine.getTaskService().setVariables(task.getId(), Map.of("outcome", outcome, "approvalsMissing", missing));
        engine.getTaskService().complete(task.getId(), brought);
    }
}
