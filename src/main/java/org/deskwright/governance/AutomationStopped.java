package org.deskwright.governance;

/**
 * The action was cleared, and then a withdrawal, a switch, a phase or a limit came before it began. Its clearance is void: the plan goes
 * back to the gate, and from there to a person.
 */
public class AutomationStopped extends ClearanceRefused {

    private final String reason;

    AutomationStopped(Plan plan, String reason) {
        super("The action %s may not begin: %s".formatted(plan.id(), reason));
        this.reason = reason;
    }

    /** As {@code mandatory-review.dmn} spells it. */
    public String reason() {
        return reason;
    }
}
