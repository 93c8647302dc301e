package org.deskwright.resolution;

/** What a target's own state says about an action whose answer never came. */
enum ReadBack {
    DONE, NOT_DONE,
    /** Looking again will not help: people decide what to do about it. */
    CANNOT_BE_SEEN;

    static ReadBack of(boolean done) {
        return done ? DONE : NOT_DONE;
    }
}
