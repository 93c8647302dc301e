package org.deskwright.connector.passwordpage;

import org.springframework.http.HttpStatus;

/** Whether a link opens the page, and what its holder reads if not. The sentences never say whose link it is. */
enum LinkState {
    OPEN(HttpStatus.OK, null),
    USED(HttpStatus.GONE, "This link has been used. Each link works once."),
    EXPIRED(HttpStatus.GONE, "This link is too old. Links work for 30 minutes."),
    CANCELLED(HttpStatus.GONE, "This link was withdrawn."),
    UNKNOWN(HttpStatus.NOT_FOUND,
            "We do not know this link. It may have been cut off, or a newer mail has replaced it.");

    private final HttpStatus status;
    private final String sentence;

    LinkState(HttpStatus status, String sentence) {
        this.status = status;
        this.sentence = sentence;
    }

    HttpStatus status() {
        return status;
    }

    String sentence() {
        return sentence;
    }
}
