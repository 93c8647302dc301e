package org.deskwright.governance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the gate answered, and from which tables, versions and rules.
 *
 * @param actionId the plan it was asked for, or {@code null} for a step that acts on nothing outside
 * @param reasons  reason codes in the order of the tables
 */
public record GateDecision(UUID id, String ticket, UUID actionId, Step step, Autonomy autonomy, List<String> reasons,
                           List<Evaluation> evaluations, Instant decidedAt) {

    /** Queues whose people the mandatory-review table names as reviewers, in the order of its rows. */
    public List<String> reviewers() {
        return evaluations.stream().filter(evaluation -> evaluation.table().equals("mandatory-review"))
                .flatMap(evaluation -> evaluation.outputs().stream())
                .map(row -> String.valueOf(row.get("reviewers"))).distinct().toList();
    }
}
