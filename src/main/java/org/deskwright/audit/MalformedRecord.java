package org.deskwright.audit;

/** Something that claims to be part of the record cannot be read; the message says what and why. */
public class MalformedRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedRecord(String message) {
        super(message);
    }

    MalformedRecord(String message, Throwable cause) {
        super(message, cause);
    }
}
