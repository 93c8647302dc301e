package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.variable.Variables.objectValue;

import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.deskwright.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** What an expression in a running diagram can see: variables, plain values and the delegates' names, nothing behind them. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class ExpressionSightTest {

    @Autowired
    private RepositoryService repository;
    @Autowired
    private RuntimeService runtime;

    @ParameterizedTest
    @ValueSource(strings = {"${category == 'network'}", "${confidence > 0.5 && !solved}", "${category.startsWith('net')}",
        "${category.length() == 7}", "${responseDue.before(now())}", "${dateTime().plusDays(1).isAfterNow()}", "${missing == null}",
        "${execution.processBusinessKey == 'T-1'}", "${classifyTicket != null}"})
    void conditionsReadVariablesAndValues(String condition) {
        Map<String, Object> variables = new HashMap<>(Map.of("category", "network", "confidence", 0.7, "solved", false,
                "responseDue", new Date(0)));
        variables.put("missing", null);
        assertThat(endOf(condition, variables)).isEqualTo("yes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${dataSource != null}", "${tickets != null}", "${processEngine != null}", "${environment != null}",
        "${runtimeService != null}"})
    void otherBeansAreInvisible(String condition) {
        assertThatThrownBy(() -> endOf(condition, Map.of())).isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Unknown property used in expression");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${''.class.name == 'x'}", "${''.getClass().forName('java.lang.Runtime') == null}", "${category.class != null}",
        "${execution.getProcessEngineServices().getRuntimeService() != null}", "${execution.processEngineServices != null}",
        "${execution.getVariables() != null}", "${execution.bpmnModelInstance != null}",
        "${classifyTicket.execute(execution) == null}", "${classifyTicket.class != null}", "${execution.setVariable('a', 1) == null}"})
    void nothingLeadsOutOfTheDiagram(String condition) {
        assertThatThrownBy(() -> endOf(condition, Map.of("category", "network"))).isInstanceOf(ProcessEngineException.class)
                .hasMessageMatching("(?s).*Unknown (property|method) used in expression.*");
    }

    /** Otherwise whoever completes a task could put a text in a delegate's place. */
    @Test
    void noVariablePosesAsADelegate() {
        assertThat(endOf("${classifyTicket == 'me'}", Map.of("classifyTicket", "me"))).isEqualTo("no");
    }

    @Test
    void listsAreRead() {
        Object reasons = objectValue(new ArrayList<>(List.of("vip")), true).create();
        assertThat(endOf("${reasons.contains('vip') && reasons.size() == 1 && reasons[0] == 'vip'}", Map.of("reasons", reasons)))
                .isEqualTo("yes");
    }

    private String endOf(String condition, Map<String, Object> variables) {
        repository.createDeployment().addString("tiny.bpmn", TinyModel.asking(condition)).deploy();
        ProcessInstanceWithVariables ended = runtime.createProcessInstanceByKey("tiny").businessKey("T-1").setVariables(variables)
                .executeWithVariablesInReturn();
        return ended.getVariables().getValue(Variables.END_STATE.name(), String.class);
    }
}
