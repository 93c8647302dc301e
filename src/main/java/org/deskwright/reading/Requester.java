package org.deskwright.reading;

/**
 * Whose own name is nobody else's; empty where it is not known.
 */
public record Requester(String login, String name, String mail) {

    public static final Requester UNKNOWN = new Requester("", "", "");
}
