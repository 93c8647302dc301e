package org.deskwright.resolution;

/**
 * What a target's own state says about an action whose answer never came.
 *
 * @param evidence in words
 */
record ReadBack(Finding finding, String evidence) {

    enum Finding {
        DONE, NOT_DONE,
        /** It was not done, and never will be. */
        REFUSED,
        /** Nobody will ever see whether it was done. It has no effect any more: people decide what to do instead. */
        GIVEN_UP
    }

    static ReadBack of(boolean done) {
        return done ? new ReadBack(Finding.DONE, "The target shows that it was done") : new ReadBack(Finding.NOT_DONE, "The target shows that it was not done");
    }
}
