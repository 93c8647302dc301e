package org.deskwright.review;

import java.util.UUID;

/**
 * What a person decided at a task.
 *
 * @param task     id of the user task in the diagram
 * @param actionId the plan it is about, or {@code null}
 * @param text     reason, resolution, question or note; {@code null} if the outcome needs none
 */
public record Verdict(UUID id, String ticket, String taskId, String task, UUID actionId, Outcome outcome,
                      String decidedBy, String text) {
}
