package org.deskwright.drafting;

import java.time.Instant;

/**
 * What a language model wrote of a ticket. Nobody has checked it, and it is as hostile as whatever the model had read.
 *
 * @param text  plain, without links
 * @param model its name in {@code config/models.yaml}
 */
public record MachineText(String text, String model, Instant writtenAt) {

    /** Without the text. */
    @Override
    public String toString() {
        return "MachineText[model=%s, writtenAt=%s]".formatted(model, writtenAt);
    }
}
