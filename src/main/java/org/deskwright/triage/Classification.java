package org.deskwright.triage;

import org.deskwright.ticket.Confidence;

/** A category of the taxonomy, and the confidence in it. */
public record Classification(String category, Confidence confidence) {
}
