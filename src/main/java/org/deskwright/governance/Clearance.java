package org.deskwright.governance;

import java.util.UUID;

/**
 * The permission to carry out one plan once. Only this package makes one, for an AUTO answer of the gate or for a
 * person's approval; without it {@code resolution} cannot be asked to act.
 */
public final class Clearance {

    private final UUID id;
    private final Plan plan;

    Clearance(UUID id, Plan plan) {
        this.id = id;
        this.plan = plan;
    }

    public UUID id() {
        return id;
    }

    public Plan plan() {
        return plan;
    }
}
