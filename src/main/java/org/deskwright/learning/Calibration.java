package org.deskwright.learning;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns scores into the probability that the best category is the right one. First softmax with a temperature (Guo et al.
 * 2017, "On Calibration of Modern Neural Networks") or per category, then, if there are steps, isotonic regression: by the
 * steps of its category where that has enough cases, by those of all elsewhere.
 *
 * @param evidence   {@code null} if the temperature alone tells
 * @param steps      isotonic step functions from probability to probability, by category, and last those of all; none, or empty ones
 */
record Calibration(double temperature, Evidence evidence, List<Isotonic> steps) {

    /** What a text that names nothing a desk deals with can reach at most: that is medium. */
    static final double UNSPECIFIC_CEILING = 0.5;

    /** Proposals of a category from which on it has steps of its own. */
    private static final int ENOUGH = 200;

    /** What there is to choose from. */
    enum Method {
        TEMPERATURE(false, false), TEMPERATURE_ISOTONIC(false, true), PER_CATEGORY(true, false), PER_CATEGORY_ISOTONIC(true, true);

        private final boolean hasEvidence;
        private final boolean hasSteps;

        Method(boolean hasEvidence, boolean hasSteps) {
            this.hasEvidence = hasEvidence;
            this.hasSteps = hasSteps;
        }

        /** @param perCategory fitted to the same outcomes: what the methods have in common */
        Calibration fit(List<Outcome> outcomes, Calibration perCategory) {
            Calibration plain = new Calibration(perCategory.temperature, hasEvidence ? perCategory.evidence : null, List.of());
            return hasSteps ? new Calibration(plain.temperature, plain.evidence, plain.fittedSteps(outcomes)) : plain;
        }
    }

    Calibration {
        if (!(temperature > 0 && Double.isFinite(temperature))) {
            throw new IllegalArgumentException("a temperature is positive, but this one is " + temperature);
        }
        steps = List.copyOf(steps);
    }

    double confidence(double[] scores, boolean isSpecific) {
        double confidence = stepped(before(scores), Outcome.best(scores));
        return isSpecific ? confidence : Math.min(confidence, UNSPECIFIC_CEILING);
    }

    private double before(double[] scores) {
        return evidence == null ? Softmax.highest(scores, temperature) : evidence.confidence(scores, temperature);
    }

    private double stepped(double confidence, int category) {
        if (steps.isEmpty()) {
            return confidence;
        }
        Isotonic own = steps.get(category);
        return (own.isEmpty() ? steps.get(steps.size() - 1) : own).apply(confidence);
    }

    private List<Isotonic> fittedSteps(List<Outcome> outcomes) {
        int width = outcomes.get(0).scores().length;
        return IntStream.rangeClosed(0, width).mapToObj(category -> {
            List<Outcome> of = outcomes.stream().filter(outcome -> category == width || outcome.proposed() == category).toList();
            return category < width && of.size() < ENOUGH ? Isotonic.NONE : Isotonic.fit(
                    of.stream().mapToDouble(outcome -> before(outcome.scores())).toArray(), of.stream().map(Outcome::isRight).toList());
        }).toList();
    }

    String method() {
        return (evidence == null ? "temperature" : "temperature, per category") + (steps.isEmpty() ? "" : ", isotonic");
    }

    /** By temperature and evidence, which all methods take what they need of. */
    static Calibration perCategory(List<Outcome> outcomes) {
        double temperature = Softmax.temperature(outcomes);
        return new Calibration(temperature, Evidence.fit(outcomes, temperature), List.of());
    }
}
