package org.deskwright.process.proof;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.camunda.bpm.model.xml.instance.DomElement;

/** Reads elements as the engine does: by the references of sequence flows, and by either of its two namespaces. */
final class Xml {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final List<String> ENGINE = List.of("http://camunda.org/schema/1.0/bpmn", "http://activiti.org/bpmn");

    private Xml() {
    }

    /** {@code null} if it is missing or empty. */
    static String attribute(DomElement element, String name) {
        String value = element.getAttribute(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** An attribute of the engine's own, {@code null} if it is missing or empty. */
    static String engine(DomElement element, String name) {
        return ENGINE.stream().map(namespace -> element.getAttribute(namespace, name))
                .filter(value -> value != null && !value.isEmpty()).findFirst().orElse(null);
    }

    /** By name, in the namespaces that the engine reads; what others bring under the same names means nothing to it. */
    static List<DomElement> children(DomElement element, String... names) {
        return element.getChildElements().stream().filter(child -> Set.of(names).contains(child.getLocalName()))
                .filter(child -> BPMN.equals(child.getNamespaceURI()) || ENGINE.contains(child.getNamespaceURI())).toList();
    }

    static Stream<DomElement> extensions(DomElement element, String... names) {
        return children(element, "extensionElements").stream().flatMap(extensions -> children(extensions, names).stream());
    }

    static Stream<DomElement> descendants(DomElement element) {
        return Stream.concat(Stream.of(element), element.getChildElements().stream().flatMap(Xml::descendants));
    }
}
