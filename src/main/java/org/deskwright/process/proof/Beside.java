package org.deskwright.process.proof;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which nodes may be passed by another token while one stands here: every way in which a diagram comes to have two tokens.
 * Where branches are strangers until one join, they are beside each other only up to there; in doubt, everywhere.
 */
final class Beside {

    private final Drawing drawing;
    private final Map<Node, Set<Node>> beside = new HashMap<>();
    private final Map<Flow, Set<Node>> whileWaiting = new HashMap<>();

    Beside(Drawing drawing) {
        this.drawing = drawing;
        List<Node> forks = drawing.nodes().filter(Beside::forks).toList();
        forks.forEach(fork -> branchesOf(fork, joinOf(fork)));
        drawing.nodes().filter(node -> node.is("boundaryEvent") && node.leavesRunning()).forEach(this::leaveRunning);
        drawing.nodes().filter(Node::isRepeatedAtOnce).forEach(node -> cross(Set.of(node), Set.of(node)));
        drawing.nodes().filter(Node::isEventSubProcess).filter(node -> node.children().stream().anyMatch(Node::leavesRunning))
                .forEach(node -> cross(Set.of(node), Set.of(node.parent())));
        drawing.nodes().filter(Beside::joinsInclusively).forEach(join -> cross(reach(join, null), join.parent().children()));
        undoAtOnce(drawing.nodes().filter(Node::undoes).toList());
        forks.stream().filter(fork -> !of(fork).contains(fork)).forEach(this::waitAtTheJoin);
    }

    /** In the diagram's own order, so that reports are the same each time. */
    Set<Node> of(Node node) {
        return beside.getOrDefault(node, Set.of());
    }

    /** What other branches may pass while a token that came over this flow waits at a join for theirs. */
    Set<Node> whileWaiting(Flow flow) {
        Set<Node> all = new LinkedHashSet<>(of(flow.target()));
        all.addAll(whileWaiting.getOrDefault(flow, Set.of()));
        return all;
    }

    /** Whether the token waits at the end of this flow until every branch of one fork has come. */
    boolean waits(Flow flow) {
        return whileWaiting.containsKey(flow);
    }

    /** Behind which a node may be come to a second time; {@code null} if it lies behind none. */
    Node inclusiveJoinBefore(Node node) {
        return drawing.nodes().filter(Beside::joinsInclusively).filter(join -> reach(join, null).stream().flatMap(Node::content).anyMatch(node::equals))
                .findFirst().orElse(null);
    }

    private static boolean forks(Node node) {
        boolean chooses = node.is("exclusiveGateway") || node.is("eventBasedGateway") && !"Parallel".equals(node.element().attribute("eventGatewayType"));
        return node.outgoing().size() > 1 && !chooses;
    }

    /** The engine looks for tokens along sequence flows alone, so that one from a border comes too late and passes again. */
    private static boolean joinsInclusively(Node node) {
        return node.is("inclusiveGateway") && node.incoming().size() > 1;
    }

    private void branchesOf(Node fork, Node join) {
        List<Set<Node>> branches = branches(fork, join);
        for (int i = 0; i < branches.size(); i++) {
            for (int j = i + 1; j < branches.size(); j++) {
                cross(branches.get(i), branches.get(j));
            }
        }
    }

    private List<Set<Node>> branches(Node fork, Node join) {
        return fork.outgoing().stream().map(flow -> reach(flow.target(), join)).toList();
    }

    /** Only where the fork has one token at a time: the engine counts those that have come, whichever way they came. */
    private void waitAtTheJoin(Node fork) {
        Node join = joinOf(fork);
        if (join != null && join.is("parallelGateway")) {
            join.incoming().forEach(flow -> whileWaiting.put(flow, otherBranches(flow, branches(fork, join))));
        }
    }

    private static Set<Node> otherBranches(Flow flow, List<Set<Node>> branches) {
        return branches.stream().filter(branch -> !branch.contains(flow.source())).flatMap(Set::stream).flatMap(Node::content)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A compensation starts all that is to be undone at once, and what was done again and again as often. */
    private void undoAtOnce(List<Node> undoing) {
        if (!beside.isEmpty()) {
            cross(undoing, Set.of(drawing.process()));
        }
        if (undoing.size() > 1 || undoing.stream().map(drawing::undoneBy).anyMatch(undone -> undone.size() > 1 || undone.stream().anyMatch(this::comesAgain))) {
            cross(undoing, undoing);
        }
    }

    private boolean comesAgain(Node node) {
        return node.parent() != null && (node.isRepeated() || next(node).anyMatch(after -> reach(after, null).contains(node)) || comesAgain(node.parent()));
    }

    private void leaveRunning(Node event) {
        Node host = drawing.nodes().filter(node -> node.boundaries().contains(event)).findFirst().orElseThrow();
        Set<Node> branch = reach(event, null);
        cross(reach(host, null), branch);
        cross(branch, branch);
    }

    /** The nodes of the same scope that a token here can come to, without passing the given one. */
    private Set<Node> reach(Node from, Node until) {
        Set<Node> seen = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            Node node = open.remove();
            if (node != until && seen.add(node)) {
                next(node).forEach(open::add);
            }
        }
        return seen;
    }

    private Stream<Node> next(Node node) {
        return Stream.of(node.outgoing().stream().map(Flow::target), node.boundaries().stream().filter(event -> !event.waitsForUndoing()),
                drawing.arrivalsOf(node).stream()).flatMap(nodes -> nodes);
    }

    private void cross(Collection<Node> some, Collection<Node> others) {
        List<Node> here = some.stream().flatMap(Node::content).toList();
        List<Node> there = others.stream().flatMap(Node::content).toList();
        here.forEach(node -> beside.computeIfAbsent(node, any -> new LinkedHashSet<>()).addAll(there));
        there.forEach(node -> beside.computeIfAbsent(node, any -> new LinkedHashSet<>()).addAll(here));
    }

    /** Where all branches of the fork meet and nothing else comes in between; {@code null} if they do not keep to that. */
    private Node joinOf(Node fork) {
        return fork.parent().children().stream().filter(node -> node.is("parallelGateway", "inclusiveGateway") && node.incoming().size() > 1)
                .filter(join -> join != fork && areStrangers(fork, join)).findFirst().orElse(null);
    }

    private boolean areStrangers(Node fork, Node join) {
        Set<Node> seen = new HashSet<>();
        Set<Flow> arriving = new HashSet<>();
        for (Flow flow : fork.outgoing()) {
            Set<Node> branch = reach(flow.target(), join);
            List<Flow> ends = join.incoming().stream().filter(end -> end == flow || branch.contains(end.source())).toList();
            boolean oneEach = ends.size() == 1 || !ends.isEmpty() && join.is("inclusiveGateway");
            if (!oneEach || branch.contains(fork) || branch.stream().anyMatch(node -> !seen.add(node) || !keepsWithin(node, flow, branch))) {
                return false;
            }
            arriving.addAll(ends);
        }
        return arriving.size() == join.incoming().size();
    }

    /** Nothing comes in from outside the branch, and no second token leaves it. */
    private boolean keepsWithin(Node node, Flow first, Set<Node> branch) {
        List<Node> before = new ArrayList<>(node.incoming().stream().filter(flow -> flow != first).map(Flow::source).toList());
        drawing.nodes().filter(thrown -> drawing.arrivalsOf(thrown).contains(node)).forEach(before::add);
        Node inner = forks(node) ? joinOf(node) : node;
        return branch.containsAll(before) && branch.contains(inner) && !(node.is("boundaryEvent") && node.leavesRunning());
    }
}
