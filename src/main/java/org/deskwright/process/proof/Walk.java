package org.deskwright.process.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.deskwright.process.proof.Place.Run;

/**
 * Walks every way through a process and through those it calls until nothing new is found: a fixpoint over places, that is
 * over nodes and what is known there, each kept with the step that led to it first. Other tokens' steps are taken into
 * account wherever they may happen, so one token at a time is enough.
 */
final class Walk {

    private static final int MOST_PLACES = 200_000;

    private final Calls calls;
    private final Passing passing;
    private final Map<Place, Step> reached = new LinkedHashMap<>();
    private final Deque<Place> open = new ArrayDeque<>();
    private final Map<Run, Set<Place>> callers = new HashMap<>();
    private final Map<Run, Map<State, Place>> ends = new HashMap<>();
    private final Map<Run, Map<Flow, Set<State>>> waiting = new HashMap<>();

    Walk(Calls calls) {
        this.calls = calls;
        this.passing = new Passing(calls);
    }

    /** @return how each place was come to, in the order in which that was found; empty if there are too many to tell */
    Optional<Map<Place, Step>> from(Drawing drawing) {
        begin(new Run(drawing, State.START, false));
        while (!open.isEmpty() && reached.size() < MOST_PLACES) {
            pass(open.remove());
        }
        return open.isEmpty() ? Optional.of(reached) : Optional.empty();
    }

    private void begin(Run run) {
        callers.put(run, new LinkedHashSet<>());
        ends.put(run, new LinkedHashMap<>());
        Stream<Node> starts = run.called() ? run.drawing().initial().stream()
                : run.drawing().process().children().stream().filter(node -> node.is("startEvent"));
        starts.forEach(start -> arrive(new Place(run, start, null, run.begins()), Step.begin()));
        beginEventSubProcesses(run, run.drawing().process());
    }

    /** They can start at any moment, so nothing that was answered before counts in them. */
    private void beginEventSubProcesses(Run run, Node scope) {
        scope.children().stream().filter(Node::isEventSubProcess).flatMap(sub -> sub.children().stream()).filter(node -> node.is("startEvent"))
                .forEach(start -> arrive(new Place(run, start, null, State.START), Step.begin()));
    }

    private void arrive(Place place, Step step) {
        if (reached.putIfAbsent(place, step) == null) {
            open.add(place);
        }
    }

    private void pass(Place at) {
        Beside beside = at.run().drawing().beside();
        others(at).forEach(other -> passing.meanwhile(other, at.state(), beside.of(other)).stream().filter(state -> !state.equals(at.state()))
                .forEach(state -> arrive(at.with(state), new Step(at, null, " (meanwhile: %s)".formatted(other.label())))));
        if (at.waits() != null) {
            meet(at);
            return;
        }
        Node node = at.node();
        node.boundaries().forEach(event -> leaveOver(event, at));
        if (node.isRepeated()) {
            leave(node, at, null, at.state());
        }
        if (node.is("callActivity")) {
            call(at);
        } else if (node.isScope()) {
            node.children().stream().filter(child -> child.is("startEvent")).forEach(start -> move(at, start, at.state()));
            beginEventSubProcesses(at.run(), node);
        } else {
            passing.through(node, at.state()).forEach(after -> complete(node, at, null, after));
        }
    }

    private static Set<Node> others(Place at) {
        Beside beside = at.run().drawing().beside();
        return at.waits() == null ? beside.of(at.node()) : beside.whileWaiting(at.waits());
    }

    private void leaveOver(Node event, Place at) {
        Node handler = at.run().drawing().handlerOf(event);
        if (handler != null) {
            Place asked = move(at, event, State.START);
            move(asked, handler, State.START);
        }
        if (!event.waitsForUndoing()) {
            move(at, event, passing.interrupted(at.node(), at.state()));
        }
    }

    private Place move(Place from, Node to, State state) {
        return move(from, null, Step.ON, to, null, state);
    }

