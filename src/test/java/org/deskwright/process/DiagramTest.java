package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How diagrams are drawn, so that whoever has read one can read them all. */
class DiagramTest {

    private static final int MOST_NODES = 20;
    private static final Map<Class<? extends FlowNode>, String> TYPES = Map.of(ServiceTask.class, "serviceTask",
            BusinessRuleTask.class, "businessRuleTask", UserTask.class, "userTask", CallActivity.class, "callActivity",
            Gateway.class, "gateway", StartEvent.class, "startEvent", EndEvent.class, "endEvent", BoundaryEvent.class, "boundaryEvent", SubProcess.class, "subProcess");

    static List<Diagram> diagrams() {
        return Diagram.all();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void theFileIsNamedAfterTheProcessAndReadyToRun(Diagram diagram) {
        assertThat(diagram.toString()).isEqualTo(diagram.id() + ".bpmn");
        assertThat(diagram.id()).matches("[a-z]+(-[a-z]+)*");
        assertThat(diagram.process().getName()).isNotBlank();
        assertThat(diagram.process().isExecutable()).isTrue();
        assertThat(diagram.process().getCamundaHistoryTimeToLiveString()).matches("P\\d+D");
        var definitions = diagram.xml().getDocumentElement();
        assertThat(definitions.getAttribute("modeler:executionPlatform")).isEqualTo("Camunda Platform");
        assertThat(definitions.getAttribute("modeler:executionPlatformVersion")).isEqualTo("7.24.0");
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyIdSaysItsTypeAndItsLabel(Diagram diagram) {
        for (FlowNode node : diagram.nodes()) {
            String label = isJoin(node) ? node.getId().replaceFirst("^gateway_", "") : DelegateTest.camel(node.getName());
            assertThat(node.getId()).isEqualTo(type(node) + "_" + label);
        }
        for (SequenceFlow flow : diagram.flows()) {
            assertThat(flow.getId()).isEqualTo("flow_%sTo%s".formatted(phrase(flow.getSource()), capital(phrase(flow.getTarget()))));
        }
        for (EventDefinition definition : diagram.model().getModelElementsByType(EventDefinition.class)) {
            assertThat(definition.getId()).isEqualTo(((BaseElement) definition.getParentElement()).getId() + "_definition");
        }
        for (Message message : diagram.model().getModelElementsByType(Message.class)) {
            assertThat(message.getId()).isEqualTo("message_" + DelegateTest.camel(message.getName()));
        }
    }

    private static String type(FlowNode node) {
        if (node instanceof IntermediateCatchEvent event) {
            return event.getEventDefinitions().iterator().next() instanceof TimerEventDefinition ? "timerEvent" : "messageEvent";
        }
        return TYPES.entrySet().stream().filter(type -> type.getKey().isInstance(node)).map(Map.Entry::getValue).findFirst()
                .orElseThrow(() -> new AssertionError("Not used in this house: " + node.getElementType().getTypeName()));
    }

    private static boolean isJoin(FlowNode node) {
        return node instanceof Gateway && node.getOutgoing().size() == 1;
    }

    private static String phrase(FlowNode node) {
        return node.getId().substring(node.getId().indexOf('_') + 1);
    }

    private static String capital(String phrase) {
        return phrase.substring(0, 1).toUpperCase() + phrase.substring(1);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void itIsSmallEnoughToReadAtOnce(Diagram diagram) {
        assertThat(diagram.nodes()).hasSizeLessThanOrEqualTo(MOST_NODES);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everySplitAsksAQuestionAndHasAnAnswerForEverything(Diagram diagram) {
        assertThat(diagram.model().getModelElementsByType(Gateway.class)).allSatisfy(gateway ->
                assertThat(gateway).isInstanceOfAny(ExclusiveGateway.class, EventBasedGateway.class));
        for (ExclusiveGateway split : diagram.model().getModelElementsByType(ExclusiveGateway.class)) {
            if (isJoin(split)) {
                assertThat(split.getIncoming()).as("%s joins", split.getId()).hasSizeGreaterThan(1);
                assertThat(split.getName()).as("Joins are unlabelled: " + split.getId()).isNull();
                continue;
            }
            assertThat(split.getName()).endsWith("?");
            assertThat(split.getDefault()).as("Default of " + split.getId()).isNotNull();
            assertThat(split.getOutgoing()).allSatisfy(flow -> {
                assertThat(flow.getName()).as("Label of " + flow.getId()).isNotBlank();
                assertThat(flow.getConditionExpression() == null).as(flow.getId()).isEqualTo(flow == split.getDefault()
                        || flow.getId().equals(split.getDefault().getId()));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyEndIsAStateOfItsOwn(Diagram diagram) {
        assertThat(diagram.endStates()).isNotEmpty().doesNotHaveDuplicates().doesNotContain("done", "end", "ended");
        assertThat(diagram.nodes()).allSatisfy(node -> assertThat(node.getOutgoing().isEmpty()).as(node.getId())
                .isEqualTo(node instanceof EndEvent || node instanceof SubProcess));
        assertThat(diagram.nodes()).allSatisfy(node -> assertThat(node.getIncoming().isEmpty()).as(node.getId())
                .isEqualTo(node instanceof StartEvent || node instanceof BoundaryEvent || node instanceof SubProcess));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everythingIsDrawn(Diagram diagram) {
        Set<String> shapes = diagram.model().getModelElementsByType(BpmnShape.class).stream().map(shape -> shape.getBpmnElement().getId()).collect(Collectors.toSet());
        Set<String> edges = diagram.model().getModelElementsByType(BpmnEdge.class).stream().map(edge -> edge.getBpmnElement().getId()).collect(Collectors.toSet());
        assertThat(shapes).isEqualTo(diagram.nodes().stream().map(FlowNode::getId).collect(Collectors.toSet()));
        assertThat(edges).isEqualTo(diagram.flows().stream().map(SequenceFlow::getId).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everythingItRefersToExistsAndIsTheLatest(Diagram diagram) {
        for (CallActivity call : diagram.model().getModelElementsByType(CallActivity.class)) {
            assertThat(Path.of("processes", call.getCalledElement() + ".bpmn")).exists();
            assertThat(phrase(call)).isEqualTo(DelegateTest.camel(call.getCalledElement()));
            assertThat(call.getCamundaCalledElementBinding()).isIn(null, "latest");
        }
        for (BusinessRuleTask task : diagram.model().getModelElementsByType(BusinessRuleTask.class)) {
            assertThat(Stream.of(Diagram.camunda(task, "decisionRef"), Diagram.camunda(task, "delegateExpression"))
                    .filter(ref -> ref != null)).as(task.getId()).hasSize(1);
            if (task.getCamundaDecisionRef() != null) {
                assertThat(Files.exists(Path.of("decisions", task.getCamundaDecisionRef() + ".dmn"))).isTrue();
            }
        }
        for (CatchEvent event : diagram.model().getModelElementsByType(CatchEvent.class)) {
            assertThat(event.getEventDefinitions()).hasSizeLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void everyEndStateComparedIsOneThatACalledProcessCanReach(Diagram diagram) {
        for (Diagram.Comparison comparison : diagram.comparisons()) {
            if (comparison.variable().equals("endState")) {
                Set<String> reachable = new HashSet<>();
                Diagram.nearestBefore(comparison.flow().getSource(), CallActivity.class::isInstance)
                        .forEach(call -> reachable.addAll(Diagram.of(((CallActivity) call).getCalledElement()).endStates()));
                assertThat(reachable).as("%s of %s", comparison.value(), comparison.flow().getId()).contains(comparison.value());
            }
        }
    }
}
