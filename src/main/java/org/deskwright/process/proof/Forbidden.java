package org.deskwright.process.proof;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.util.xml.Element;

/** What no diagram may hold, whichever ways lead there. */
record Forbidden(Drawing drawing) {

    /** What people answer there settles whether an access is gone. */
    private static final String SETTLE_TASK = "userTask_settleRevocation";
    private static final String SETTLING_PROCESS = "revoke-action";
    private static final Pattern WORD = Pattern.compile("-(\\p{Alnum})");
    /** What people say at a task, and which action they are asked about. */
    private static final Set<String> NOT_GIVEN = Set.of("outcome", "text", "newCategory", "newQueue", "newEntitlement", "newLasts", "revokedActionId");

    static List<Finding> in(Drawing drawing) {
        Forbidden forbidden = new Forbidden(drawing);
        return Stream.of(forbidden.hidden(), forbidden.loadedSignals(), forbidden.severalAtOnce(), forbidden.initiators(), forbidden.foreignTickets(),
                forbidden.settledElsewhere(), forbidden.saidForPeople(), forbidden.otherForms()).flatMap(findings -> findings).toList();
    }

    /** Steps that plan, ask or act where nobody sees them in the diagram. */
    private Stream<Finding> hidden() {
        Set<Element> tasks = drawing.nodes().filter(Node::isTask).map(Node::element).collect(Collectors.toSet());
        return Xml.descendants(drawing.process().element()).filter(element -> !tasks.contains(element))
                .flatMap(element -> Stream.of(Node.bean(element.attribute("delegateExpression")), Node.bean(Xml.engine(element, "delegateExpression"))))
                .filter(Objects::nonNull).filter(bean -> Role.ofDelegate(bean) != Role.NONE).distinct()
                .map(bean -> new Finding(drawing.file(), drawing.id(), null,
                        "${%s} stands in a listener or an event, where nobody sees it in the diagram".formatted(bean), null, List.of(), "draw it as a task of its own"));
    }

    /** Whoever hears a signal gets what it carries in place of its own, another plan too, and nobody sees from whom. */
    private Stream<Finding> loadedSignals() {
        return refused(node -> node.element().elements("signalEventDefinition").stream().anyMatch(signal -> Xml.extensions(signal, "in").findAny().isPresent()),
                "\"%s\" gives a signal variables to carry, and signals carry nothing here", "take camunda:in out of the signal; variables are handed over by calls");
    }

    /** The engine takes one of them for what it is, and leaves out the rest. */
    private Stream<Finding> severalAtOnce() {
        return refused(node -> Xml.eventDefinitions(node.element()).size() > 1,
                "\"%s\" is several events at once, of which the engine sees one", "draw an event for each of them");
    }

    /** Who starts a process writes their own name there, and may be called "auto". */
    private Stream<Finding> initiators() {
        return refused(node -> State.isFollowed(Xml.engine(node.element(), "initiator")),
                "\"%s\" puts who starts the process in place of an answer or a plan", "name another variable as the initiator");
    }

    /** Whoever asked there has not asked here. */
    private Stream<Finding> foreignTickets() {
        return refused(node -> node.is("callActivity") && Mapping.handsAnotherTicket(node),
                "\"%s\" calls for another ticket than its own", "hand over businessKey=\"%s\" and no other".formatted(Mapping.OWN_TICKET));
    }

    /** There it would be said of a grant that nobody demands back, or asked of nobody. */
    private Stream<Finding> settledElsewhere() {
        return refused(node -> node.id().equals(SETTLE_TASK) && !(node.is("userTask") && drawing.id().equals(SETTLING_PROCESS)),
                "\"%%s\" has the id %s, which is for the user task in %s that settles what could not be taken back".formatted(SETTLE_TASK, SETTLING_PROCESS),
                "give it another id");
    }

    /** What people have not said does not stand where their answers do. */
    private Stream<Finding> saidForPeople() {
        return refused(node -> node.content().anyMatch(inner -> inner.is("userTask")) && Written.given(node).anyMatch(NOT_GIVEN::contains),
                "\"%s\" gives a task for people what they alone say there, or another action to speak of",
                "give it no parameter, loop variable or property with one of the names " + String.join(", ", new TreeSet<>(NOT_GIVEN)));
    }

    /** What an answer means stands in the form, and the desk goes by the answer: where one thing is asked, no other form is shown. */
    private Stream<Finding> otherForms() {
        return refused(node -> node.is("userTask") && Optional.ofNullable(Xml.engine(node.element(), "formRef")).filter(form -> !isItsOwn(form, node)).isPresent(),
                "\"%s\" shows a form that is made for another task, or not the one in force",
                "bind the form of the same name: userTask_reviewAction shows review-action, with camunda:formRefBinding=\"latest\"");
    }

    private static boolean isItsOwn(String form, Node task) {
        return task.id().equals("userTask_" + WORD.matcher(form).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT)))
                && "latest".equals(Xml.engine(task.element(), "formRefBinding"));
    }

    private Stream<Finding> refused(Predicate<Node> isWrong, String what, String remedy) {
        return drawing.nodes().filter(isWrong).map(node -> new Finding(drawing.file(), drawing.id(), node.id(), what.formatted(node.label()), null, List.of(node.id()), remedy));
    }
}
