package org.deskwright.review;

/** Something else happened to a task while a person dealt with it; nothing of what they did is kept. The message is for them. */
public class Overtaken extends VerdictRefused {

    public Overtaken(String message) {
        super(message);
    }
}
