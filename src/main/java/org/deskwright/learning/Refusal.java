package org.deskwright.learning;

/** Why a command does not do what it was asked to, in a sentence for whoever typed it. */
public final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }
}
