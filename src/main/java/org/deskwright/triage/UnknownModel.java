package org.deskwright.triage;

/** There is no such model. */
public class UnknownModel extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownModel(String hash) {
        super("There is no model %s".formatted(hash));
    }
}