    private Place move(Place from, Place within, String arrow, Node to, Flow waits, State state) {
        boolean isUnclear = to.isUnclear();
        Place place = new Place(from.run(), to, waits, isUnclear ? State.nothing(Standing.UNCLEAR) : state);
        arrive(place, new Step(from, within, arrow + to.label() + (isUnclear ? " (not understood)" : "")));
        return place;
    }

    private void call(Place at) {
        Drawing called = calls.calledBy(at.node());
        if (called == null || at.node().isUnclear()) {
            complete(at.node(), at, null, State.nothing(Standing.UNCLEAR));
            return;
        }
        Run run = new Run(called, Mapping.of(at.node()).entering(at.state()), true);
        if (!callers.containsKey(run)) {
            begin(run);
        }
        callers.get(run).add(at);
        new ArrayList<>(ends.get(run).values()).forEach(end -> comeBack(at, end, endOf(run, end)));
    }

    private State endOf(Run run, Place end) {
        return ends.get(run).entrySet().stream().filter(entry -> entry.getValue() == end).findFirst().orElseThrow().getKey();
    }

    /** What it brings back it has copied before, so another branch's answer may be overwritten with an older one. */
    private void comeBack(Place caller, Place end, State called) {
        Node call = caller.node();
        Mapping mapping = Mapping.of(call);
        boolean concerned = calls.concernThePlan(call);
        Place shown = concerned ? end : null;
        complete(call, caller, shown, passing.written(call, mapping.returning(caller.state(), called, concerned, calls.plan(call))));
        if ((concerned || !mapping.broughtBack().isEmpty()) && others(caller).stream().anyMatch(passing::concernsThePlan)) {
            complete(call, caller, shown, State.nothing(Standing.DISTURBED));
        }
    }

    /** @param last where the token was last: the node itself, or inside it where that is a sub-process */
    private void complete(Node node, Place last, Place within, State after) {
        if (node.isRepeated()) {
            arrive(new Place(last.run(), node, null, after), new Step(last, within, "%s%s (again)".formatted(Step.ON, node.label())));
        }
        leave(node, last, within, after);
    }

    private void leave(Node node, Place last, Place within, State after) {
        List<Node> arrivals = last.run().drawing().arrivalsOf(node);
        for (Flow flow : Way.outOf(node, after)) {
            boolean waits = last.run().drawing().beside().waits(flow);
            move(last, within, flow.arrow(), flow.target(), waits ? flow : null, after);
        }
        arrivals.forEach(arrival -> move(last, arrival, after));
        boolean throwsOut = node.is("endEvent") && node.hasDefinition("error", "cancel");
        if (node.outgoing().isEmpty() && arrivals.isEmpty() && !throwsOut && !node.isHandler()) {
            end(node, last, within, after);
        }
    }

    private void end(Node node, Place last, Place within, State after) {
        Node scope = node.parent();
        if (scope.parent() != null) {
            if (scope.isEventSubProcess()) {
                end(scope, last, within, after);
            } else {
                complete(scope, last, within, passing.written(scope, after));
            }
        } else if (ends.get(last.run()).putIfAbsent(after, last) == null) {
            new ArrayList<>(callers.get(last.run())).forEach(caller -> comeBack(caller, last, after));
        }
    }

    /** What holds at a join is what holds for every branch that has come. */
    private void meet(Place at) {
        Map<Flow, Set<State>> come = waiting.computeIfAbsent(at.run(), run -> new HashMap<>());
        come.computeIfAbsent(at.waits(), flow -> new LinkedHashSet<>()).add(at.state());
        Set<State> met = Set.of(at.state());
        for (Flow flow : at.node().incoming()) {
            if (flow != at.waits()) {
                Set<State> before = met;
                met = new LinkedHashSet<>();
                for (State other : come.getOrDefault(flow, Set.of())) {
                    before.stream().map(state -> state.meet(other)).flatMap(Optional::stream).forEach(met::add);
                }
            }
        }
        met.forEach(state -> arrive(new Place(at.run(), at.node(), null, state), new Step(at, null, null)));
    }
}
