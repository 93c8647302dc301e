package org.deskwright.learning;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a model comes from, kept in it, and beside the desk's own as JSON for people and auditors.
 *
 * @param dataHash  SHA-256 of the ticket history
 * @param recipe    SHA-256 of everything else that shapes the model: glossary, features, settings
 * @param n         number of tickets learned from, each of which was also held out once
 * @param trainedAt UTC
 * @param library   what trained it
 * @param method    calibration method
 * @param heldOut   how good it is on tickets whose template it had not seen
 */
public record Provenance(String dataHash, String recipe, int n, Instant trainedAt, String library, Map<String, String> settings,
        String method, Quality heldOut) {

    /** SHA-256 of all that shaped the model beside what it learned from: two models of the same history differ in it. */
    public String settingsHash() {
        return new Digest().add(recipe).add(new TreeMap<>(settings).toString()).hex();
    }

    Provenance with(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(more);
        return new Provenance(dataHash, recipe, n, trainedAt, library, all, method, heldOut);
    }

    public String json() {
        return ProvenanceJson.of(this);
    }
}
