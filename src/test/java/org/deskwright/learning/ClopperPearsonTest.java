package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ClopperPearsonTest {

    /** Values of R's {@code binom.test}. */
    @Test
    void boundsAreThoseOfTheExactTest() {
        assertThat(ClopperPearson.atLeast(95, 100, 0.025)).isCloseTo(0.8871651, within(1e-6));
        assertThat(ClopperPearson.atMost(95, 100, 0.025)).isCloseTo(0.9835681, within(1e-6));
        assertThat(ClopperPearson.atLeast(59, 59, 0.05)).isCloseTo(Math.pow(0.05, 1 / 59.0), within(1e-9));
        assertThat(ClopperPearson.atLeast(0, 10, 0.05)).isZero();
        assertThat(ClopperPearson.atMost(10, 10, 0.05)).isEqualTo(1);
    }

    @Test
    void fiftyNineWithoutAMissAndNinetyThreeWithOneShow95Percent() {
        assertThat(ClopperPearson.needed(0, 0.95, 0.05)).isEqualTo(59);
        assertThat(ClopperPearson.needed(1, 0.95, 0.05)).isEqualTo(93);
    }
}
