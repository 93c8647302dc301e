package org.deskwright.audit;

import java.util.Locale;

/**
 * A value in an entry that says something about a person. The record keeps it so that it can be forgotten: a login as a
 * pseudonym, a text encrypted with the key of the person whom it is about, or only its fingerprint under that key. Where
 * nobody else is named, that is the person whom the entry's ticket is about.
 */
public sealed interface Personal {

    static Personal login(String login) {
        return new Login(login);
    }

    /** Words that somebody wrote, or that were put together from such. */
    static Personal text(String text) {
        return textOf(null, text);
    }

    /**
     * Words that are one certain person's, whoever the ticket is about.
     *
     * @param whose login, or a mail address of somebody of whom nothing else is known
     */
    static Personal textOf(String whose, String text) {
        return new Text(whose == null ? null : name(whose), text == null ? "" : text);
    }

    /** Words that the record need not hold, but by which it can be shown later that they were these. */
    static Personal print(String text) {
        return printOf(null, text);
    }

    /** @param whose as with {@link #textOf} */
    static Personal printOf(String whose, String text) {
        return new Print(whose == null ? null : name(whose), text);
    }

    /** How somebody is called in the record: addresses mean the same in whatever case they are written. */
    static String name(String loginOrAddress) {
        return loginOrAddress.indexOf('@') < 0 ? loginOrAddress : loginOrAddress.toLowerCase(Locale.ROOT);
    }

    record Login(String login) implements Personal {
    }

    /** @param whose {@code null} for whomever the ticket is about */
    record Text(String whose, String text) implements Personal {
    }

    /** @param whose {@code null} for whomever the ticket is about */
    record Print(String whose, String text) implements Personal {
    }
}
