package org.deskwright.process.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which process a call activity calls: only the latest version of one that is known by its id. */
final class Calls {

    private final Map<String, Drawing> drawings;
    private final Map<Drawing, Boolean> concerned = new HashMap<>();
    private final Map<Drawing, Boolean> planning = new HashMap<>();

    Calls(Map<String, Drawing> drawings) {
        this.drawings = drawings;
    }

    /** @return {@code null} if that is unknown, or not known before it runs */
    Drawing calledBy(Node call) {
        return whyUnknown(call) == null ? drawings.get(call.element().attribute("calledElement")) : null;
    }

    /** What keeps the call from being followed, {@code null} if nothing does. */
    String whyUnknown(Node call) {
        String called = call.element().attribute("calledElement");
        String binding = Xml.engine(call.element(), "calledElementBinding");
        if (called == null || called.contains("${") || called.contains("#{")) {
            return "it names no process by its id: write the id of the process into the call";
        }
        if (binding != null && !binding.equals("latest") || Xml.engine(call.element(), "calledElementTenantId") != null) {
            return "it binds %s to another version than the latest, which was proven with other diagrams: bind the latest".formatted(called);
        }
        if (!drawings.containsKey(called)) {
            return "there is no process %s that can run: correct the id, make it executable, or give both diagrams together".formatted(called);
        }
        return drawings.get(called).initial().isPresent() ? null
                : "%s has several start events, and none of them without a message, a signal or a condition, where a call begins: give it a start event without these".formatted(called);
    }

    boolean concernThePlan(Node call) {
        return swapsThePlan(call) || leadsTo(call, concerned, node -> node.role().concernsThePlan() || node.isUnclear() || swapsThePlan(node));
    }

    boolean plan(Node call) {
        return leadsTo(call, planning, node -> node.role() == Role.PLAN || node.isUnclear() || swapsThePlan(node));
    }

    private static boolean swapsThePlan(Node node) {
        return node.is("callActivity") && Mapping.of(node).swapsThePlan();
    }

    /** The processes that are called from here, and from there on. */
    Set<Drawing> reachedFrom(Drawing drawing) {
        Set<Drawing> reached = new HashSet<>();
        collect(drawing, reached);
        return reached;
    }

    private boolean leadsTo(Node call, Map<Drawing, Boolean> known, Predicate<Node> kind) {
        if (!call.is("callActivity")) {
            return false;
        }
        Drawing called = calledBy(call);
        return called == null || known.computeIfAbsent(called, any -> reachedFrom(called).stream().flatMap(Drawing::nodes)
                .anyMatch(node -> kind.test(node) || node.is("callActivity") && calledBy(node) == null));
    }

    private void collect(Drawing drawing, Set<Drawing> reached) {
        if (reached.add(drawing)) {
            drawing.nodes().filter(node -> node.is("callActivity")).map(this::calledBy).filter(called -> called != null)
                    .forEach(called -> collect(called, reached));
        }
    }
}
