package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a table answered before is over once it is asked anew, whatever it answers then. */
@DeskTest
class TableAnswersTest {

    private static final String PROCESS = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
              <process id="ask-trial" isExecutable="true" camunda:historyTimeToLive="P1D">
                <startEvent id="startEvent_asked"/>
                <businessRuleTask id="businessRuleTask_askTrial" camunda:decisionRef="trial"/>
                <endEvent id="endEvent_answered"/>
                <sequenceFlow id="flow_one" sourceRef="startEvent_asked" targetRef="businessRuleTask_askTrial"/>
                <sequenceFlow id="flow_two" sourceRef="businessRuleTask_askTrial" targetRef="endEvent_answered"/>
              </process>
            </definitions>""";
    private static final String QUEUE = "<output id=\"output_queue\" name=\"queue\" typeRef=\"string\"/>";
    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="definitions_trial" name="Trial" namespace="t">
              <decision id="trial" name="Trial" camunda:historyTimeToLive="P1D">
                <decisionTable id="table_trial" hitPolicy="COLLECT">
                  <input id="input_phase" label="Phase"><inputExpression id="expression_phase" typeRef="string"><text>phase</text></inputExpression></input>
                  %s
                  <output id="output_resolution" name="resolution" typeRef="string"/>
                  %s
                </decisionTable>
              </decision>
            </definitions>""";

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private TableAnswers answers;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private RuntimeService runtime;

    private final List<String> deployments = new ArrayList<>();
    private String number;

    @BeforeEach
    void aTableThatHasAnswered() {
        classifier.believe("network", 0.9);
        number = desk.file("ben.okafor", "Network", "The Wi-Fi is slow");
        deploy("processes/ask-trial.bpmn", PROCESS);
        deploy("decisions/trial.dmn", TABLE.formatted(QUEUE, rule("both", "\"hr\"") + rule("empty", "") + rule("several", "\"hr\"") + rule("several", "\"security\"")));
        ask("both");
        assertThat(answers.require(number, Variables.QUEUE)).isEqualTo("hr");
    }

    @AfterEach
    void theTableIsGone() {
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "none", "several"})
    void whatItAnswersNotIsNotAnswered(String phase) {
        ask(phase);
        assertNotAnswered();
    }

    @Test
    void norIsWhatItsTableNoLongerSays() {
        deploy("decisions/trial.dmn", TABLE.formatted("", rule("both", null)));
        ask("both");
        assertNotAnswered();
        assertThat(answers.require(number, Variables.RESOLUTION)).isEqualTo("fulfil-request");
    }

    /** It answers in the place of the one that did before. */
    @Test
    void norIsWhatAnotherTableSaidOfIt() {
        deploy("decisions/trial-two.dmn", TABLE.replace("\"trial\"", "\"trial-two\"").formatted(QUEUE, rule("empty", "")));
        deploy("processes/ask-trial.bpmn", PROCESS.replace("\"trial\"", "\"trial-two\""));
        ask("empty");
        assertNotAnswered();
    }

    private void assertNotAnswered() {
        assertThatThrownBy(() -> answers.require(number, Variables.QUEUE)).hasMessageContaining("No table has answered \"queue\" on " + number);
    }

    private void ask(String phase) {
        runtime.startProcessInstanceByKey("ask-trial", number, Map.of("phase", phase));
    }

    private void deploy(String name, String model) {
        deployments.add(repository.createDeployment().addString(name, model).deploy().getId());
    }

    private static String rule(String phase, String queue) {
        String id = "rule_" + phase + (queue == null ? "" : queue.length());
        return """
                <rule id="%1$s"><inputEntry id="%1$s_phase"><text>"%2$s"</text></inputEntry>%3$s<outputEntry id="%1$s_resolution"><text>"fulfil-request"</text></outputEntry></rule>"""
                .formatted(id, phase, queue == null ? "" : "<outputEntry id=\"%s_queue\"><text>%s</text></outputEntry>".formatted(id, queue));
    }
}
