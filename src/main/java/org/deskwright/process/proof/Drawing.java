package org.deskwright.process.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.model.xml.instance.DomElement;

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

    Drawing(String file, DomElement element) {
        this.file = file;
        this.process = new Node(element, null);
        addChildren(process);
        Xml.descendants(element).filter(child -> child.getLocalName().equals("sequenceFlow")).forEach(this::connect);
        nodes().filter(node -> node.is("boundaryEvent")).forEach(this::attach);
        Xml.descendants(element.getParentElement()).filter(child -> child.getLocalName().equals("association")).forEach(this::associate);
        this.beside = new Beside(this);
    }

    private void addChildren(Node parent) {
        for (DomElement child : parent.element().getChildElements()) {
            if (Xml.BPMN.equals(child.getNamespaceURI()) && !NO_NODES.contains(child.getLocalName())
                    && !child.getLocalName().endsWith("EventDefinition")) {
                Node node = new Node(child, parent);
                parent.children().add(node);
                byId.put(node.id(), node);
                addChildren(node);
            }
        }
    }

    private void connect(DomElement element) {
        Node source = byId.get(Xml.attribute(element, "sourceRef"));
        Node target = byId.get(Xml.attribute(element, "targetRef"));
        if (source == null || target == null) {
            throw new Unreadable("the sequence flow %s leads from or to nothing".formatted(Xml.attribute(element, "id")));
        }
        Condition condition = Xml.children(element, "conditionExpression").stream().findFirst()
                .map(text -> Condition.of(text.getTextContent().strip(), Xml.attribute(text, "language"))).orElse(null);
        String id = Xml.attribute(element, "id");
        boolean isDefault = id != null && id.equals(Xml.attribute(source.element(), "default"));
        Flow flow = new Flow(Xml.attribute(element, "name"), source, target, condition, isDefault);
        source.outgoing().add(flow);
        target.incoming().add(flow);
    }

    private void attach(Node event) {
        Node host = byId.get(Xml.attribute(event.element(), "attachedToRef"));
        if (host == null) {
            throw new Unreadable("the event \"%s\" is attached to nothing".formatted(event.label()));
        }
        host.boundaries().add(event);
    }

    private void associate(DomElement element) {
        Node event = byId.get(Xml.attribute(element, "sourceRef"));
        Node handler = byId.get(Xml.attribute(element, "targetRef"));
        if (event != null && handler != null && event.hasDefinition("compensate")) {
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

    List<Node> acting() {
        return nodes().filter(node -> node.role() == Role.ACT).toList();
    }

    /** What a compensation event starts, {@code null} if nothing is drawn. */
    Node handlerOf(Node event) {
        return handlers.get(event);
    }

    /** Where a link that is thrown arrives. */
    List<Node> arrivalsOf(Node thrown) {
        return thrown.is("intermediateThrowEvent") && thrown.hasDefinition("link")
                ? nodes().filter(node -> node.is("intermediateCatchEvent") && Objects.equals(link(node), link(thrown))).toList() : List.of();
    }

    private static String link(Node event) {
        return Xml.children(event.element(), "linkEventDefinition").stream().map(link -> Xml.attribute(link, "name")).findFirst().orElse(null);
    }

    Beside beside() {
        return beside;
    }
}
