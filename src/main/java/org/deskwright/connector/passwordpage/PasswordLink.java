package org.deskwright.connector.passwordpage;

import java.time.Instant;
import java.util.UUID;

/** A link that was issued, and what became of it. */
record PasswordLink(UUID actionId, String login, Instant expiresAt, boolean mailed, boolean used, boolean cancelled) {

    /** Whoever used a link has read its mail, even if we died before we could note that it left. */
    boolean arrived() {
        return mailed || used;
    }

    LinkState state(Instant now) {
        if (used) {
            return LinkState.USED;
        }
        if (cancelled) {
            return LinkState.CANCELLED;
        }
        return now.isBefore(expiresAt) ? LinkState.OPEN : LinkState.EXPIRED;
    }
}
