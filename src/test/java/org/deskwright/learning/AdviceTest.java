package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class AdviceTest {

    @Test
    void theThresholdIsTheLowestThatKeepsTheTarget() {
        // right exactly as often as it says: of all at .90 and above 95 in 100 are
        List<Judged> judged = honest(100_000, 4);
        Advice advice = Advice.of(0, "printing", judged, 0.95);
        assertThat(advice.threshold()).isBetween(0.90, 0.92);
        assertThat(advice.atLeast()).isGreaterThanOrEqualTo(0.95);
        assertThat(advice.right() / (double) advice.n()).isGreaterThan(0.95);
        assertThat(advice.sentence()).startsWith("printing: alone from 0.").contains("with 95 % confidence at least 95.");
    }

    /** What the 95 % mean: of a hundred samples, hardly more than five lead to a threshold that is too low in truth. */
    @Test
    void itIsSeldomTooBold() {
        long bold = IntStream.range(0, 200).mapToObj(seed -> Advice.of(0, "x", honest(600, seed), 0.95))
                // at a threshold t, with confidences spread evenly, (1 + t) / 2 are right
                .filter(advice -> advice.threshold() != null && (1 + advice.threshold()) / 2 < 0.95).count();
        assertThat(bold).isLessThanOrEqualTo(16);
    }

    @Test
    void withTooFewTicketsItSaysHowManyMore() {
        Advice advice = Advice.of(0, "printing", IntStream.range(0, 40).mapToObj(i -> new Judged(0, 0, 0.99)).toList(), 0.95);
        assertThat(advice.threshold()).isNull();
        assertThat(advice.more()).isEqualTo(53);
        assertThat(advice.sentence()).isEqualTo("printing: not yet: about 53 more tickets of it (of 40 held-out tickets 40 are right)");
    }

    @Test
    void whereEvenTheSurestAreWrongMoreOfTheSameWillNotDo() {
        Advice advice = Advice.of(0, "printing", IntStream.range(0, 500).mapToObj(i -> new Judged(0, i % 5 == 0 ? 1 : 0, 0.99)).toList(), 0.95);
        assertThat(advice.threshold()).isNull();
        assertThat(advice.more()).isNull();
        assertThat(advice.sentence()).contains("more tickets of the same kind will not do (of 500 held-out tickets 400 are right)");
    }

    @Test
    void onlyWhatWasProposedForTheCategoryCounts() {
        List<Judged> judged = Stream.concat(IntStream.range(0, 200).mapToObj(i -> new Judged(0, 0, 0.9)),
                IntStream.range(0, 200).mapToObj(i -> new Judged(1, 0, 0.9))).toList();
        assertThat(Advice.of(0, "a", judged, 0.95).threshold()).isEqualTo(0.50);
        assertThat(Advice.of(1, "b", judged, 0.95).threshold()).isNull();
        assertThat(Advice.of(2, "c", judged, 0.95).sentence()).contains("it was never proposed");
    }

    private static List<Judged> honest(int n, int seed) {
        Random random = new Random(seed);
        return IntStream.range(0, n).mapToObj(i -> {
            double confidence = random.nextDouble();
            return new Judged(0, random.nextDouble() < confidence ? 0 : 1, confidence);
        }).toList();
    }
}
