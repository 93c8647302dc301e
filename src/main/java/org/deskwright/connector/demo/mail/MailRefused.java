package org.deskwright.connector.demo.mail;

/** A mail is not taken; the message is the SMTP reply that says so. */
final class MailRefused extends Exception {

    MailRefused(String reply) {
        super(reply, null, false, false);
    }
}
