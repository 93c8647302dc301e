package org.deskwright.governance;

/** This vote to close the breaker does not count; the message says why. */
public class VoteRefused extends RuntimeException {

    VoteRefused(String message) {
        super(message);
    }
}
