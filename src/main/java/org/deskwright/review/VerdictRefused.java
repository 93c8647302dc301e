package org.deskwright.review;

/** What a person decided cannot be taken as it is; the message is for them and says what is missing. */
public class VerdictRefused extends RuntimeException {

    public VerdictRefused(String message) {
        super(message);
    }
}
