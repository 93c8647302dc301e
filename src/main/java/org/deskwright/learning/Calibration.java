package org.deskwright.learning;

import java.util.List;
import java.util.stream.Stream;

/**
 * Turns margins into the probability that the best category is the right one. First softmax with a temperature (Guo et
 * al. 2017, "On Calibration of Modern Neural Networks"), then, if there are steps, isotonic regression.
 *
 * @param temperature divides the margins
 * @param steps       isotonic step function from probability to probability; empty for none
 */
record Calibration(double temperature, Isotonic steps) {

    /** What a text that names nothing a desk deals with can reach at most: that is medium. */
    static final double UNSPECIFIC_CEILING = 0.5;

    Calibration {
        if (!(temperature > 0 && Double.isFinite(temperature))) {
            throw new IllegalArgumentException("A temperature is positive, but this one is " + temperature);
        }
    }

    double confidence(double[] scores, boolean isSpecific) {
        double best = Softmax.highest(scores, temperature);
        double confidence = steps.isEmpty() ? best : steps.apply(best);
        return isSpecific ? confidence : Math.min(confidence, UNSPECIFIC_CEILING);
    }

    double confidence(Outcome outcome) {
        return confidence(outcome.scores(), outcome.isSpecific());
    }

    String method() {
        return steps.isEmpty() ? "temperature" : "temperature, isotonic";
    }

    static Calibration temperature(List<Outcome> outcomes) {
        return new Calibration(Softmax.temperature(outcomes), Isotonic.NONE);
    }

    static Calibration isotonic(List<Outcome> outcomes) {
        double temperature = Softmax.temperature(outcomes);
        return new Calibration(temperature, Isotonic.fit(
                outcomes.stream().mapToDouble(outcome -> Softmax.highest(outcome.scores(), temperature)).toArray(),
                outcomes.stream().map(Outcome::isRight).toList()));
    }

    /** The method whose cross-fitted confidences have the smaller log loss, fitted to all outcomes. */
    static Calibration best(List<Outcome> outcomes) {
        double temperature = Quality.logLoss(crossFitted(outcomes, false), outcomes);
        double isotonic = Quality.logLoss(crossFitted(outcomes, true), outcomes);
        return isotonic < temperature ? isotonic(outcomes) : temperature(outcomes);
    }

    /** Confidences of tickets that neither the model nor the calibration had seen: fitted on the other folds. */
    static double[] crossFitted(List<Outcome> outcomes, boolean isIsotonic) {
        double[] confidences = new double[outcomes.size()];
        for (int fold = 0; fold < HeldOut.FOLDS; fold++) {
            int current = fold;
            Stream<Outcome> others = outcomes.stream().filter(outcome -> outcome.fold() != current);
            Calibration calibration = isIsotonic ? isotonic(others.toList()) : temperature(others.toList());
            for (int i = 0; i < confidences.length; i++) {
                if (outcomes.get(i).fold() == fold) {
                    confidences[i] = calibration.confidence(outcomes.get(i));
                }
            }
        }
        return confidences;
    }
}
