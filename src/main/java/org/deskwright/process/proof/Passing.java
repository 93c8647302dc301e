package org.deskwright.process.proof;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.deskwright.governance.Autonomy;
import org.deskwright.review.Outcome;

/** What passing one node does to what is known; what a call does is for the called process to say. */
record Passing(Calls calls) {

    /** Every state in which a token may come out of a node, with calls and what lies within a node left out. */
    List<State> through(Node node, State state) {
        return inner(node, state).stream().map(after -> written(node, after)).toList();
    }

    private List<State> inner(Node node, State state) {
        return switch (node.role()) {
            case PLAN -> List.of(state.with(state.standing().replanned()));
            case GATE -> Arrays.stream(Autonomy.values()).map(answer -> state.with(Standing.answered(answer))
                    .with(State.AUTONOMY, answer.word()).with(State.APPROVALS_MISSING, null)).toList();
            case ROUTING -> List.of(state.with(State.AUTONOMY, null));
            case ACT -> List.of(state.with(Standing.SPENT));
            case REVIEW -> reviewed(state);
            case NONE -> List.of(plain(node, state));
        };
    }

    /** Each decision, and the approval after which others are still missing. */
    private static List<State> reviewed(State before) {
        Stream<State> others = Arrays.stream(Outcome.values()).filter(outcome -> outcome != Outcome.APPROVE)
                .map(outcome -> before.forgetting().with(State.OUTCOME, outcome.word()).with(before.standing().declined()));
        State approved = before.forgetting().with(State.OUTCOME, Outcome.APPROVE.word());
        return Stream.concat(others, Stream.of(approved.with(State.APPROVALS_MISSING, "0").with(before.standing().approved(true)),
                approved.with(State.APPROVALS_MISSING, State.SOME).with(before.standing().approved(false)))).toList();
    }

    /** Whoever completes a task or sends a message or signal can bring any variables along. */
    private State plain(Node node, State state) {
        boolean hearsFromOutside = node.is("userTask", "receiveTask")
                || node.is("startEvent", "intermediateCatchEvent", "boundaryEvent") && node.hasDefinition("message", "signal");
        if (hearsFromOutside) {
            return state.forgetting();
        }
        if (node.is("intermediateThrowEvent", "endEvent") && node.hasDefinition("compensate", "cancel")) {
            return undone(node, state);
        }
        return node.is("endEvent") ? state.with(State.END_STATE, node.id().substring(node.id().indexOf('_') + 1)) : state;
    }

    /** What it starts may concern the plan, and sets whatever variables it likes in any case. */
    private State undone(Node node, State state) {
        boolean concernsThePlan = node.root().content().filter(Node::undoes).flatMap(Node::content).anyMatch(this::concernsThePlan);
        return concernsThePlan ? State.nothing(Standing.INTERRUPTED) : state.forgetting();
    }

    /**
     * What a token may find when another one passes the node while it stands elsewhere.
     *
     * @param others what may be passed while that other token stands there
     */
    List<State> meanwhile(Node node, State state, Set<Node> others) {
        if (node.is("callActivity")) {
            return List.of(concernsThePlan(node) ? State.nothing(Standing.DISTURBED) : returned(node, state, others));
        }
        return node.isScope() ? List.of(state, written(node, state)) : through(node, state);
    }

    /** An unconcerned call changes nothing but what it hands back, which is older than what others have done since. */
    private State returned(Node call, State state, Set<Node> others) {
        Set<String> broughtBack = Mapping.of(call).broughtBack();
        if (broughtBack.contains(State.ACTION_ID) && state.standing() != Standing.NOT_ASKED && others.stream().anyMatch(this::concernsThePlan)) {
            return State.nothing(Standing.OUTDATED);
        }
        State after = state;
        for (String variable : broughtBack) {
            after = after.with(variable, null);
        }
        return written(call, after);
    }

    boolean concernsThePlan(Node node) {
        return node.role().concernsThePlan() || node.isUnclear() || calls.concernThePlan(node);
    }

    /** What the element writes itself, after what it does. */
    State written(Node node, State state) {
        State after = state;
        for (String variable : node.written().variables()) {
            after = after.with(variable, null);
        }
        return node.isUnclear() ? State.nothing(Standing.UNCLEAR) : after;
    }

    /** Where a token goes on that was taken out of the middle of a node: certain is only what the node leaves alone. */
    State interrupted(Node node, State state) {
        boolean brokenOff = node.role() != Role.REVIEW && node.content().anyMatch(this::concernsThePlan);
        if (brokenOff) {
            return State.nothing(Standing.INTERRUPTED);
        }
        return node.isScope() || node.is("callActivity") ? state.forgetting() : state.asFarAs(through(node, state));
    }
}
