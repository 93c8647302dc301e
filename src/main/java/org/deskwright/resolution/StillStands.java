package org.deskwright.resolution;

/** Somebody says that they took something back, and the target shows that it is as it was; the message is for them. */
public class StillStands extends RuntimeException {

    StillStands(String message) {
        super(message);
    }
}
