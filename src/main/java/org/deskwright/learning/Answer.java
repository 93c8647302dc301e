package org.deskwright.learning;

/**
 * What a model says of one ticket that it has not learned from.
 *
 * @param confidence calibrated probability that the category is right
 */
record Answer(String category, double confidence) {

    private static final double SMALLEST = 1e-12;

    static Answer of(Prediction prediction) {
        return new Answer(prediction.category(), prediction.confidence());
    }

    /** As {@link Quality#logLoss} counts it. */
    double loss(String truth) {
        return -Math.log(Math.max(SMALLEST, category.equals(truth) ? confidence : 1 - confidence));
    }
}
