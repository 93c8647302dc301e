package org.deskwright.faultrun;

import java.time.Instant;

/**
 * A change that a target system was told to make, and made or found made already.
 *
 * @param kind   {@code added} or {@code removed} for a membership, {@code mailed} for a reset link
 * @param what   {@code login/group}, or the id of the action that the mail carries
 * @param answer the target's own word for how it went
 */
record Effect(Instant at, String kind, String what, String answer) {

    static final String ADDED = "added";
    static final String REMOVED = "removed";
    static final String MAILED = "mailed";
    static final String SUCCESS = "success";

    static Effect of(String kind, String what, String answer) {
        return new Effect(Instant.now(), kind, what, answer);
    }

    String key() {
        return kind + " " + what;
    }

    boolean happened() {
        return answer.equals(SUCCESS);
    }
}
