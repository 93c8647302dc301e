package org.deskwright.connector.mail;

/** The mail server could not be reached, or broke off; nothing was lost, it is tried again. */
final class MailUnavailable extends RuntimeException {

    MailUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
