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

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8080", "127.0.0.1:8080", "http:///", "http://a b"})
    void whatIsNoAddressOfADeskIsSaid(String address, CapturedOutput output) {
        assertThat(Commands.run("audit", "show", "DW-1001", "--url", address)).isEqualTo(2);
        assertThat(output.getErr()).startsWith("Invalid value for option '--url': \"%s\" is no address of a desk: write it as http://".formatted(address));
    }

    @Test
    void whatIsNoUidIsSaidWithWhereThereAreSome(CapturedOutput output) {
        assertThat(Commands.run("audit", "prove", "DW-1001", "--out", "x.tlog-proof")).isEqualTo(2);
        assertThat(output.getErr()).contains("\"DW-1001\" is no uid: \"audit show TICKET --uids\"").doesNotContain("java.");
    }

    @Test
    void whoSaysNothingOfThemselvesHasNobodyForgotten(CapturedOutput output) {
        assertThat(Commands.run("audit", "forget", "ada.lindqvist", "--reason", "She asked")).isOne();
        assertThat(output.getErr()).startsWith("Say with --user who you are");
    }

    @Test
    void springsOwnArgumentsAreForTheDesk() {
        assertThat(Commands.isSetting("--server.port=8081")).isTrue();
    }
}
