package org.deskwright.learning;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Makes one score for each category out of the margins of all learners (Wolpert 1992, "Stacked generalization"): by a
 * logistic regression over the standardised margins and their squares, or, with too few rows for that, by their mean.
 *
 * @param regression {@code null} for the mean
 */
record Stack(int width, Scaling margins, Scaling squares, SoftmaxRegression regression) {

    static final double COST = 0.03;

    static Stack mean(double[][] rows, int width) {
        return new Stack(width, Scaling.of(rows), null, null);
    }

    static Stack regression(double[][] rows, int[] truths, int width) {
        Scaling margins = Scaling.of(rows);
        double[][] scaled = Arrays.stream(rows).map(margins::apply).toArray(double[][]::new);
        Scaling squares = Scaling.of(Arrays.stream(scaled).map(Stack::squared).toArray(double[][]::new));
        double[][] columns = Arrays.stream(scaled).map(row -> both(row, squares)).toArray(double[][]::new);
        return new Stack(width, margins, squares, SoftmaxRegression.fit(columns, truths, width, COST));
    }

    double[] scores(double[] row) {
        double[] scaled = margins.apply(row);
        if (regression != null) {
            return regression.scores(both(scaled, squares));
        }
        double[] means = new double[width];
        IntStream.range(0, scaled.length).forEach(i -> means[i % width] += scaled[i] * width / scaled.length);
        return means;
    }

    String method() {
        return regression == null ? "mean of the views" : "logistic regression over the views";
    }

    private static double[] squared(double[] row) {
        return Arrays.stream(row).map(value -> value * value).toArray();
    }

    private static double[] both(double[] scaled, Scaling squares) {
        double[] columns = Arrays.copyOf(scaled, 2 * scaled.length);
        System.arraycopy(squares.apply(squared(scaled)), 0, columns, scaled.length, scaled.length);
        return columns;
    }
}
