package org.deskwright.portal;

/** A field of a request is not valid; the message says what it should be. */
class InvalidField extends RuntimeException {

    private final String field;

    InvalidField(String field, String message) {
        super(message);
        this.field = field;
    }

    String field() {
        return field;
    }
}
