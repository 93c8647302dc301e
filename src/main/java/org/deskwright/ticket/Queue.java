package org.deskwright.ticket;

/** A pile of work and the directory group whose people work it. */
public record Queue(String id, String name, String group) {
}
