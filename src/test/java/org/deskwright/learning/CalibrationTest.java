package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class CalibrationTest {

    /** Twice as sure as it may be: the margins are doubled. */
    private final List<Outcome> overconfident = outcomes(4_000, 2);

    @Test
    void theTemperatureOfDoubledMarginsIsTwo() {
        assertThat(Calibration.temperature(overconfident).temperature()).isCloseTo(2, within(0.15));
    }

    @Test
    void calibratedConfidencesAreKept() {
        double[] raw = overconfident.stream().mapToDouble(outcome -> Softmax.highest(outcome.scores(), 1)).toArray();
        assertThat(Quality.of(overconfident, raw).ece()).isGreaterThan(0.08);
        for (boolean isIsotonic : new boolean[] {false, true}) {
            assertThat(Quality.of(overconfident, Calibration.crossFitted(overconfident, isIsotonic)).ece()).isLessThan(0.03);
        }
    }

    @Test
    void isotonicStepsNeverFallAndNeverReachCertainty() {
        Isotonic steps = Calibration.isotonic(overconfident).steps();
        double before = 0;
        for (double value = 0; value <= 1; value += 0.001) {
            assertThat(steps.apply(value)).isGreaterThanOrEqualTo(before).isBetween(0.0, 0.9999);
            before = steps.apply(value);
        }
    }

    @Test
    void unspecificTextStaysMedium() {
        Calibration calibration = Calibration.temperature(overconfident);
        assertThat(calibration.confidence(new double[] {50, 0, 0}, true)).isGreaterThan(0.99);
        assertThat(calibration.confidence(new double[] {50, 0, 0}, false)).isEqualTo(Calibration.UNSPECIFIC_CEILING);
    }

    private static List<Outcome> outcomes(int n, double stretch) {
        Random random = new Random(7);
        return IntStream.range(0, n).mapToObj(i -> {
            double[] scores = {2 * random.nextGaussian(), 2 * random.nextGaussian(), 2 * random.nextGaussian()};
            double total = Math.exp(scores[0]) + Math.exp(scores[1]) + Math.exp(scores[2]);
            double drawn = random.nextDouble() * total;
            int truth = drawn < Math.exp(scores[0]) ? 0 : drawn < Math.exp(scores[0]) + Math.exp(scores[1]) ? 1 : 2;
            return new Outcome(i % HeldOut.FOLDS, new double[] {stretch * scores[0], stretch * scores[1], stretch * scores[2]}, truth, true);
        }).toList();
    }
}
