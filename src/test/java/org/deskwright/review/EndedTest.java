package org.deskwright.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.deskwright.governance.Reasons;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndedTest {

    private static final Pattern END = Pattern.compile("id=\"endEvent_([a-zA-Z]+)\"");

    /** All of them but those that resolve, decline or sort anew. */
    @ParameterizedTest
    @ValueSource(strings = {"reset-password", "grant-access"})
    void everyEndThatHandsOverIsKnown(String process) throws Exception {
        List<String> ends = END.matcher(Files.readString(Path.of("processes", process + ".bpmn"))).results().map(found -> found.group(1))
                .filter(end -> !Set.of("passwordReset", "accessGranted", "requestDeclined", "categoryCorrected").contains(end)).toList();
        assertThat(ends).hasSizeGreaterThan(2).allSatisfy(end -> assertThat(Ended.of(end)).isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void eachIsASentence(Ended ended) {
        assertThat(Reasons.sentence(ended.word())).endsWith(".");
    }
}
