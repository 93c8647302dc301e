package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.model.dmn.Dmn;
import org.junit.jupiter.api.Test;

class ProposalTest {

    private final ThresholdTable present = table();

    @Test
    void theShippedTableIsRead() {
        assertThat(present.rules()).hasSize(6).first().satisfies(rule -> {
            assertThat(rule.categories()).containsExactly("password-reset", "access-request");
            assertThat(rule.isClassification()).isTrue();
            assertThat(rule.actAt()).isEqualTo(0.70);
        });
        assertThat(present.rules()).filteredOn(ThresholdTable.Rule::isNever).extracting(ThresholdTable.Rule::id).containsExactly("rule_classifyOther");
    }

    @Test
    void aRowTakesTheStrictestOfItsCategoriesAndNothingElseChanges() throws IOException {
        Proposal proposal = Proposal.of(present, List.of(advice("password-reset", 0.55), advice("access-request", 0.64)));
        assertThat(proposal.xml()).isEqualTo(present.xml().replaceFirst("0\\.70", "0.64"));
        assertThat(proposal.differences()).contains("classify password-reset, access-request: acts alone from 0.64 instead of 0.70",
                "reset-password password-reset: stays at 0.90; it clears an action, so it is never lowered here");
        Dmn.validateModel(Dmn.readModelFromStream(new ByteArrayInputStream(proposal.xml().getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void whatClearsAnActionIsRaised() throws IOException {
        Proposal proposal = Proposal.of(present, List.of(advice("password-reset", 0.97), advice("access-request", 0.60)));
        assertThat(ThresholdTable.of(proposal.xml()).rules()).extracting(ThresholdTable.Rule::actAt).containsExactly(0.97, 0.60, 0.70, 2.0, 0.97, 0.85);
    }

    @Test
    void withOneCategoryOfWhichTooLittleIsKnownARowIsOnlyRaised() {
        Proposal proposal = Proposal.of(present, List.of(advice("outage", 0.50), advice("security-incident", null)));
        assertThat(proposal.numbers()).isEmpty();
        assertThat(proposal.differences()).containsExactly("classify security-incident, outage: stays at 0.60; too little is known of security-incident");
        assertThat(Proposal.of(present, List.of(advice("outage", 0.81), advice("security-incident", null))).numbers())
                .containsExactly(Map.entry("rule_classifyUrgent_actAt", "0.81"));
    }

    @Test
    void whatNeverGoesAloneStaysSo() {
        assertThat(Proposal.of(present, List.of(advice("other", 0.5))).differences()).isEmpty();
    }

    @Test
    void whatIsNoSuchTableIsRefused() {
        for (String bad : List.of("", "<a/>", "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><x>&y;</x>",
                present.xml().replace("name=\"actAt\"", "name=\"else\""))) {
            assertThatThrownBy(() -> ThresholdTable.of(bad)).isInstanceOf(IOException.class).hasMessageContaining("no table of thresholds");
        }
    }

    private static Advice advice(String category, Double threshold) {
        return new Advice(category, threshold, 100, 99, 0.95, threshold == null ? 7 : null);
    }

    private static ThresholdTable table() {
        try {
            return ThresholdTable.read(Path.of(ThresholdTable.FILE));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
