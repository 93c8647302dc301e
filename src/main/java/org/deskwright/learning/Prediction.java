package org.deskwright.learning;

import java.util.List;

/**
 * What a model makes of one text.
 *
 * @param category      the most probable one
 * @param confidence    calibrated probability that it is right
 * @param raw           the same before calibration
 * @param isKnown       whether anything in the text is known; if not, the category is but the most frequent one
 * @param probabilities of all categories, in the order of the model's
 */
public record Prediction(String category, double confidence, double raw, boolean isKnown, List<Double> probabilities) {

    public Prediction {
        probabilities = List.copyOf(probabilities);
    }
}
