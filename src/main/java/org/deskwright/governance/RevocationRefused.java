package org.deskwright.governance;

/** An action is not taken back: not for this person, or because there is nothing to take back. The message is for people. */
public class RevocationRefused extends RuntimeException {

    private final Why why;

    /** What kind of refusal it is. */
    public enum Why { NOT_ENTITLED, NOTHING_TO_TAKE_BACK, NO_REASON }

    public RevocationRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    public Why why() {
        return why;
    }
}
