package org.deskwright.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Money as the configuration and plans write it. */
class MoneyTest {

    @Test
    void itIsWrittenAsItWasRead() {
        assertThat(Money.valueOf("49.90 EUR")).hasToString("49.90 EUR");
        assertThat(Money.parse("0 EUR")).hasValueSatisfying(money -> assertThat(money.isNothing()).isTrue());
        assertThat(Money.valueOf("0.01 EUR").isNothing()).isFalse();
    }

    @Test
    void aMistakeInTheConfigurationIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.valueOf("-5 EUR")).withMessage("\"-5 EUR\" is no amount like \"49.90 EUR\"");
    }
}
