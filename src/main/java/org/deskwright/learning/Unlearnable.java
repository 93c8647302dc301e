package org.deskwright.learning;

/** Says in a sentence why nothing can be learned from a history. */
public class Unlearnable extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    Unlearnable(String message) {
        super(message);
    }
}
