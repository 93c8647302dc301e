package org.deskwright.correspondence;

/** A mail or its address is refused for good: another attempt would be refused as well (RFC 5321 section 4.2.1, 5yz). */
public class Undeliverable extends RuntimeException {

    public Undeliverable(String message, Throwable cause) {
        super(message, cause);
    }
}
