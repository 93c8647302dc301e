package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.deskwright.learning.Calibration.Method;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalibrationTest {

    /** Twice as sure as it may be: the margins are doubled. */
    private final List<Outcome> overconfident = outcomes(4_000, 2);

    @Test
    void theTemperatureOfDoubledMarginsIsTwo() {
        assertThat(fitted(Method.TEMPERATURE, overconfident).temperature()).isCloseTo(2, within(0.15));
    }

    @ParameterizedTest
    @EnumSource
    void calibratedConfidencesAreKept(Method method) {
        List<Judged> raw = overconfident.stream().map(outcome -> new Judged(outcome.proposed(), outcome.truth(), Softmax.highest(outcome.scores(), 1))).toList();
        assertThat(Quality.of(raw).ece()).isGreaterThan(0.08);
        assertThat(Quality.of(new CrossFit(overconfident).judged(method)).ece()).isLessThan(0.03);
    }

    @Test
    void aCategoryThatIsRightLessOftenThanItSaysIsKnownForIt() {
        Random random = new Random(3);
        List<Outcome> outcomes = IntStream.range(0, 4_000).mapToObj(i -> {
            // both are proposed equally surely
            double[] scores = i % 2 == 0 ? new double[] {3, 0, 0} : new double[] {0, 3, 0};
            return new Outcome(i % Folds.MOST, scores, random.nextDouble() < (i % 2 == 0 ? 0.9 : 0.5) ? i % 2 : 2, true);
        }).toList();
        Method best = new CrossFit(outcomes).best();
        assertThat(best).isIn(Method.PER_CATEGORY, Method.PER_CATEGORY_ISOTONIC, Method.TEMPERATURE_ISOTONIC);
        Calibration calibration = fitted(best, outcomes);
        assertThat(calibration.confidence(new double[] {3, 0, 0}, true)).isCloseTo(0.9, within(0.03));
        assertThat(calibration.confidence(new double[] {0, 3, 0}, true)).isCloseTo(0.5, within(0.03));
    }

    @Test
    void isotonicStepsNeverFallAndNeverReachCertainty() {
        for (Isotonic steps : fitted(Method.TEMPERATURE_ISOTONIC, overconfident).steps()) {
            double before = 0;
            for (double value = 0; value <= 1; value += 0.001) {
                assertThat(steps.apply(value)).isGreaterThanOrEqualTo(before).isBetween(0.0, 0.9999);
                before = steps.apply(value);
            }
        }
    }

    @Test
    void unspecificTextStaysMedium() {
        Calibration calibration = fitted(Method.TEMPERATURE, overconfident);
        assertThat(calibration.confidence(new double[] {50, 0, 0}, true)).isGreaterThan(0.99);
        assertThat(calibration.confidence(new double[] {50, 0, 0}, false)).isEqualTo(Calibration.UNSPECIFIC_CEILING);
    }

    private static Calibration fitted(Method method, List<Outcome> outcomes) {
        return method.fit(outcomes, Calibration.perCategory(outcomes));
    }

    private static List<Outcome> outcomes(int n, double stretch) {
        Random random = new Random(7);
        return IntStream.range(0, n).mapToObj(i -> {
            double[] scores = {2 * random.nextGaussian(), 2 * random.nextGaussian(), 2 * random.nextGaussian()};
            double total = Math.exp(scores[0]) + Math.exp(scores[1]) + Math.exp(scores[2]);
            double drawn = random.nextDouble() * total;
            int truth = drawn < Math.exp(scores[0]) ? 0 : drawn < Math.exp(scores[0]) + Math.exp(scores[1]) ? 1 : 2;
            return new Outcome(i % Folds.MOST, new double[] {stretch * scores[0], stretch * scores[1], stretch * scores[2]}, truth, true);
        }).toList();
    }
}
