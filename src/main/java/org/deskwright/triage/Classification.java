package org.deskwright.triage;

import org.deskwright.ticket.Confidence;

/**
 * A category of the taxonomy, and the confidence in it.
 *
 * @param origin of the trained model that says so; {@code null} if somebody else does
 */
public record Classification(String category, Confidence confidence, Origin origin) {

    public Classification(String category, Confidence confidence) {
        this(category, confidence, null);
    }
}
