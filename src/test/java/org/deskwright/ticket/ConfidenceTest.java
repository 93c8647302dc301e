package org.deskwright.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall before the tables: a number that is no probability cannot exist. */
class ConfidenceTest {

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -Double.MIN_VALUE, -1, 1.0000000000000002,
        1.5, 99})
    void whatIsNoProbabilityIsRefused(double value) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(value, "test")).withMessageContaining(String.valueOf(value));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, Double.MIN_VALUE, 0.5, 0.9999999999999999, 1})
    void everyProbabilityIsTaken(double value) {
        assertThat(of(value, "test").value()).isEqualTo(value);
    }

    @Test
    void noWordBeforeCalibrationIsMoreThanAProbability() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Confidence(0.5, 1.5, true, "test", 1_000, "isotonic", null)).withMessageContaining("1.5");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void nobodyIsSureAnonymously(String source) {
        assertThatIllegalArgumentException().isThrownBy(() -> of(0.5, source));
    }

    @Test
    void aPersonIsCertain() {
        Confidence confidence = Confidence.of("hana.sato");
        assertThat(confidence.value()).isEqualTo(1);
        assertThat(confidence.calibrated()).isTrue();
        assertThat(confidence.source()).isEqualTo("person:hana.sato");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.29, 29 %", "0.57, 57 %", "0.58, 58 %", "0.9349, 93 %", "0.9999999999999999, 99 %", "1, 100 %"})
    void peopleReadItOneWayAndNeverRoundedUp(double value, String read) {
        assertThat(of(value, "test").percent()).isEqualTo(read);
    }

    private static Confidence of(double value, String source) {
        return new Confidence(value, true, source, 1_000, "isotonic", "0".repeat(64));
    }
}
