package org.deskwright.review;

import java.util.UUID;

/**
 * What people are asked at a task.
 *
 * @param task     id of the user task in the diagram
 * @param actionId the plan it is about, or {@code null}
 * @param clears   whether an approval there can clear the plan
 */
public record Question(String ticket, String task, UUID actionId, boolean clears) {
}
