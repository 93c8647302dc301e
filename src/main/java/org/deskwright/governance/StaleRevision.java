package org.deskwright.governance;

/** Somebody else has changed something since the caller looked; nothing was done. */
public class StaleRevision extends RuntimeException {

    StaleRevision(long current) {
        super("Somebody has changed the automation since you looked (it is at revision %d now): please look again".formatted(current));
    }
}
