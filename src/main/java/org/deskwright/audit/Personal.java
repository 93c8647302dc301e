package org.deskwright.audit;

/**
 * A value in an entry that says something about a person. The record keeps it so that it can be forgotten: a login as a
 * pseudonym, a text encrypted with the key of the person whom the entry's ticket is about.
 */
public sealed interface Personal {

    static Personal login(String login) {
        return new Login(login);
    }

    /** Words that somebody wrote, or that were put together from such. */
    static Personal text(String text) {
        return new Text(text == null ? "" : text);
    }

    record Login(String login) implements Personal {
    }

    record Text(String text) implements Personal {
    }
}
