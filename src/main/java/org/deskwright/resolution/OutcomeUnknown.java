package org.deskwright.resolution;

/** Nobody can say yet whether an action was done. It is never repeated blindly: the next try looks at the target. */
public class OutcomeUnknown extends RuntimeException {

    OutcomeUnknown(String message, Throwable cause) {
        super(message, cause);
    }
}
