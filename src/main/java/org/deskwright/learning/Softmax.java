package org.deskwright.learning;

import java.util.List;

/** Probabilities from scores. */
final class Softmax {

    private static final double COLDEST = 0.02;
    private static final double HOTTEST = 20;
    private static final int ROUNDS = 24;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private Softmax() {
    }

    static double[] probabilities(double[] scores, double temperature) {
        double best = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            best = Math.max(best, score);
        }
        double[] probabilities = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = Math.exp((scores[i] - best) / temperature);
            sum += probabilities[i];
        }
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] /= sum;
        }
        return probabilities;
    }

    static double highest(double[] scores, double temperature) {
        double highest = 0;
        for (double probability : probabilities(scores, temperature)) {
            highest = Math.max(highest, probability);
        }
        return highest;
    }

    /** The temperature with the smallest log loss over all categories: golden section search, which is exact enough here. */
    static double temperature(List<Outcome> outcomes) {
        double low = Math.log(COLDEST);
        double high = Math.log(HOTTEST);
        for (int round = 0; round < ROUNDS; round++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (loss(outcomes, Math.exp(left)) < loss(outcomes, Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return Math.exp((low + high) / 2);
    }

    /** Mean negative logarithm of the probability of what was right. */
    static double loss(List<Outcome> outcomes, double temperature) {
        double loss = 0;
        for (Outcome outcome : outcomes) {
            loss -= Math.log(Math.max(1e-12, probabilities(outcome.scores(), temperature)[outcome.truth()]));
        }
        return loss / outcomes.size();
    }
}
