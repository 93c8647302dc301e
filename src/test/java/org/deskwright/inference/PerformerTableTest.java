package org.deskwright.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.deskwright.Config;
import org.deskwright.Table;
import org.junit.jupiter.api.Test;

/** Who does what: exactly one answer whatever is asked, and as shipped no language model in any. */
class PerformerTableTest {

    private final Table table = Table.of(PerformerTable.KEY);

    @Test
    void everyStepHasOneChainAndNoModelIsInIt() {
        for (Skill step : Skill.values()) {
            for (String category : Config.CATEGORIES) {
                for (String language : PerformerTable.LANGUAGES) {
                    for (String sensitivity : List.of(PerformerTable.ORDINARY, PerformerTable.SENSITIVE, PerformerTable.UNKNOWN)) {
                        Map<String, Object> row = table.answer(Map.of("step", step.word(), "category", category, "language", language, "sensitivity", sensitivity));
                        assertThat(row).as("%s %s", step, category).containsEntry("first", first(step)).containsEntry("finally", "person").containsEntry("model", "none");
                        assertThat(row.values()).doesNotContain("model");
                    }
                }
            }
        }
        assertThat(table.unreached()).isEmpty();
    }

    private static String first(Skill step) {
        return switch (step) {
            case CLASSIFY -> "trained";
            case EXTRACT_SLOTS, JUDGE_SENTIMENT, SUMMARISE_HANDOFF -> "rules";
            case DRAFT_ANSWER -> "person";
        };
    }

    @Test
    void itsWordsAreThoseOfTheCode() {
        assertThat(table.words("step")).containsExactlyElementsOf(Arrays.stream(Skill.values()).map(Skill::word).toList());
        assertThat(table.words("language")).containsExactlyInAnyOrderElementsOf(PerformerTable.LANGUAGES);
        for (String column : List.of("first", "then", "finally")) {
            assertThat(table.words(column)).containsExactlyElementsOf(Arrays.stream(Performer.values()).map(Performer::word).toList());
        }
        assertThat(new PerformerTable.Facts(Skill.CLASSIFY, "other", "xx", "unknown").language()).isEqualTo("other");
    }

    @Test
    void whatIsNotOnTheListsHasNoRow() {
        assertThat(table.ask(Map.of("step", "act", "category", "other", "language", "en", "sensitivity", "ordinary"))).isEmpty();
    }
}
