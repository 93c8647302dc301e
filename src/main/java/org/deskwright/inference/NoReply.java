package org.deskwright.inference;

import java.util.EnumSet;
import java.util.Set;

/** A model gave no answer that counts: the next performer does the work. The message says why, without anything of the text. */
public final class NoReply extends Exception {

    /** What the record, the costs and the metrics call it. */
    public enum Reason {
        REFUSED, RATE_LIMITED, UNAVAILABLE, TIMED_OUT, TOO_LARGE, MALFORMED, MISCONFIGURED, UNUSABLE, NO_BUDGET, OFF, NAMES_UNKNOWN
    }

    private static final Set<Reason> BROKEN = EnumSet.of(Reason.UNUSABLE, Reason.MALFORMED, Reason.TOO_LARGE);

    private final transient Reason reason;

    NoReply(Reason reason, String why) {
        super(why);
        this.reason = reason;
    }

    /** Nobody could say whose names have to stay on this machine, so nothing leaves it. */
    public static NoReply namesUnknown() {
        return new NoReply(Reason.NAMES_UNKNOWN, "No model is asked: the directory did not say whom the text names");
    }

    static NoReply of(ModelFailure failure) {
        Reason reason = failure instanceof ModelFailure.Refused ? Reason.REFUSED
                : failure instanceof ModelFailure.RateLimited ? Reason.RATE_LIMITED
                : failure instanceof ModelFailure.Unavailable ? Reason.UNAVAILABLE
                : failure instanceof ModelFailure.TimedOut ? Reason.TIMED_OUT
                : failure instanceof ModelFailure.TooLarge ? Reason.TOO_LARGE
                : failure instanceof ModelFailure.Malformed ? Reason.MALFORMED : Reason.MISCONFIGURED;
        return new NoReply(reason, failure.getMessage());
    }

    /** Whether something came that is not what was asked for. That nothing came says nothing against anybody. */
    public boolean isBroken() {
        return BROKEN.contains(reason);
    }

    public Reason reason() {
        return reason;
    }
}
