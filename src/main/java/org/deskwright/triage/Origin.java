package org.deskwright.triage;

import java.time.Instant;
import java.util.Map;

import org.deskwright.learning.Provenance;

/**
 * Which trained model it was that said so: two that learned from the same tickets differ here.
 *
 * @param trainedAt UTC
 * @param library   what trained it
 * @param settings  SHA-256 (hex) of all that shaped it beside the tickets
 */
record Origin(Instant trainedAt, String library, String settings) {

    static Origin of(Provenance provenance) {
        return new Origin(provenance.trainedAt(), provenance.library(), provenance.settingsHash());
    }

    /** For the record. */
    Map<String, Object> facts() {
        return Map.of("trainedAt", trainedAt.toString(), "library", library, "settings", settings);
    }
}
