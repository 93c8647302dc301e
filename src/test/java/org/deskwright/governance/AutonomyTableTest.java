package org.deskwright.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.deskwright.Config;
import org.deskwright.Table;
import org.deskwright.ticket.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Act, review or escalate: one answer for every number there can be, exact to the last bit at the thresholds. */
class AutonomyTableTest {

    private final Table thresholds = Table.of("thresholds");
    private final Table table = Table.of("autonomy");

    @Test
    void everyStepCategoryAndConfidenceHasThePolicysAnswer() {
        for (Step step : Step.values()) {
            for (String category : Config.CATEGORIES) {
                thresholds.ask(Map.of("step", step.word(), "category", category)).forEach(limits ->
                        sweep(category, ThresholdsTableTest.policy(step, category), limits));
            }
        }
        assertThat(table.unreached()).isEmpty();
    }

    private void sweep(String category, double[] policy, Map<String, Object> limits) {
        for (double confidence : boundaries(policy)) {
            for (boolean calibrated : new boolean[] {true, false}) {
                for (boolean mandatoryReview : new boolean[] {true, false}) {
                    assertThat(table.answer(inputs(category, confidence, calibrated, mandatoryReview, limits)).get("autonomy"))
                            .as("%s calibrated %s mandatory %s", confidence, calibrated, mandatoryReview)
                            .isEqualTo(policy(confidence, calibrated, mandatoryReview, policy).word());
                }
            }
        }
    }

    /** The policy in other words than the table's. */
    private static Autonomy policy(double confidence, boolean calibrated, boolean mandatoryReview, double[] limits) {
        if (confidence < limits[1]) {
            return Autonomy.ESCALATE;
        }
        boolean mayAct = calibrated && !mandatoryReview && confidence >= limits[0];
        return mayAct ? Autonomy.AUTO : Autonomy.REVIEW;
    }

    private static Set<Double> boundaries(double[] policy) {
        Set<Double> values = new TreeSet<>(List.of(0.0, 0.5, 1.0));
        for (double limit : policy) {
            values.addAll(List.of(Math.nextDown(limit), limit, Math.nextUp(limit)));
        }
        values.removeIf(value -> value > 1);
        return values;
    }

    @ParameterizedTest
    @CsvSource({"email, 0.95, true, false, confident", "email, 0.95, true, true, mandatory-review", "email, 0.95, false, false, uncalibrated",
        "email, 0.95, false, true, uncalibrated", "email, 0.7, true, false, medium-confidence", "email, 0.1, true, true, low-confidence",
        "other, 0.6, true, false, nothing-fits", "other, 0.7, false, true, nothing-fits", "other, 0.1, true, false, low-confidence"})
    void theReasonIsNamed(String category, double confidence, boolean calibrated, boolean mandatoryReview, String reason) {
        assertThat(table.answer(inputs(category, confidence, calibrated, mandatoryReview, Map.of("actAt", 0.9, "reviewAt", 0.6))).get("reason"))
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberMatchesNoRow(double confidence) {
        assertThat(ask(confidence)).isEmpty();
    }

    @Test
    void nothingAndMissingInputsNeverLeadToAuto() {
        assertThat(ask(null)).isEmpty();
        assertThat(table.ask(Map.of("confidence", 0.99, "calibrated", true, "mandatoryReview", false, "category", "email"))).isEmpty();
        for (String missing : List.of("calibrated", "mandatoryReview")) {
            Map<String, Object> inputs = inputs("email", 0.99, true, false, Map.of("actAt", 0.9, "reviewAt", 0.6));
            inputs.put(missing, null);
            assertThat(table.ask(inputs)).noneMatch(row -> "auto".equals(row.get("autonomy")));
        }
    }

    /** The engine converts what it is given; so {@link org.deskwright.ticket.Confidence} is the wall, and not this table. */
    @Test
    void theTableAloneWouldTakeATextOrMoreThanCertain() {
        assertThat(ask("0.99")).extracting("autonomy").containsExactly("auto");
        assertThat(ask(1.5)).extracting("autonomy").containsExactly("auto");
    }

    @Test
    void outputsAreWordsOfTheCode() {
        assertThat(table.words("autonomy")).containsExactlyElementsOf(List.of(Autonomy.values()).stream().map(Word::word).toList());
    }

    private List<Map<String, Object>> ask(Object confidence) {
        return table.ask(inputs("email", confidence, true, false, Map.of("actAt", 0.9, "reviewAt", 0.6)));
    }

    private static Map<String, Object> inputs(String category, Object confidence, boolean calibrated, boolean mandatoryReview, Map<String, ?> limits) {
        Map<String, Object> inputs = new HashMap<>(limits);
        inputs.put("category", category);
        inputs.put("confidence", confidence);
        inputs.put("calibrated", calibrated);
        inputs.put("mandatoryReview", mandatoryReview);
        return inputs;
    }
}
