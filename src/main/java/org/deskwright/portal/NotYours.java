package org.deskwright.portal;

/** Somebody asks for a ticket that is not theirs. */
class NotYours extends RuntimeException {

    NotYours(String message) {
        super(message);
    }
}
