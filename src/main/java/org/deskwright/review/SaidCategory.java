package org.deskwright.review;

/**
 * What a ticket is about, as a person said at one of its tasks.
 *
 * @param login who said so
 */
public record SaidCategory(String category, String login) {
}
