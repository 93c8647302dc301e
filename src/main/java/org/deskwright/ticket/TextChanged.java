package org.deskwright.ticket;

/** Somebody changed what was kept of words: nobody reads them unless it is put back as it was. */
public class TextChanged extends TextUnavailable {

    public TextChanged(String message, Throwable cause) {
        super(message, cause);
    }
}
