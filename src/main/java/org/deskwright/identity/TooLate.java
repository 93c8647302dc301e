package org.deskwright.identity;

/** An attempt took so long that others may have decided what becomes of its action: nothing was changed. */
public class TooLate extends RuntimeException {

    public TooLate(String message) {
        super(message);
    }
}
