package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.deskwright.audit.RecordSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * After all tests of some classes: each node of each diagram was passed by one of them, says the engine's own history, and
 * each step left in the record what the README says, as the published schema has it.
 */
class EveryNodeIsPassed implements AfterEachCallback, AfterAllCallback {

    private final List<Class<?>> classes;
    private int passed;

    EveryNodeIsPassed(Class<?>... classes) {
        this.classes = List.of(classes);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        boolean counts = classes.contains(test.getRequiredTestClass())
                && test.getRequiredTestMethod().isAnnotationPresent(Test.class); // one with parameters runs several times
        passed += counts && test.getExecutionException().isEmpty() ? 1 : 0;
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        long all = classes.stream().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class)).count();
        if (passed < all) {
            return; // the last class looks; or a single test was asked for, or one has failed and says more
        }
        ApplicationContext context = SpringExtension.getApplicationContext(tests);
        RepositoryService repository = context.getBean(RepositoryService.class);
        Set<String> seen = context.getBean(HistoryService.class).createHistoricActivityInstanceQuery().list().stream()
                .map(EveryNodeIsPassed::name).collect(Collectors.toSet());
        Set<String> missed = new TreeSet<>();
        for (ProcessDefinition process : repository.createProcessDefinitionQuery().latestVersion().list()) {
            repository.getBpmnModelInstance(process.getId()).getModelElementsByType(FlowNode.class)
                    .forEach(node -> missed.add(process.getKey() + " " + node.getId()));
        }
        missed.removeAll(seen);
        assertThat(missed).as("nodes that no test passed").isEmpty();
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        new RecordSchema().check(jdbc);
        compareRecord(new StepTable(repository, jdbc));
    }

    private static void compareRecord(StepTable table) {
        assertThat(table.silent()).as("steps that were passed and left no entry in the record").isEmpty();
        if (Boolean.getBoolean("desk.test.write-readme")) {
            table.writeIntoReadme();
        }
        assertThat(StepTable.inReadme()).as("README.md, the entries of each step; -Ddesk.test.write-readme=true writes them anew")
                .isEqualTo(table.markdown());
    }

    private static String name(HistoricActivityInstance activity) {
        return activity.getProcessDefinitionKey() + " " + activity.getActivityId();
    }
}
