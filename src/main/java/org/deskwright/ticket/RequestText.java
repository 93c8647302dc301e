package org.deskwright.ticket;

/** What somebody asked for, in their words. */
public record RequestText(String subject, String body) {

    /** Both as one text. */
    public String whole() {
        return subject + "\n" + body;
    }
}
