package org.deskwright.process.proof;

/** A model that cannot be read, and why, in a sentence for its author. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message);
    }
}
