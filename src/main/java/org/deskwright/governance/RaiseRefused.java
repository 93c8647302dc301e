package org.deskwright.governance;

/** A category is raised with nothing measured at hand, and nobody has said why it may be. */
public class RaiseRefused extends RuntimeException {

    RaiseRefused(String category) {
        super("Nobody has measured a baseline or a readiness of \"%s\" yet, so nothing speaks for it but a person: say in an override why it may be raised all the same".formatted(category));
    }
}
