package org.deskwright.inference;

import java.util.Set;

/**
 * How sure a model is of an answer, and whether outcomes have shown what that is worth. It can be lowered, and never raised.
 *
 * @param value      probability in [0, 1]
 * @param raw        what the model itself said, in [0, 1]
 * @param calibrated whether {@code value} rests on outcomes; if not, nobody may act on it
 * @param n          outcomes it rests on; 0 if none
 * @param method     how {@code value} came from {@code raw}, or {@code null}
 * @param basis      how the model said it
 */
public record Certainty(double value, double raw, boolean calibrated, int n, String method, Basis basis) {

    /** What is left of a certainty at each thing that speaks against it. */
    private static final double LEFT = 0.5;

    /** Where a model's own number comes from. */
    public enum Basis {
        /** The probabilities of the words that it chose. */
        TOKENS,
        /** A number that it wrote, like everything else it writes. */
        CLAIM
    }

    /** What speaks against an answer. */
    public enum Doubt {
        REPAIRED, TWO_INTENTS, INJECTION, OTHER_PERSON
    }

    public Certainty {
        if (!(value >= 0 && value <= 1 && raw >= 0 && raw <= 1)) {
            throw new IllegalArgumentException("A certainty lies between 0 and 1");
        }
    }

    static Certainty uncalibrated(double said, Basis basis) {
        return new Certainty(said, said, false, 0, null, basis);
    }

    /** With a doubt no outcome speaks for it any more: those were outcomes of answers without one. */
    public Certainty lowered(Set<Doubt> doubts) {
        return doubts.isEmpty() ? this : new Certainty(value * Math.pow(LEFT, doubts.size()), raw, false, 0, null, basis);
    }
}
