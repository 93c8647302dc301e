package org.deskwright.process.proof;

/**
 * A sequence flow.
 *
 * @param name      what stands on it, {@code null} if nothing does
 * @param condition {@code null} if it asks nothing
 * @param isDefault whether it is taken when no other one is
 */
record Flow(String name, Node source, Node target, Condition condition, boolean isDefault) {

    /** How a path is written over it. */
    String arrow() {
        return name == null ? " → " : " –%s→ ".formatted(name);
    }
}
