package org.deskwright.review;

/** This person may not decide this, or has not said what is needed; the message is for them. */
public class VerdictRefused extends RuntimeException {

    public VerdictRefused(String message) {
        super(message);
    }
}
