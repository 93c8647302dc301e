package org.deskwright.audit;

/** Nobody has the record forget themselves: with their key went who ordered it, and why. */
public class OwnErasure extends RuntimeException {

    OwnErasure() {
        super("Nobody has the record forget themselves: another person of the group security has to demand it");
    }
}
