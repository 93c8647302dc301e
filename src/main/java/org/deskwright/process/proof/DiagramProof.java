package org.deskwright.process.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Proves of a set of processes that none reaches an acting task but with the gate's AUTO for this plan, or with its REVIEW
 * and an approval, each for one action only. What the proof cannot follow, it refuses.
 */
public final class DiagramProof {

    private final List<Drawing> drawings;
    private final Calls calls;

    DiagramProof(Collection<Drawing> drawings) {
        Map<String, Drawing> byId = new LinkedHashMap<>();
        drawings.forEach(drawing -> byId.put(drawing.id(), drawing));
        this.drawings = List.copyOf(drawings);
        this.calls = new Calls(byId);
    }

    /** Of every process. */
    List<Finding> findings() {
        return findings(drawing -> true);
    }

    /** Of those processes that are new, or that call one that is new. */
    List<Finding> findings(Predicate<Drawing> isNew) {
        List<Finding> findings = new ArrayList<>();
        for (Drawing drawing : drawings) {
            if (calls.reachedFrom(drawing).stream().anyMatch(isNew)) {
                findings.addAll(of(drawing));
            }
        }
        return findings;
    }

    private List<Finding> of(Drawing drawing) {
        List<Finding> findings = new ArrayList<>(Forbidden.in(drawing));
        boolean isConcerned = drawing.nodes().anyMatch(node -> node.role() == Role.ACT || isBlind(node));
        if (!isConcerned) {
            return findings;
        }
        Optional<Map<Place, Step>> reached = new Walk(calls).from(drawing);
        if (reached.isEmpty()) {
            return List.of(new Finding(drawing.file(), drawing.id(), null, "there are too many ways through it to prove anything", null,
                    List.of(), "split it into smaller processes"));
        }
        findings.addAll(walked(drawing, reached.get()));
        return findings;
    }

    private List<Finding> walked(Drawing drawing, Map<Place, Step> reached) {
        Map<Node, Finding> refused = new LinkedHashMap<>();
        Set<Node> seen = new HashSet<>();
        for (Place place : reached.keySet()) {
            Node node = place.node();
            if (!place.run().called() && place.waits() == null && seen.add(node) && isBlind(node)) {
                refused.put(node, blind(place, reached));
            }
        }
        for (Place place : reached.keySet()) {
            Node node = place.node();
            boolean acts = !place.run().called() && node.role() == Role.ACT && !place.state().standing().mayAct();
            if (acts && !refused.containsKey(node) && !passes(place, reached, refused.keySet())) {
                refused.put(node, acting(place, reached));
            }
        }
        drawing.acting().stream().filter(node -> !seen.contains(node)).forEach(node -> refused.put(node, new Finding(drawing.file(), drawing.id(),
                node.id(), "the proof finds no way to \"%s\", which acts".formatted(node.label()), null, List.of(node.id()),
                "ask variables and values that exist on the way to it, or remove it")));
        return List.copyOf(refused.values());
    }

    /** Whether the way leads through a call that is refused already: one reason is enough. */
    private boolean passes(Place last, Map<Place, Step> reached, Set<Node> refused) {
        return way(last, reached).anyMatch(place -> refused.contains(place.node()) && isBlind(place.node()));
    }

    private static Finding acting(Place place, Map<Place, Step> reached) {
        Standing standing = place.state().standing();
        String fault = standing.fault(cause(place, reached).map(Place::node).orElse(place.node()).label());
        String remedy = standing.remedy();
        Node join = place.run().drawing().beside().inclusiveJoinBefore(place.node());
        if (join != null && standing == Standing.SPENT && isByAnother(place, reached)) {
            fault = "\"%s\" does not wait for every token, and lets a second one pass after the clearance is used up".formatted(join.label());
            remedy = "act before that gateway, or join with a parallel gateway";
        }
        return onTheWay(place, reached, "\"%s\" may act without clearance: %s".formatted(place.node().label(), fault), remedy);
    }

    /** Whether it stands so because of another token: its own did not move as it came to that. */
    private static boolean isByAnother(Place last, Map<Place, Step> reached) {
        Optional<Place> before = cause(last, reached);
        return way(last, reached).anyMatch(place -> before.isPresent() && reached.get(place).from() == before.get() && place.node() == before.get().node());
    }

    /** Where on the way it last stood otherwise than at its end. */
    private static Optional<Place> cause(Place last, Map<Place, Step> reached) {
        return way(last, reached).dropWhile(place -> place.state().standing() == last.state().standing()).findFirst();
    }

    /** From its end to its beginning. */
    private static Stream<Place> way(Place last, Map<Place, Step> reached) {
        return Stream.iterate(last, Objects::nonNull, place -> reached.get(place).from());
    }

    private Finding blind(Place place, Map<Place, Step> reached) {
        String[] why = calls.whyUnknown(place.node()).split(": ", 2);
        return onTheWay(place, reached, "\"%s\" calls what cannot be proven: %s".formatted(place.node().label(), why[0]), why[1]);
    }

    private boolean isBlind(Node node) {
        return node.is("callActivity") && calls.whyUnknown(node) != null;
    }

    private static Finding onTheWay(Place place, Map<Place, Step> reached, String what, String remedy) {
        Route path = Route.to(place, reached);
        Drawing drawing = place.run().drawing();
        return new Finding(drawing.file(), drawing.id(), place.node().id(), what, path.text(), path.elements(), remedy);
    }
}
