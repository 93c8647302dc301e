package org.deskwright.reading;

/** One question to a requester, about what their request has to say first. */
public record Question(String id, String text) {
}
