package org.deskwright.process.proof;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is certain at one point of a way.
 *
 * @param known values of the variables that diagrams ask about the gate; one that is missing can be anything
 */
record State(Standing standing, Map<String, String> known) {

    static final String AUTONOMY = "autonomy";
    static final String OUTCOME = "outcome";
    static final String APPROVALS_MISSING = "approvalsMissing";
    static final String END_STATE = "endState";
    /** Stands for any number above zero. */
    static final String SOME = "> 0";
    /** Names the plan; no diagram sets it. */
    static final String ACTION_ID = "actionId";
    static final Set<String> FOLLOWED = Set.of(AUTONOMY, OUTCOME, APPROVALS_MISSING, END_STATE);
    /** Whoever starts a process can give it any variables. */
    static final State START = new State(Standing.NOT_ASKED, Map.of());

    State {
        known = Map.copyOf(known);
    }

    /** Whether the variable is an answer, or names the plan. */
    static boolean isFollowed(String variable) {
        return ACTION_ID.equals(variable) || variable != null && FOLLOWED.contains(variable);
    }

    State with(Standing other) {
        return new State(other, known);
    }

    /** @param value {@code null} if it can be anything */
    State with(String variable, String value) {
        Map<String, String> values = new TreeMap<>(known);
        if (value == null || !FOLLOWED.contains(variable)) {
            values.remove(variable);
        } else {
            values.put(variable, value);
        }
        return new State(standing, values);
    }

    State forgetting() {
        return new State(standing, Map.of());
    }

    /** Forgets what is not the same in all the others. */
    State asFarAs(List<State> others) {
        Map<String, String> values = new TreeMap<>(known);
        others.forEach(other -> values.entrySet().retainAll(other.known.entrySet()));
        return new State(standing, values);
    }

    static State nothing(Standing standing) {
        return new State(standing, Map.of());
    }

    /** @return what holds if both do, or empty if both cannot */
    Optional<State> meet(State other) {
        Standing both = standing.meet(other.standing);
        boolean contradict = known.entrySet().stream().anyMatch(value ->
                !Objects.equals(other.known.getOrDefault(value.getKey(), value.getValue()), value.getValue()));
        if (both == null || contradict) {
            return Optional.empty();
        }
        Map<String, String> values = new TreeMap<>(known);
        values.putAll(other.known);
        return Optional.of(new State(both, values));
    }
}
