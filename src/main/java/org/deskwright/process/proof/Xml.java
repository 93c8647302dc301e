package org.deskwright.process.proof;

import java.util.List;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.impl.util.xml.Namespace;

/** Finds in elements what the engine finds there: children by their names alone, and what is the engine's own by its namespace. */
final class Xml {

    private static final Namespace ENGINE = new Namespace(BpmnParser.CAMUNDA_BPMN_EXTENSIONS_NS);

    private Xml() {
    }

    /** An attribute of the engine's own, {@code null} if it is missing. */
    static String engine(Element element, String name) {
        return element.attributeNS(ENGINE, name);
    }

    /** The engine's own elements of that name. */
    static List<Element> engines(Element element, String name) {
        return element.elementsNS(ENGINE, name);
    }

    static Stream<Element> extensions(Element element, String name) {
        return element.elements("extensionElements").stream().flatMap(extensions -> engines(extensions, name).stream());
    }

    static List<Element> eventDefinitions(Element element) {
        return element.elements().stream().filter(child -> child.getTagName().endsWith("EventDefinition")).toList();
    }

    static Stream<Element> descendants(Element element) {
        return Stream.concat(Stream.of(element), element.elements().stream().flatMap(Xml::descendants));
    }
}
