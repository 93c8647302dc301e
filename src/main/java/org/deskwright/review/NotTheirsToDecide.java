package org.deskwright.review;

/** This person may not decide this, whatever they answer; the message is for them. */
public class NotTheirsToDecide extends VerdictRefused {

    public NotTheirsToDecide(String message) {
        super(message);
    }
}
