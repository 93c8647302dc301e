package org.deskwright.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.deskwright.inference.Outcomes;
import org.junit.jupiter.api.Test;

/** What a model's certainty is worth rests on what people then said, and on enough of it. */
class OutcomeCalibratorTest {

    private final Outcomes outcomes = mock(Outcomes.class);
    private final OutcomeCalibrator calibrator = new OutcomeCalibrator(outcomes);

    @Test
    void fewOutcomesSayNothing() {
        known(OutcomeCalibrator.FEWEST - 1, 0, 0.9);
        assertThat(calibrator.worth("m", "printing", 0.9)).isEmpty();
    }

    /** The exact bound for 100 of 100 is 0.05^(1/100). */
    @Test
    void certaintyIsNeverSaid() {
        known(100, 0, 0.9);
        assertThat(calibrator.worth("m", "printing", 0.9).orElseThrow().probability()).isCloseTo(Math.pow(0.05, 0.01), Offset.offset(1e-9));
    }

    @Test
    void wrongAnswersCount() {
        known(50, 50, 0.9);
        assertThat(calibrator.worth("m", "printing", 0.9).orElseThrow().probability()).isBetween(0.40, 0.45);
        known(0, 100, 0.9);
        assertThat(calibrator.worth("m", "printing", 0.9).orElseThrow().probability()).isZero();
    }

    @Test
    void onlyOutcomesOfTheSameSurenessCount() {
        known(200, 0, 0.6);
        assertThat(calibrator.worth("m", "printing", 0.9)).isEmpty();
    }

    private void known(int right, int wrong, double said) {
        when(outcomes.of(anyString(), anyString())).thenReturn(IntStream.range(0, right + wrong).mapToObj(i -> new Outcomes.Outcome(said, i < right)).toList());
    }
}
