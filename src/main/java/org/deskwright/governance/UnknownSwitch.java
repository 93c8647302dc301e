package org.deskwright.governance;

/** There is nothing of this name to stop, resume or raise; the message names it and what there is. */
public class UnknownSwitch extends RuntimeException {

    UnknownSwitch(String message) {
        super(message);
    }
}
