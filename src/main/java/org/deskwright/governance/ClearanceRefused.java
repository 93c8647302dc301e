package org.deskwright.governance;

/** There is no valid clearance for this action: none was minted, or it is used, expired, or for something else. */
public class ClearanceRefused extends RuntimeException {

    public ClearanceRefused(String message) {
        super(message);
    }
}
