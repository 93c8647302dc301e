package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class SoftmaxRegressionTest {

    @Test
    void itFindsTheWeightsThatTheDataCameFrom() {
        Random random = new Random(11);
        double[][] rows = IntStream.range(0, 20_000).mapToObj(i -> new double[] {random.nextGaussian(), random.nextGaussian()}).toArray(double[][]::new);
        int[] truths = Arrays.stream(rows).mapToInt(row -> random.nextDouble() < 1 / (1 + Math.exp(-(1.5 * row[0] - 0.7 * row[1] + 0.4))) ? 1 : 0).toArray();
        SoftmaxRegression found = SoftmaxRegression.fit(rows, truths, 2, 100);
        assertThat(found.weights()[3] - found.weights()[0]).isCloseTo(1.5, within(0.1));
        assertThat(found.weights()[4] - found.weights()[1]).isCloseTo(-0.7, within(0.1));
        assertThat(found.weights()[5] - found.weights()[2]).isCloseTo(0.4, within(0.1));
    }

    @Test
    void theLessAMistakeCostsTheSmallerTheWeights() {
        double[][] rows = {{1}, {2}, {-1}, {-2}};
        int[] truths = {1, 1, 0, 0};
        double dear = SoftmaxRegression.fit(rows, truths, 2, 100).weights()[2];
        double cheap = SoftmaxRegression.fit(rows, truths, 2, 0.01).weights()[2];
        assertThat(dear).isGreaterThan(2);
        assertThat(cheap).isBetween(0.0, 0.1);
    }

    /** Rosenbrock's valley is bent, so it takes the memory of earlier steps. */
    @Test
    void theMinimizerFindsTheGroundOfABentValley() {
        double[] lowest = Minimizer.minimum(2, (point, gradient) -> {
            double along = 1 - point[0];
            double across = point[1] - point[0] * point[0];
            gradient[0] = -2 * along - 40 * point[0] * across;
            gradient[1] = 20 * across;
            return along * along + 10 * across * across;
        });
        assertThat(lowest).containsExactly(new double[] {1, 1}, within(1e-3));
    }
}
