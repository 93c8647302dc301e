package org.deskwright.governance;

/** A category is raised with nothing measured at hand, and nobody has said why it may be. */
public class RaiseRefused extends RuntimeException {

    RaiseRefused(String category) {
        super("There is neither a baseline nor a readiness of \"%s\" to rest on: say in an override why it may be raised all the same".formatted(category));
    }
}
