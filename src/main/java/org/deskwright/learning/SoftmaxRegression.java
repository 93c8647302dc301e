package org.deskwright.learning;

import java.util.stream.IntStream;

/**
 * Multinomial logistic regression, L2-regularised, of dense rows.
 *
 * @param columns how many a row has
 * @param weights for each category those of the columns, then its bias
 */
record SoftmaxRegression(int columns, double[] weights) {

    /** Rows summed up together, always the same ones: so the sum does not depend on how many cores there are. */
    private static final int CHUNK = 2_000;

    SoftmaxRegression {
        if (weights.length % (columns + 1) != 0) {
            throw new IllegalArgumentException("the weights do not fit the columns");
        }
    }

    /** @param cost of a mistake; the smaller, the nearer to zero the weights */
    static SoftmaxRegression fit(double[][] rows, int[] truths, int width, double cost) {
        int columns = rows[0].length;
        int chunks = (rows.length + CHUNK - 1) / CHUNK;
        double decay = 1 / (cost * rows.length);
        double[] weights = Minimizer.minimum(width * (columns + 1), (point, gradient) -> {
            SoftmaxRegression now = new SoftmaxRegression(columns, point);
            double[][] slopes = new double[chunks][point.length];
            double[] losses = new double[chunks];
            IntStream.range(0, chunks).parallel().forEach(chunk -> losses[chunk] = now.loss(rows, truths, chunk, slopes[chunk]));
            double loss = 0;
            for (double part : losses) {
                loss += part / rows.length;
            }
            for (int i = 0; i < point.length; i++) {
                boolean isBias = i % (columns + 1) == columns;
                double sum = 0;
                for (double[] slope : slopes) {
                    sum += slope[i];
                }
                gradient[i] = sum / rows.length + (isBias ? 0 : decay * point[i]);
                loss += isBias ? 0 : 0.5 * decay * point[i] * point[i];
            }
            return loss;
        });
        return new SoftmaxRegression(columns, weights);
    }

    double[] scores(double[] row) {
        double[] scores = new double[weights.length / (columns + 1)];
        for (int category = 0, at = 0; category < scores.length; category++, at += columns + 1) {
            double score = weights[at + columns];
            for (int i = 0; i < columns; i++) {
                score += weights[at + i] * row[i];
            }
            scores[category] = score;
        }
        return scores;
    }

    private double loss(double[][] rows, int[] truths, int chunk, double[] slope) {
        double loss = 0;
        for (int row = chunk * CHUNK; row < Math.min(rows.length, (chunk + 1) * CHUNK); row++) {
            double[] shares = Softmax.probabilities(scores(rows[row]), 1);
            loss -= Math.log(Math.max(Double.MIN_NORMAL, shares[truths[row]]));
            for (int category = 0, at = 0; category < shares.length; category++, at += columns + 1) {
                double error = shares[category] - (category == truths[row] ? 1 : 0);
                for (int i = 0; i < columns; i++) {
                    slope[at + i] += error * rows[row][i];
                }
                slope[at + columns] += error;
            }
        }
        return loss;
    }
}
