package org.deskwright.process.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.util.xml.Element;

/** A process as the engine will run it: nodes within nodes, and the flows between them. */
final class Drawing {

    /** What stands beside the nodes; anything else that is unknown is a node which the proof does not understand. */
    private static final Set<String> NO_NODES = Set.of("sequenceFlow", "documentation", "extensionElements", "incoming", "outgoing",
            "laneSet", "dataObject", "dataObjectReference", "dataStoreReference", "ioSpecification", "property", "association",
            "textAnnotation", "group", "dataInputAssociation", "dataOutputAssociation", "multiInstanceLoopCharacteristics",
            "standardLoopCharacteristics", "auditing", "monitoring", "script", "potentialOwner", "humanPerformer", "performer",
            "resourceRole", "rendering", "supportedInterfaceRef", "ioBinding", "correlationSubscription", "supports");

    private final String file;
    private final Node process;
    private final Map<String, Node> byId = new HashMap<>();
    private final Map<Node, Node> handlers = new HashMap<>();
    private final Beside beside;

    Drawing(String file, Element element) {
        this.file = file;
        this.process = new Node(element, null);
        addChildren(process);
        nodes().filter(node -> node.is("boundaryEvent")).forEach(this::attach);
        this.beside = new Beside(this);
    }

    /** The engine reads flows and associations where they stand, each for what stands beside it. */
    private void addChildren(Node parent) {
        for (Element child : parent.element().elements()) {
            if (!NO_NODES.contains(child.getTagName()) && !child.getTagName().endsWith("EventDefinition")) {
                Node node = new Node(child, parent);
                parent.children().add(node);
                byId.put(node.id(), node);
                addChildren(node);
            }
        }
        parent.element().elements("sequenceFlow").forEach(flow -> connect(flow, parent));
        parent.element().elements("association").forEach(association -> associate(association, parent));
    }

    private void connect(Element element, Node scope) {
        Node source = byId.get(element.attribute("sourceRef"));
        Node target = byId.get(element.attribute("targetRef"));
        String id = element.attribute("id");
        if (source == null || target == null || source.parent() != scope || target.parent() != scope) {
            throw new Unreadable("the sequence flow %s leads from or to nothing".formatted(id));
        }
        if (source.is("endEvent")) {
            return; // there the engine ends, wherever the flow leads
        }
        Condition condition = element.elements("conditionExpression").stream().findFirst()
                .map(text -> Condition.of(text.getText().trim(), text.attribute("language"))).orElse(null);
        boolean isDefault = id != null && id.equals(source.element().attribute("default"));
        Flow flow = new Flow(element.attribute("name"), source, target, condition, isDefault);
        source.outgoing().add(flow);
        target.incoming().add(flow);
    }

    private void attach(Node event) {
        Node host = byId.get(event.element().attribute("attachedToRef"));
        if (host == null) {
            throw new Unreadable("the event \"%s\" is attached to nothing".formatted(event.label()));
        }
        host.boundaries().add(event);
    }

    private void associate(Element element, Node scope) {
        Node event = byId.get(element.attribute("sourceRef"));
        Node handler = byId.get(element.attribute("targetRef"));
        if (event != null && handler != null && event.isIn(scope) && handler.isIn(scope) && event.hasDefinition("compensate")) {
            handlers.put(event, handler);
        }
    }

    String id() {
        return process.id();
    }

    /** Where the model was read from. */
    String file() {
        return file;
    }

    Node process() {
        return process;
    }

    /** Every node but the process itself. */
    Stream<Node> nodes() {
        return process.content().skip(1);
    }

    /** Where a call begins: at the start event without message, signal or condition, else at the only one there is. */
    Optional<Node> initial() {
        List<Node> starts = process.children().stream().filter(node -> node.is("startEvent")).toList();
        return starts.stream().filter(start -> starts.size() == 1 || !start.hasDefinition("message", "signal", "conditional")).findFirst();
    }

    List<Node> acting() {
        return nodes().filter(node -> node.role() == Role.ACT).toList();
    }

    /** What a compensation event starts, {@code null} if nothing is drawn. */
    Node handlerOf(Node event) {
        return handlers.get(event);
    }

    /** What a handler, or an event sub-process, takes back. */
    List<Node> undoneBy(Node undoing) {
        return undoing.isHandler() ? nodes().filter(node -> node.boundaries().stream().anyMatch(event -> handlerOf(event) == undoing)).toList()
                : List.of(undoing.parent());
    }

    /** Where a link that is thrown arrives. */
    List<Node> arrivalsOf(Node thrown) {
        return thrown.is("intermediateThrowEvent") && thrown.hasDefinition("link")
                ? nodes().filter(node -> node.is("intermediateCatchEvent") && Objects.equals(link(node), link(thrown))).toList() : List.of();
    }

    private static String link(Node event) {
        return event.element().elements("linkEventDefinition").stream().map(link -> link.attribute("name")).findFirst().orElse(null);
    }

    Beside beside() {
        return beside;
    }
}
