package org.deskwright.ticket;

/** Nobody waits for what the requester says: there is nothing to confirm yet or any more, or nothing left to withdraw. */
public class NotAwaited extends RuntimeException {

    private NotAwaited(String message) {
        super(message);
    }

    public static NotAwaited before(String number) {
        return new NotAwaited("%s is not resolved, so there is nothing to confirm. Please send a reply instead.".formatted(number));
    }

    public static NotAwaited resolved(String number) {
        return new NotAwaited("%s is resolved, so there is nothing to withdraw. Please confirm it, or say that it is not solved.".formatted(number));
    }

    public static NotAwaited after(String number) {
        return new NotAwaited("Whether %s is solved was answered already. Please look at it again.".formatted(number));
    }
}
