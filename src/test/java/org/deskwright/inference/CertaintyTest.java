package org.deskwright.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.assertj.core.data.Offset;
import org.deskwright.inference.Certainty.Doubt;
import org.deskwright.inference.ModelAnswer.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How sure a model is: told by its words' probabilities where they are known, only ever lowered, and nothing to act on by itself. */
class CertaintyTest {

    private static final String TEXT = "{\"x\": {\"category\": \"no\"}, \"category\": \"access-request\", \"confidence\": 1.0}";

    @Test
    void onlyTheWordsOfTheFieldCount() {
        ModelAnswer answer = answer(List.of(new Token("{\"x\": {\"category\": \"no\"}, \"category\":", -3), new Token(" \"access", -0.1), new Token("-request", -0.2),
                new Token("\", \"confidence\": 1.0}", -5)));
        assertThat(TokenChances.of("category", answer)).hasValueCloseTo(Math.exp(-0.3), Offset.offset(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void whatIsNoProbabilityTellsNothing(double logarithm) {
        assertThat(TokenChances.of("category", answer(List.of(new Token(TEXT, logarithm))))).isEmpty();
    }

    @Test
    void tokensThatDoNotMakeUpTheAnswerTellNothing() {
        assertThat(TokenChances.of("category", answer(List.of()))).isEmpty();
        assertThat(TokenChances.of("category", answer(List.of(new Token(TEXT + " ", -0.1))))).isEmpty();
        assertThat(TokenChances.of("category", answer(List.of(new Token(TEXT, Double.NEGATIVE_INFINITY))))).hasValue(0);
        assertThat(TokenChances.of("colour", answer(List.of(new Token(TEXT, -0.1))))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Doubt.class)
    void aDoubtLowersAndTakesWhatOutcomesSay(Doubt doubt) {
        Certainty calibrated = new Certainty(0.9, 1, true, 500, "isotonic", Certainty.Basis.CLAIM);
        Certainty lowered = calibrated.lowered(Set.of(doubt));
        assertThat(lowered.value()).isLessThan(0.9);
        assertThat(lowered.calibrated()).isFalse();
        assertThat(calibrated.lowered(EnumSet.allOf(Doubt.class)).value()).isLessThan(lowered.value());
        assertThat(calibrated.lowered(Set.of())).isEqualTo(calibrated);
    }

    @Test
    void whatIsNoProbabilityIsNoCertainty() {
        for (double no : new double[] {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> Certainty.uncalibrated(no, Certainty.Basis.CLAIM)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static ModelAnswer answer(List<Token> tokens) {
        return new ModelAnswer(TEXT, tokens, "m", null, 1, 1);
    }
}
