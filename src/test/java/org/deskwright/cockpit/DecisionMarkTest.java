package org.deskwright.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.audit.ReadEntry;
import org.deskwright.audit.Step;
import org.junit.jupiter.api.Test;

/** What stands at a step of the diagram is short, and says the same as the record. */
class DecisionMarkTest {

    private static final Step STEP = new Step("clear-action", 1, "businessRuleTask_decideClearance", "i1");

    @Test
    void theGateSaysWhatItDecidedAndHowSureTheDeskWas() {
        assertThat(mark("DECISION", Map.of("autonomy", "review", "confidence", Map.of("value", "0.9999"), "evaluations", List.of())))
                .contains(new DecisionMark(STEP.id(), "review · 99 %", "waiting", "A headline"));
        assertThat(mark("DECISION", Map.of("autonomy", "auto", "evaluations", List.of()))).map(DecisionMark::text).contains("auto");
        assertThat(mark("DECISION", Map.of("autonomy", "escalate", "evaluations", List.of()))).map(DecisionMark::tone).contains("bad");
    }

    @Test
    void aTableSaysItsAnswersAsFarAsTheyFit() {
        assertThat(mark("DECISION", Map.of("evaluation", Map.of("outputs", List.of(Map.of("queue", "identity")))))).map(DecisionMark::text).contains("identity");
        assertThat(mark("DECISION", Map.of("evaluation", Map.of("outputs", List.of(Map.of("queue", "q".repeat(60))))))).map(DecisionMark::text)
                .hasValueSatisfying(text -> assertThat(text).hasSize(40).endsWith("…"));
        assertThat(mark("DECISION", Map.of("evaluation", Map.of("outputs", List.of())))).isEmpty();
    }

    @Test
    void peopleAndOutcomesAreShownAndTheRestIsNot() {
        assertThat(mark("HUMAN_DECISION", Map.of("outcome", "decline"))).contains(new DecisionMark(STEP.id(), "decline · judit.nagy", "bad", "A headline"));
        assertThat(mark("OUTCOME", Map.of("state", "confirmed"))).map(DecisionMark::tone).contains("good");
        assertThat(mark("CLASSIFICATION", Map.of("category", "other", "performers", List.of(Map.of("model", "stub"))))).map(DecisionMark::text).contains("other · by stub");
        assertThat(mark("CLASSIFICATION", Map.of("category", "other", "confidence", Map.of("value", "0.5")))).map(DecisionMark::text).contains("other · 50 %");
        assertThat(mark("STEP", Map.of("name", "Plan grant"))).isEmpty();
        assertThat(mark(null, Map.of())).as("it was let go").isEmpty();
    }

    private static Optional<DecisionMark> mark(String kind, Map<String, ?> facts) {
        return DecisionMark.of(new ReadEntry(null, 1L, 1L, null, null, "DW-1", kind, "A title", false, "judit.nagy", STEP, "A headline",
                new ObjectMapper().valueToTree(facts), null, List.of()));
    }
}
