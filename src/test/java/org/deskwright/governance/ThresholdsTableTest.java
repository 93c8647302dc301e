package org.deskwright.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.deskwright.Config;
import org.deskwright.Table;
import org.deskwright.ticket.Word;
import org.junit.jupiter.api.Test;

/** How sure is sure enough: each step has numbers of its own, and only for the categories it is for. */
class ThresholdsTableTest {

    private final Table table = Table.of("thresholds");

    /** The policy in other words than the table's: act alone from, review from; {@code null} where no step may begin. */
    static double[] policy(Step step, String category) {
        return switch (step) {
            case CLASSIFY -> switch (category) {
                case "other" -> new double[] {2, 0.40};
                case "security-incident", "outage" -> new double[] {0.60, 0.30};
                default -> new double[] {0.70, 0.40};
            };
            case RESET_PASSWORD -> category.equals("password-reset") ? new double[] {0.90, 0.60} : null;
            case GRANT_ACCESS -> category.equals("access-request") ? new double[] {0.85, 0.60} : null;
            case REVOKE_ACTION -> null;
        };
    }

    @Test
    void everyStepHasItsNumbersForItsCategoriesAndNoOthers() {
        for (Step step : Step.values()) {
            for (String category : Config.CATEGORIES) {
                double[] policy = policy(step, category);
                List<Map<String, Object>> expected = policy == null ? List.of() : List.of(Map.of("actAt", policy[0], "reviewAt", policy[1]));
                assertThat(table.ask(Map.of("step", step.word(), "category", category))).as(step + " " + category).isEqualTo(expected);
            }
        }
        assertThat(table.unreached()).isEmpty();
    }

    @Test
    void whatIsNotOnTheListsHasNoNumbers() {
        assertThat(table.ask(Map.of("step", "delete-account", "category", "password-reset"))).isEmpty();
        assertThat(table.ask(Map.of("step", "classify", "category", "Password-Reset"))).isEmpty();
        assertThat(table.ask(Map.of("step", "classify", "category", ""))).isEmpty();
    }

    @Test
    void actingAsksForMoreThanReviewingAndEveryNumberIsReachableExceptForOther() {
        for (Step step : Step.values()) {
            for (String category : Config.CATEGORIES) {
                table.ask(Map.of("step", step.word(), "category", category)).forEach(row -> {
                    assertThat((double) row.get("reviewAt")).isGreaterThan(0).isLessThan((double) row.get("actAt"));
                    assertThat((double) row.get("actAt") > 1).isEqualTo(category.equals("other"));
                });
            }
        }
    }

    @Test
    void columnsSpeakTheWordsOfTheCode() {
        assertThat(table.words("step")).containsExactlyElementsOf(List.of(Step.values()).stream().map(Word::word).toList());
        assertThat(table.words("category")).isEqualTo(Config.CATEGORIES);
    }
}
