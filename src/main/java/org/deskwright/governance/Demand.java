package org.deskwright.governance;

import java.util.UUID;

/**
 * What the gate last answered for an action, as far as people are concerned.
 *
 * @param queue     queue whose people may decide
 * @param approvals how many different people have to approve
 */
public record Demand(UUID decisionId, Autonomy autonomy, String queue, int approvals) {
}
