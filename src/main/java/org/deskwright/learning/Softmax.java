package org.deskwright.learning;

import java.util.List;

/** Probabilities from margins. */
final class Softmax {

    private static final double COLDEST = 0.02;
    private static final double HOTTEST = 20;
    private static final int ROUNDS = 40;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

    private Softmax() {
    }

    static double highest(double[] scores, double temperature) {
        double best = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            best = Math.max(best, score);
        }
        return probability(scores, best, temperature);
    }

    private static double probability(double[] scores, double score, double temperature) {
        double sum = 0;
        for (double other : scores) {
            sum += Math.exp((other - score) / temperature);
        }
        return 1 / sum;
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

    private static double loss(List<Outcome> outcomes, double temperature) {
        double loss = 0;
        for (Outcome outcome : outcomes) {
            loss -= Math.log(Math.max(1e-12, probability(outcome.scores(), outcome.scores()[outcome.truth()], temperature)));
        }
        return loss;
    }
}
