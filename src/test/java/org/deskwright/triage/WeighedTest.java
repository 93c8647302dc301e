package org.deskwright.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.deskwright.ticket.Confidence;
import org.deskwright.triage.SureEnough.Reach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of two answers the one counts that carries further, and of two that carry as far the one that outcomes speak for. */
class WeighedTest {

    @ParameterizedTest
    @CsvSource({"ALONE, true, 0.71, PROPOSED, false, 0.99", "PROPOSED, false, 0.95, NOTHING, true, 0.39", "PROPOSED, true, 0.41, PROPOSED, false, 0.95",
            "PROPOSED, true, 0.6, PROPOSED, true, 0.5", "NOTHING, false, 0.3, NOTHING, false, 0.2"})
    void theFirstIsSurer(Reach reach, boolean calibrated, double value, Reach other, boolean otherCalibrated, double otherValue) {
        Weighed surer = weighed(reach, calibrated, value);
        Weighed lessSure = weighed(other, otherCalibrated, otherValue);
        assertThat(Weighed.SURER.compare(surer, lessSure)).isPositive();
        assertThat(Weighed.SURER.compare(lessSure, surer)).isNegative();
        assertThat(Weighed.SURER.compare(surer, weighed(reach, calibrated, value))).isZero();
    }

    private static Weighed weighed(Reach reach, boolean calibrated, double value) {
        return new Weighed(new Classification("software", new Confidence(value, calibrated, "test", 0, null, null)), reach);
    }
}
