package org.deskwright.process.proof;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.camunda.bpm.engine.impl.util.xml.Element;

/** What a call activity hands to the process it calls, and takes back: each call has variables of its own. */
record Mapping(List<Element> in, List<Element> out) {

    static final String OWN_TICKET = "#{execution.processBusinessKey}";

    static Mapping of(Node call) {
        return new Mapping(Xml.extensions(call.element(), "in").filter(mapping -> !handsTheBusinessKey(mapping)).toList(),
                Xml.extensions(call.element(), "out").toList());
    }

    /** Then the engine reads nothing else of it. */
    private static boolean handsTheBusinessKey(Element in) {
        return in.attribute("businessKey") != null && !in.attribute("businessKey").isEmpty();
    }

    static boolean handsAnotherTicket(Node call) {
        return Xml.extensions(call.element(), "in").filter(Mapping::handsTheBusinessKey).map(in -> in.attribute("businessKey").replace('$', '#'))
                .anyMatch(key -> !key.equals(OWN_TICKET));
    }

    /** The called process begins with what it is given, and with the plan only if it is given that. */
    State entering(State caller) {
        State given = copied(in, caller, State.nothing(caller.standing()));
        return handsThePlan(in) ? given : given.with(Standing.NOT_ASKED);
    }

    /**
     * @param concerned whether the called process asks, plans, reviews or acts at all
     * @param plans     whether it may make another plan
     */
    State returning(State caller, State called, boolean concerned, boolean plans) {
        State taken = copied(out, called, caller);
        if (swapsThePlan()) {
            boolean isAsked = caller.standing() != Standing.NOT_ASKED;
            return taken.with(isAsked ? Standing.SWAPPED : called.standing() == Standing.NOT_ASKED ? Standing.NOT_ASKED : Standing.FOREIGN);
        }
        if (!concerned) {
            return taken.with(caller.standing());
        }
        if (handsThePlan(out) || handsThePlan(in) && !plans) {
            return taken.with(called.standing());
        }
        if (handsThePlan(in)) {
            return taken.with(Standing.REPLACED);
        }
        return taken.with(caller.standing() == Standing.NOT_ASKED ? Standing.FOREIGN : caller.standing());
    }

    /** Whether it hands over what cannot be followed: local variables only, or somebody else's plan in place of the caller's. */
    boolean isUnclear() {
        return Stream.concat(in.stream(), out.stream()).anyMatch(mapping -> mapping.attribute("local") != null)
                || out.stream().anyMatch(mapping -> State.ACTION_ID.equals(mapping.attribute("target"))
                        && !State.ACTION_ID.equals(mapping.attribute("source")));
    }

    /** Whether it takes a plan back that it has not lent: another one, the called process's own, or none at all. */
    boolean swapsThePlan() {
        return !handed(out).isEmpty() && !handsThePlan(in);
    }

    /** The answers, and the plan, that are overwritten with what the called process knows of them. */
    Set<String> broughtBack() {
        Set<String> variables = new TreeSet<>(handed(out).isEmpty() ? Set.of() : Set.of(State.ACTION_ID));
        for (Element mapping : out) {
            if ("all".equals(mapping.attribute("variables"))) {
                variables.addAll(State.FOLLOWED);
            } else if (State.isFollowed(mapping.attribute("target"))) {
                variables.add(mapping.attribute("target"));
            }
        }
        return variables;
    }

    private static State copied(List<Element> mappings, State from, State onto) {
        State result = onto;
        for (Element mapping : mappings) {
            if ("all".equals(mapping.attribute("variables"))) {
                for (String variable : State.FOLLOWED) {
                    result = result.with(variable, from.known().get(variable));
                }
            } else if (mapping.attribute("target") != null) {
                result = result.with(mapping.attribute("target"), value(mapping.attribute("source"), mapping.attribute("target"), from));
            }
        }
        return result;
    }

    /** Unknown, if a number becomes a word or a word a number: the engine compares them otherwise. */
    private static String value(String source, String target, State from) {
        boolean isAlike = State.APPROVALS_MISSING.equals(source) == State.APPROVALS_MISSING.equals(target);
        return source == null || !isAlike ? null : from.known().get(source);
    }

    /** Under its own name, and under no other. */
    private static boolean handsThePlan(List<Element> mappings) {
        return handed(mappings).equals(Set.of(State.ACTION_ID));
    }

    /** What is handed over as the plan. */
    private static Set<String> handed(List<Element> mappings) {
        Set<String> handed = new TreeSet<>();
        for (Element mapping : mappings) {
            if ("all".equals(mapping.attribute("variables"))) {
                handed.add(State.ACTION_ID);
            }
            if (State.ACTION_ID.equals(mapping.attribute("target"))) {
                handed.add(String.valueOf(mapping.attribute("source")));
            }
        }
        return handed;
    }
}
