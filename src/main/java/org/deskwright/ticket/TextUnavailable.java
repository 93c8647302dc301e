package org.deskwright.ticket;

/** Words cannot be fetched from where they lie at the moment; nothing is lost, it is to be tried again. */
public class TextUnavailable extends RuntimeException {

    public TextUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
