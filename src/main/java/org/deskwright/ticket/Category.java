package org.deskwright.ticket;

/**
 * A kind of request. The id is stable; name, description and the usual impact and urgency are the company's to edit.
 */
public record Category(String id, String name, String description, Level impact, Level urgency) {
}
