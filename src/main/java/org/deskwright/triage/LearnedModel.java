package org.deskwright.triage;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.deskwright.learning.Comparison;
import org.deskwright.learning.Provenance;

/**
 * A model that the classifier has, or could have, without its weights. What does not hold for it is {@code null}.
 *
 * @param hash         SHA-256 of its file, or {@link #SHIPPED}
 * @param provenance   {@code null} for the shipped one, which each node has of its own
 * @param comparison   with the one that was active when it was trained
 * @param comparedWith hash of that one
 * @param learned      number of the desk's own tickets from which it has learned
 * @param learnedUntil when the last of these was closed
 * @param trainedBy    login of who asked for it
 * @param activeSince  when it became active last; so with the next two
 */
public record LearnedModel(String hash, ModelState state, Provenance provenance, Comparison comparison, String comparedWith, int learned,
        Instant learnedUntil, String trainedBy, Instant trainedAt, Instant activeSince, String activeBy, String reason) {

    /** In the place of a hash: what each node learns from the shipped history by itself. */
    public static final String SHIPPED = "shipped";
    /** What its ticket's source key begins with; its hash follows. */
    public static final String SOURCE = "model:";

    public boolean isShipped() {
        return hash.equals(SHIPPED);
    }

    /** What the record says of it: the hash of what it learned from is the one that each of its classifications carries. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new HashMap<>(Map.of("model", hash, "learned", learned));
        facts.put("dataHash", provenance == null ? null : provenance.dataHash());
        facts.put("words", comparison == null ? null : comparison.sentence());
        return facts;
    }
}
