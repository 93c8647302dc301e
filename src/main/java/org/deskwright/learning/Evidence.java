package org.deskwright.learning;

import java.util.Arrays;
import java.util.List;

/**
 * How likely the best category is the right one, by how far it is ahead of all others and of the second, with a level
 * and a slope for each category (Platt 1999). What a category has too few cases to tell, it takes from all.
 */
record Evidence(Scaling scaling, SoftmaxRegression regression) {

    private static final double COST = 0.1;

    static Evidence fit(List<Outcome> outcomes, double temperature) {
        double[][] rows = outcomes.stream().map(outcome -> row(outcome.scores(), temperature)).toArray(double[][]::new);
        Scaling scaling = Scaling.of(rows);
        int[] hits = outcomes.stream().mapToInt(outcome -> outcome.isRight() ? 1 : 0).toArray();
        return new Evidence(scaling, SoftmaxRegression.fit(
                Arrays.stream(rows).map(scaling::apply).toArray(double[][]::new), hits, 2, COST));
    }

    double confidence(double[] scores, double temperature) {
        return Softmax.probabilities(regression.scores(scaling.apply(row(scores, temperature))), 1)[1];
    }

    static int columns(int width) {
        return 2 + 2 * width;
    }

    private static double[] row(double[] scores, double temperature) {
        int best = Outcome.best(scores);
        double[] probabilities = Softmax.probabilities(scores, temperature);
        double second = 0;
        for (int i = 0; i < probabilities.length; i++) {
            second = i == best ? second : Math.max(second, probabilities[i]);
        }
        double others = Math.max(1e-12, 1 - probabilities[best]);
        double ahead = Math.log(probabilities[best] / others);
        double[] row = new double[columns(scores.length)];
        row[0] = ahead;
        row[1] = Math.log(probabilities[best] / Math.max(1e-12, second));
        row[2 + best] = 1;
        row[2 + scores.length + best] = ahead;
        return row;
    }
}
