package org.deskwright.process.proof;

/**
 * How a place was come to first.
 *
 * @param from   {@code null} at a beginning
 * @param within where the called process ended, {@code null} if none was called that concerns the plan
 * @param shown  what is written between the two places; {@code null} if the token did not move, and nothing is written
 */
record Step(Place from, Place within, String shown) {

    static final String ON = " → ";

    static Step begin() {
        return new Step(null, null, null);
    }
}
