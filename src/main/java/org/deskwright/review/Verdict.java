package org.deskwright.review;

import java.util.Map;
import java.util.UUID;

/**
 * What a person decided at a task.
 *
 * @param decidedBy login of who was signed in
 * @param text      reason, resolution, question or note; {@code null} if the outcome needs none
 * @param changed   what the person put in the place of the desk's proposal, by name; empty if nothing
 * @param form      in force as they decided; {@code null} if none is shown there
 */
public record Verdict(UUID id, String taskId, Outcome outcome, String decidedBy, String text, Map<String, String> changed, ShownForm form) {
}
