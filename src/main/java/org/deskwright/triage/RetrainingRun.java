package org.deskwright.triage;

import java.time.Instant;
import java.util.UUID;

import org.deskwright.learning.Comparison;

/**
 * One training that somebody asked for. What is not known yet is {@code null}.
 *
 * @param doing      what it does now
 * @param done       of {@code steps}
 * @param result     {@code better}, {@code not-better}, {@code refused} or {@code failed}; {@code null} while it runs
 * @param words      what came of it, in a sentence
 * @param model      hash of the new model, if it is better
 */
public record RetrainingRun(UUID id, String askedBy, Instant begunAt, String doing, int done, int steps, Instant endedAt, String result,
        String words, String model) {

    public boolean isRunning() {
        return result == null;
    }
}
