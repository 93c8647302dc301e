package org.deskwright.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.SAXException;

/** A process as analysts drew it. */
record Diagram(Path file, BpmnModelInstance model, Document xml) {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern COMPARISON = Pattern.compile("(\\w+)\\s*[!=]=\\s*'([^']*)'");

    /** A text that the engine evaluates, and the name of the attribute or element that holds it. */
    record Spoken(String place, String text) {
    }

    /** {@code variable == 'value'} or {@code !=} in the condition of a flow. */
    record Comparison(SequenceFlow flow, String variable, String value) {
    }

    static List<Diagram> all() {
        try (Stream<Path> files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).sorted().map(Diagram::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Diagram of(String processId) {
        return read(Path.of("processes", processId + ".bpmn"));
    }

    private static Diagram read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return new Diagram(file, Bpmn.readModelFromFile(file.toFile()), factory.newDocumentBuilder().parse(file.toFile()));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    Process process() {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    String id() {
        return process().getId();
    }

    Collection<FlowNode> nodes() {
        return model.getModelElementsByType(FlowNode.class);
    }

    Collection<SequenceFlow> flows() {
        return model.getModelElementsByType(SequenceFlow.class);
    }

    List<String> endStates() {
        return model.getModelElementsByType(EndEvent.class).stream().map(end -> end.getId().replaceFirst("^[^_]*_", "")).toList();
    }

    static String camunda(BaseElement element, String attribute) {
        return element.getAttributeValueNs(CAMUNDA, attribute);
    }

    List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        var nodes = xml.getElementsByTagName("*");
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    List<Element> elements(String localName) {
        return elements().stream().filter(element -> element.getLocalName().equals(localName)).toList();
    }

    /** Every text with an expression in it, wherever it stands. */
    List<Spoken> spoken() {
        List<Spoken> spoken = new ArrayList<>();
        for (Element element : elements()) {
            var attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                Node attribute = attributes.item(i);
                spoken.add(new Spoken(attribute.getLocalName(), attribute.getNodeValue()));
            }
            if (element.getFirstChild() != null && element.getElementsByTagName("*").getLength() == 0) {
                spoken.add(new Spoken(element.getLocalName(), element.getTextContent()));
            }
        }
        return spoken.stream().filter(text -> text.text().matches("(?s).*[$#]\\{.*")).toList();
    }

    List<Comparison> comparisons() {
        return flows().stream().filter(flow -> flow.getConditionExpression() != null)
                .flatMap(flow -> COMPARISON.matcher(flow.getConditionExpression().getTextContent()).results()
                        .map((MatchResult found) -> new Comparison(flow, found.group(1), found.group(2)))).toList();
    }

    /** The nearest nodes of a kind that lie before this one, on every way that leads here. */
    static Set<FlowNode> nearestBefore(FlowNode node, Predicate<FlowNode> kind) {
        Set<FlowNode> found = new HashSet<>();
        Set<FlowNode> seen = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(List.of(node));
        while (!open.isEmpty()) {
            for (SequenceFlow flow : open.pop().getIncoming()) {
                FlowNode source = flow.getSource();
                if (kind.test(source)) {
                    found.add(source);
                } else if (seen.add(source)) {
                    open.push(source);
                }
            }
        }
        return found;
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
