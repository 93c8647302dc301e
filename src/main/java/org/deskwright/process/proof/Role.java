package org.deskwright.process.proof;

import java.util.Arrays;
import java.util.Set;

/**
 * What a step means to the proof, by the name it has in the diagram. This is the one list of acting tasks; a delegate that
 * plans, asks or acts and does not stand here is found by a test.
 */
public enum Role {

    /** Makes a plan; whatever the gate said before was about another one. */
    PLAN("planReset", "planGrant", "planRevocation", "replanAction"),
    /** Asks the gate about the plan. */
    GATE("decideClearance"),
    /** Asks the gate about routing: speaks its words, clears no action. */
    ROUTING("decideAutonomy"),
    /** Acts outside. */
    ACT("performAction"),
    /** A person approves the plan or does not. */
    REVIEW,
    NONE;

    /** The user task whose verdict counts for the plan. */
    public static final String REVIEW_TASK = "userTask_reviewAction";

    private final Set<String> delegates;

    Role(String... delegates) {
        this.delegates = Set.of(delegates);
    }

    public Set<String> delegates() {
        return delegates;
    }

    static Role of(Node node) {
        if (node.is("userTask")) {
            return node.id().equals(REVIEW_TASK) ? REVIEW : NONE;
        }
        return node.isTask() ? ofDelegate(node.delegate()) : NONE;
    }

    /** @param delegate {@code null} for none */
    static Role ofDelegate(String delegate) {
        return Arrays.stream(values()).filter(role -> delegate != null && role.delegates.contains(delegate)).findFirst().orElse(NONE);
    }

    /** Whether passing such a step changes what is cleared. */
    boolean concernsThePlan() {
        return this != NONE && this != ROUTING;
    }
}
