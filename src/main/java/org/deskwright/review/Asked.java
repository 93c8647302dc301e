package org.deskwright.review;

import java.util.UUID;

/**
 * Whom a task was put to, as stored when it came up.
 *
 * @param task       id of the user task in the diagram
 * @param actionId   the plan it is about, or {@code null}
 * @param decisionId the gate's answer that asked for people; {@code null} if an approval here clears nothing
 * @param category   what the ticket was about then; {@code null} if nobody had said, or nobody kept it
 * @param group      directory group whose members may decide
 */
public record Asked(String taskId, String ticket, String task, UUID actionId, UUID decisionId, String category, String group) {

    private static final String CATEGORY = "userTask_reviewClassification";

    /** Whether an approval says that the desk got the category right. */
    public boolean isAboutTheCategory() {
        return task.equals(CATEGORY);
    }
}
