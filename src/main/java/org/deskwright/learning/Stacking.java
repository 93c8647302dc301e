package org.deskwright.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses how one answer is made of all views, by how well it does on rows it was not fitted to.
 *
 * @param outcomes every row, by views and by a stack that had not seen it
 */
record Stacking(Stack stack, List<Outcome> outcomes) {

    /** Multiplications in one step of the regression; with more of them it would take longer than all else. */
    private static final double MOST_WORK = 5e8;

    static Stacking of(double[][] margins, int[] truths, int width, Folds folds, boolean[] specific) {
        Fitting mean = rows -> Stack.mean(at(rows, margins), width);
        Fitting regression = rows -> Stack.regression(at(rows, margins), Arrays.stream(rows).map(row -> truths[row]).toArray(), width);
        List<Outcome> byMean = outcomes(mean, margins, truths, folds, specific);
        int[] all = IntStream.range(0, truths.length).toArray();
        if (2.0 * margins[0].length * width * truths.length > MOST_WORK) {
            return new Stacking(mean.fit(all), byMean);
        }
        List<Outcome> byRegression = outcomes(regression, margins, truths, folds, specific);
        return loss(byRegression) < loss(byMean) ? new Stacking(regression.fit(all), byRegression) : new Stacking(mean.fit(all), byMean);
    }

    private interface Fitting {

        Stack fit(int[] rows);
    }

    private static List<Outcome> outcomes(Fitting fitting, double[][] margins, int[] truths, Folds folds, boolean[] specific) {
        Outcome[] outcomes = new Outcome[truths.length];
        folds.used().parallelStream().forEach(fold -> {
            Stack stack = fitting.fit(folds.without(fold));
            for (int row : folds.within(fold)) {
                outcomes[row] = new Outcome(fold, stack.scores(margins[row]), truths[row], specific[row]);
            }
        });
        return List.of(outcomes);
    }

    private static double loss(List<Outcome> outcomes) {
        return Softmax.loss(outcomes, Softmax.temperature(outcomes));
    }

    private static double[][] at(int[] rows, double[][] margins) {
        return Arrays.stream(rows).mapToObj(row -> margins[row]).toArray(double[][]::new);
    }
}
