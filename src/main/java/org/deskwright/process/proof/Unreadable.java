package org.deskwright.process.proof;

import java.util.List;

/** A model that cannot be read, and why, in a sentence for its author. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    Unreadable(String message) {
        this(message, "save it anew from the Modeler, or leave it out");
    }

    Unreadable(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    Finding finding(String file) {
        return new Finding(file, null, null, getMessage(), null, List.of(), remedy);
    }
}
