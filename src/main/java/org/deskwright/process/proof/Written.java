package org.deskwright.process.proof;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * What an element writes by itself, beside what it does.
 *
 * @param variables those of the followed ones that it sets, to whatever value
 * @param isUnclear whether nothing can be said of what it does: then what went before it does not count
 */
record Written(Set<String> variables, boolean isUnclear) {

    /** Attributes that name a variable which the element sets, or gives each of its instances. */
    private static final List<String> VARIABLES = List.of("resultVariable", "resultVariableName", "errorCodeVariable", "errorMessageVariable",
            "escalationCodeVariable", "elementVariable", "dst");

    static Written by(Node node) {
        Set<String> variables = variables(node);
        return new Written(variables, variables.contains(State.ACTION_ID) || hides(node) || handsOverBlindly(node) || runsOtherCode(node)
                || !node.isOfAKnownType());
    }

    /** What it gives the task, or whatever else is within it, under names that may mean something else outside. */
    static Stream<String> given(Node node) {
        return Stream.of(parameters(node, "inputParameter"), loopVariables(node), node.element().elements("property").stream().flatMap(Written::variables))
                .flatMap(names -> names);
    }

    /** Gives what is within it variables of its own, under the names of those outside. */
    private static boolean hides(Node node) {
        return Stream.concat(parameters(node, "inputParameter"), loopVariables(node)).anyMatch(State::isFollowed);
    }

    private static boolean handsOverBlindly(Node node) {
        return node.is("callActivity") && (Mapping.of(node).isUnclear() || Xml.engine(node.element(), "variableMappingClass") != null
                || Xml.engine(node.element(), "variableMappingDelegateExpression") != null);
    }

    private static boolean runsOtherCode(Node node) {
        return node.is("scriptTask") || node.is("serviceTask", "sendTask", "businessRuleTask") && node.delegate() == null && !node.asksATable();
    }

    private static Set<String> variables(Node node) {
        Stream<String> attributes = Stream.of(Stream.of(node.element()), Xml.eventDefinitions(node.element()).stream(), node.element().elements("property").stream())
                .flatMap(elements -> elements).flatMap(Written::variables);
        return Stream.concat(attributes, parameters(node, "outputParameter")).filter(State::isFollowed)
                .collect(Collectors.toSet());
    }

    private static Stream<String> loopVariables(Node node) {
        return node.element().elements("multiInstanceLoopCharacteristics").stream().flatMap(loop -> Stream.concat(variables(loop),
                loop.elements("inputDataItem").stream().map(item -> String.valueOf(item.attribute("name")))));
    }

    private static Stream<String> variables(Element element) {
        return VARIABLES.stream().map(attribute -> Xml.engine(element, attribute)).filter(Objects::nonNull);
    }

    private static Stream<String> parameters(Node node, String kind) {
        return Xml.extensions(node.element(), "inputOutput").flatMap(mapping -> Xml.engines(mapping, kind).stream())
                .map(parameter -> String.valueOf(parameter.attribute("name")));
    }
}
