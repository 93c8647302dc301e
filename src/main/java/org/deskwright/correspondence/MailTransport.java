package org.deskwright.correspondence;

/**
 * Hands one mail to a mail server. Throws if the server did not take it; it is tried again with the same Message-ID, unless it
 * is {@link Undeliverable}.
 */
public interface MailTransport {

    void send(OutgoingMail mail);
}
