package org.deskwright.correspondence;

/** No connection to the mail server: nothing of the mail has left, and another attempt may succeed. */
public class MailServerAway extends RuntimeException {

    public MailServerAway(String message, Throwable cause) {
        super(message, cause);
    }
}
