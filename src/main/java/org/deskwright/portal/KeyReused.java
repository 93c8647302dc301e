package org.deskwright.portal;

/** An idempotency key came a second time, with another request. */
class KeyReused extends RuntimeException {

    KeyReused(String number) {
        super("This Idempotency-Key was used for %s, with another subject or body. Use a new key for a new request".formatted(number));
    }
}
