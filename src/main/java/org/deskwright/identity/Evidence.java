package org.deskwright.identity;

/** What speaks for a request coming from the person it says. The first two show the sender, the others a second channel. */
public enum Evidence {
    SIGNED_IN_SESSION(true), MAIL_DMARC_PASS(true), ONE_TIME_CODE(false);

    private final boolean ofSender;

    Evidence(boolean ofSender) {
        this.ofSender = ofSender;
    }

    boolean isOfSender() {
        return ofSender;
    }
}
