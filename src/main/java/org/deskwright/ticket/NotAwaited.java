package org.deskwright.ticket;

/** Nobody waits for a confirmation of this ticket: it is not resolved yet, or it was answered before. */
public class NotAwaited extends RuntimeException {

    private NotAwaited(String message) {
        super(message);
    }

    public static NotAwaited before(String number) {
        return new NotAwaited("%s is not resolved, so there is nothing to confirm. Please send a reply instead.".formatted(number));
    }

    public static NotAwaited after(String number) {
        return new NotAwaited("Whether %s is solved was answered already. Please look at it again.".formatted(number));
    }
}
