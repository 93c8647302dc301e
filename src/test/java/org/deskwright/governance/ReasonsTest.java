package org.deskwright.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonsTest {

    private static final Pattern REASON = Pattern.compile("<outputEntry id=\"rule_\\w+_reason\">\\s*<text>\"([a-z-]+)\"</text>");
    private static final Pattern END = Pattern.compile("id=\"endEvent_([a-zA-Z]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"autonomy", "mandatory-review"})
    void everyReasonOfTheTablesIsASentence(String table) throws Exception {
        List<String> codes = REASON.matcher(Files.readString(Path.of("decisions", table + ".dmn"))).results()
                .map((MatchResult found) -> found.group(1)).toList();
        assertThat(codes).hasSizeGreaterThan(4).allSatisfy(code -> assertThat(Reasons.sentence(code)).endsWith("."));
    }

    /** All of them but those that resolve, decline or sort anew. */
    @ParameterizedTest
    @ValueSource(strings = {"reset-password", "grant-access"})
    void everyEndThatHandsOverIsASentence(String process) throws Exception {
        List<String> ends = END.matcher(Files.readString(Path.of("processes", process + ".bpmn"))).results().map(found -> found.group(1))
                .filter(end -> !Set.of("passwordReset", "accessGranted", "requestDeclined", "categoryCorrected").contains(end)).toList();
        assertThat(ends).hasSizeGreaterThan(2).allSatisfy(end ->
                assertThat(Reasons.sentence(end.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT))).endsWith("."));
    }

    @Test
    void anUnknownCodeIsShownAsItIs() {
        assertThat(Reasons.sentences(List.of("no-thresholds", "invented-yesterday"))).satisfiesExactly(
                known -> assertThat(known).endsWith("."), unknown -> assertThat(unknown).isEqualTo("invented-yesterday"));
    }
}
