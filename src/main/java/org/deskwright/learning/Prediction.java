package org.deskwright.learning;

/**
 * What a model makes of one text.
 *
 * @param category   the most probable one; of a text in which nothing is known, none: {@code null}
 * @param confidence calibrated probability that it is right
 * @param raw        the same before calibration
 */
public record Prediction(String category, double confidence, double raw) {

    /** What is said of a text in which nothing is known: about what guessing would achieve. */
    private static final Prediction NOTHING_KNOWN = new Prediction(null, 0.05, 0.05);

    static Prediction nothingKnown() {
        return NOTHING_KNOWN;
    }

    public boolean isNothingKnown() {
        return category == null;
    }
}
