package org.deskwright.identity;

/** A system the desk acts on has answered, and its answer was no; nothing was changed there. */
public class TargetRefused extends RuntimeException {

    public TargetRefused(String message) {
        super(message);
    }

    public TargetRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
