package org.deskwright.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What is typed behind the name of the application starts a desk, runs a command, or is neither and says so. */
@ExtendWith(OutputCaptureExtension.class)
class CommandsTest {

    @ParameterizedTest
    @ValueSource(strings = {"foo", "chekc", "-x", "server.port=8081", ""})
    void whatIsNeitherACommandNorASettingStartsNothing(String argument, CapturedOutput output) {
        assertThat(Commands.isSetting(argument)).isFalse();
        assertThat(Commands.run(argument)).isEqualTo(2);
        assertThat(output.getErr()).startsWith("There is no command \"%s\".".formatted(argument)).contains("intake", "check");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void helpIsNoSetting(String argument, CapturedOutput output) {
        assertThat(Commands.isSetting(argument)).isFalse();
        assertThat(Commands.run(argument)).isZero();
        assertThat(output.getOut()).contains("intake", "check");
    }

    @Test
    void springsOwnArgumentsAreForTheDesk() {
        assertThat(Commands.isSetting("--server.port=8081")).isTrue();
    }
}
