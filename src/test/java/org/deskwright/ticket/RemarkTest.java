package org.deskwright.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.deskwright.Config;
import org.junit.jupiter.api.Test;

class RemarkTest {

    @Test
    void whatIsUnusualIsSaidAndNothingElse() {
        assertThat(texts(new Impression("en", "neutral", false, "medium", false, false, null, List.of(), false, false))).containsExactly("In English");
        assertThat(texts(new Impression("de", "negative", true, "critical", true, true, "hardware", List.of("override"), true, false))).containsExactly("In German",
                "Frustrated; very urgent, they say", "Speaks of somebody else", "Asks for a second thing: Hardware", "May be written for a machine",
                "A language model's answer about it broke its form");
        assertThat(texts(new Impression("unknown", "neutral", false, "low", false, true, null, List.of(), false, false)))
                .containsExactly("In a language that the desk does not speak", "Can wait", "Asks for a second thing");
        assertThat(texts(null)).isEmpty();
    }

    @Test
    void englishIsNotWorthMentioning() {
        assertThat(Remark.of(new Impression("en", "neutral", true, "medium", false, false, null, List.of(), false, false), Config.TAXONOMY)
                .stream().filter(Remark::isWorthMentioning)).extracting(Remark::text).containsExactly("Frustrated");
        assertThat(Remark.of(new Impression("fr", "neutral", false, "medium", false, false, null, List.of(), false, false), Config.TAXONOMY)).allMatch(Remark::isWorthMentioning);
    }

    private static List<String> texts(Impression impression) {
        return Remark.of(impression, Config.TAXONOMY).stream().map(Remark::text).toList();
    }
}
