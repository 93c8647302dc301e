package org.deskwright.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One-time codes stay off the timeline, in every form in which they are accepted. */
class CodeMaskTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"12345678|••••••••", "my code is 1234 5678.|my code is ••••••••.", "1234-5678|••••••••",
        "a12345678b|a••••••••b", "12345678 and 87654321|•••••••• and ••••••••", "1234567|1234567", "123456789|123456789",
        "+4915550000001|+4915550000001", "room 1234, floor 2|room 1234, floor 2", "12 34 56 78|12 34 56 78"})
    void whatCouldBeACodeIsMasked(String text, String masked) {
        assertThat(CodeMask.of(text)).isEqualTo(masked);
    }
}
