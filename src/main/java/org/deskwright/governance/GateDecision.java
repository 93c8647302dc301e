package org.deskwright.governance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What the gate answered, and from which tables, versions and rules.
 *
 * @param actionId the plan it was asked for, or {@code null} for a step that acts on nothing outside
 * @param reasons  reason codes in the order of the tables
 * @param reviewQueue queue whose people may approve, if a person has to; {@code null} only while the ticket has none
 * @param approvals how many different people have to approve, if a person has to
 */
public record GateDecision(UUID id, String ticket, UUID actionId, Step step, Autonomy autonomy, List<String> reasons,
                           String reviewQueue, int approvals, List<Evaluation> evaluations, Instant decidedAt) {
}
