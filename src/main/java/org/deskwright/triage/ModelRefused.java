package org.deskwright.triage;

/** What was to be done with a model cannot be done now; the message says why, for people. */
public class ModelRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelRefused(String message) {
        super(message);
    }
}
