package org.deskwright.learning;

/**
 * A request of the past and what it turned out to be about.
 *
 * @param template the idea or wording behind it; rows that share one are never both learned from and tested on
 * @param language ISO 639-1
 */
public record PastTicket(String template, String language, String category, String subject, String body) {
}
