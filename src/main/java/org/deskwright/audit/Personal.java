package org.deskwright.audit;

/**
 * A value in an entry that says something about a person. The record keeps it so that it can be forgotten: a login as a
 * pseudonym, a text encrypted with the key of the person whom the entry's ticket is
 * about, or only its fingerprint under that key.
 */
public sealed interface Personal {

    static Personal login(String login) {
        return new Login(login);
    }

    /** Words that somebody wrote, or that were put together from such. */
    static Personal text(String text) {
        return new Text(text == null ? "" : text);
    }

    /** Words that the record need not hold, but by which it can be shown later that they were these. */
    static Personal print(String text) {
        return new Print(text);
    }

    record Login(String login) implements Personal {
    }

    record Text(String text) implements Personal {
    }

    record Print(String text) implements Personal {
    }
}
