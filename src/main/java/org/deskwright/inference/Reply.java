package org.deskwright.inference;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An answer of a model that keeps to the schema of its prompt. Its words are still as hostile as the text that led to them: whoever
 * shows them escapes them, and nothing of them is ever evaluated.
 *
 * @param answer    with what had been left out put back
 * @param certainty already lowered if the answer had to be repaired; not calibrated for any category yet
 * @param identity  for {@link Calibrator} and {@link Outcomes}: what answered, with version, prompt and basis
 * @param model     name in {@code config/models.yaml}
 * @param version   as the provider reports it, or its name for the model
 */
public record Reply(ObjectNode answer, Certainty certainty, String identity, String model, String version, String promptHash) {

    /** Without what was said. */
    @Override
    public String toString() {
        return "Reply[model=%s, version=%s]".formatted(model, version);
    }
}
