package org.deskwright.process.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.util.xml.Element;

/** An element of a diagram on which a token can stand; also the process itself, around all others. */
final class Node {

    /** The only form in which a model may name a delegate. */
    static final Pattern ONE_BEAN = Pattern.compile("[$#]\\{\\s*(\\w+)\\s*}");
    private static final Set<String> TASKS = Set.of("task", "manualTask", "userTask", "serviceTask", "sendTask", "receiveTask",
            "businessRuleTask", "scriptTask");
    private static final Set<String> SCOPES = Set.of("process", "subProcess", "transaction");
    private static final Set<String> OTHERS = Set.of("startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent",
            "boundaryEvent", "exclusiveGateway", "parallelGateway", "inclusiveGateway", "eventBasedGateway", "callActivity");

    private final Element element;
    private final Node parent;
    private final List<Node> children = new ArrayList<>();
    private final List<Node> boundaries = new ArrayList<>();
    private final List<Flow> incoming = new ArrayList<>();
    private final List<Flow> outgoing = new ArrayList<>();
    private final Role role;
    private final Written written;

    Node(Element element, Node parent) {
        this.element = element;
        this.parent = parent;
        this.role = Role.of(this);
        this.written = Written.by(this);
    }

    String id() {
        return String.valueOf(element.attribute("id"));
    }

    /** As the analyst sees it; the id where nothing is written. */
    String label() {
        String name = element.attribute("name");
        return name == null || name.isEmpty() ? id() : name.strip().replaceAll("\\s+", " ");
    }

    Element element() {
        return element;
    }

    Node parent() {
        return parent;
    }

    /** Whether the other one is around it. */
    boolean isIn(Node other) {
        return parent != null && (parent == other || parent.isIn(other));
    }

    /** The process around everything. */
    Node root() {
        return parent == null ? this : parent.root();
    }

    List<Node> children() {
        return children;
    }

    /** The events on its border. */
    List<Node> boundaries() {
        return boundaries;
    }

    List<Flow> incoming() {
        return incoming;
    }

    List<Flow> outgoing() {
        return outgoing;
    }

    boolean is(String... types) {
        return Set.of(types).contains(element.getTagName());
    }

    boolean isTask() {
        return TASKS.contains(element.getTagName());
    }

    boolean isScope() {
        return SCOPES.contains(element.getTagName());
    }

    boolean isOfAKnownType() {
        return isTask() || isScope() || OTHERS.contains(element.getTagName());
    }

    boolean hasDefinition(String... kinds) {
        return Stream.of(kinds).anyMatch(kind -> !element.elements(kind + "EventDefinition").isEmpty());
    }

    /** An event that a compensation starts, and nothing else. */
    boolean waitsForUndoing() {
        return hasDefinition("compensate") && Xml.eventDefinitions(element).size() == 1;
    }

    boolean isEventSubProcess() {
        return is("subProcess") && "true".equals(element.attribute("triggeredByEvent"));
    }

    boolean isHandler() {
        return "true".equals(element.attribute("isForCompensation"));
    }

    /** What runs when it is undone: a handler, or an event sub-process that a compensation starts. */
    boolean undoes() {
        return isHandler() || isEventSubProcess() && children.stream().anyMatch(start -> start.is("startEvent") && start.hasDefinition("compensate"));
    }

    /** An event that leaves what it interrupts running. */
    boolean leavesRunning() {
        String attribute = is("boundaryEvent") ? "cancelActivity" : "isInterrupting";
        return is("boundaryEvent", "startEvent") && !"true".equalsIgnoreCase(element.attribute(attribute, "true")); // as the engine reads it: 0 and 1 are both "not true"
    }

    boolean isRepeated() {
        return Stream.of("multiInstanceLoopCharacteristics", "standardLoopCharacteristics").anyMatch(loop -> !element.elements(loop).isEmpty());
    }

    boolean isRepeatedAtOnce() {
        return element.elements("multiInstanceLoopCharacteristics").stream()
                .anyMatch(loop -> !"true".equals(loop.attribute("isSequential")));
    }

    /** The bean that the engine runs here, {@code null} if it runs none, or something else. */
    String delegate() {
        boolean runsAnother = Stream.of("type", "class").anyMatch(attribute -> Xml.engine(element, attribute) != null) || asksATable();
        return runsAnother || !is("serviceTask", "sendTask", "businessRuleTask") ? null : bean(Xml.engine(element, "delegateExpression"));
    }

    /** Only there the engine reads which table. */
    boolean asksATable() {
        return is("businessRuleTask") && Xml.engine(element, "decisionRef") != null;
    }

    /** @param expression {@code null} for none */
    static String bean(String expression) {
        Matcher bean = ONE_BEAN.matcher(expression == null ? "" : expression);
        return bean.matches() ? bean.group(1) : null;
    }

    Role role() {
        return role;
    }

    Written written() {
        return written;
    }

    boolean isUnclear() {
        return written.isUnclear();
    }

    /** Itself and everything within. */
    Stream<Node> content() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::content));
    }

    @Override
    public String toString() {
        return id();
    }
}
