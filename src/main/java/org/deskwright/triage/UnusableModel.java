package org.deskwright.triage;

/** A model cannot answer; the message says why. */
final class UnusableModel extends Exception {

    private static final long serialVersionUID = 1L;

    UnusableModel(String message) {
        super(message);
    }
}
