package org.deskwright.correspondence;

/**
 * Hands one mail to a mail server. Throws if the server did not take it; it is tried again with the same Message-ID, unless it
 * is {@link Undeliverable}. After that and after {@link MailServerAway} it has certainly not left; after anything else nobody knows.
 */
public interface MailTransport {

    void send(OutgoingMail mail);
}
