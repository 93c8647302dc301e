package org.deskwright.process.proof;

/**
 * A token at one node, with what is known there.
 *
 * @param run   which process, and how it began
 * @param waits the flow at whose end it waits for others, {@code null} if it does not
 */
record Place(Run run, Node node, Flow waits, State state) {

    /**
     * A process from its beginning.
     *
     * @param called by a call activity; else by anybody, with whatever variables they like
     */
    record Run(Drawing drawing, State begins, boolean called) {
    }

    Place with(State other) {
        return new Place(run, node, waits, other);
    }
}
