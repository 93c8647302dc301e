package org.deskwright.inference;

import java.time.Duration;

/**
 * One question to a model. Instructions are the desk's own and are sent as the system's word; the text is what somebody wrote, is sent
 * as the user's, and is never mixed into the instructions.
 *
 * @param schema    JSON Schema, draft 2020-12, of the object to answer with; {@code additionalProperties} is false and each property required,
 *                  as the strict modes of vendors ask for. Where a vendor has no such mode, the instructions already describe it
 * @param maxOutput tokens
 * @param patience  how long the call may take altogether
 */
public record ModelRequest(String instructions, String text, String schema, int maxOutput, Duration patience) {

    public ModelRequest {
        if (maxOutput < 1 || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("A model is asked for at least one token, and given time for it: %d, %s".formatted(maxOutput, patience));
        }
    }

    /** Without the text, which is personal. */
    @Override
    public String toString() {
        return "ModelRequest[maxOutput=%d, patience=%s]".formatted(maxOutput, patience);
    }
}
