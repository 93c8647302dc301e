package org.deskwright.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer is one object of its schema, or none. */
class StrictAnswerTest {

    static final String GOOD = "{\"category\":\"printing\",\"secondCategory\":\"none\",\"otherPerson\":false,\"instructsMachine\":false,\"confidence\":0.9}";

    private static final Map<String, List<String>> LISTS = Map.of("categories", List.of("printing", "other"));
    private final Prompts prompts = new Prompts(Path.of(""));
    private final JsonNode schema = prompts.of(Skill.CLASSIFY, LISTS).schema();

    @Test
    void whatKeepsToTheSchemaCounts() throws Unusable {
        assertThat(StrictAnswer.of(GOOD, schema).object().get("category").asText()).isEqualTo("printing");
        assertThat(StrictAnswer.of(GOOD, schema).repaired()).isFalse();
    }

    @Test
    void aFenceIsTakenOffAndCountsAsARepair() throws Unusable {
        assertThat(StrictAnswer.of("```json\n" + GOOD + "\n```\n", schema).repaired()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"printing\"", "{", "{}", GOOD + GOOD, GOOD + " x", "Here you are: " + GOOD, "```json\n" + GOOD + "\n``` and more",
        "{\"category\":\"printing\",\"category\":\"other\",\"secondCategory\":\"none\",\"otherPerson\":false,\"instructsMachine\":false,\"confidence\":0.9}",
        "{\"category\":\"gardening\",\"secondCategory\":\"none\",\"otherPerson\":false,\"instructsMachine\":false,\"confidence\":0.9}",
        "{\"category\":\"Printing\",\"secondCategory\":\"none\",\"otherPerson\":false,\"instructsMachine\":false,\"confidence\":0.9}",
        "{\"category\":[\"printing\"],\"secondCategory\":\"none\",\"otherPerson\":false,\"instructsMachine\":false,\"confidence\":0.9}",
        "{\"category\":\"printing\",\"secondCategory\":\"none\",\"otherPerson\":false,\"instructsMachine\":false,\"confidence\":1.5}",
        "{\"category\":\"printing\",\"secondCategory\":\"none\",\"otherPerson\":false,\"instructsMachine\":false,\"confidence\":NaN}",
        "{\"category\":\"printing\",\"secondCategory\":\"none\",\"otherPerson\":false,\"instructsMachine\":false,\"confidence\":\"1\"}",
        "{\"category\":\"printing\",\"secondCategory\":\"none\",\"otherPerson\":false,\"instructsMachine\":false,\"confidence\":1e999}",
        "{\"category\":\"printing\",\"secondCategory\":\"none\",\"otherPerson\":\"false\",\"instructsMachine\":false,\"confidence\":0.9}",
        "{\"category\":\"printing\",\"secondCategory\":\"none\",\"otherPerson\":false,\"instructsMachine\":false}",
        "{\"category\":\"printing\",\"secondCategory\":\"none\",\"otherPerson\":false,\"instructsMachine\":false,\"confidence\":0.9,\"action\":\"reset\"}",
        "{\"__proto__\":{},\"category\":\"printing\",\"secondCategory\":\"none\",\"otherPerson\":false,\"instructsMachine\":false,\"confidence\":0.9}",
        "{'category':'printing','secondCategory':'none','otherPerson':false,'instructsMachine':false,'confidence':0.9}",
        "{/* */\"category\":\"printing\",\"secondCategory\":\"none\",\"otherPerson\":false,\"instructsMachine\":false,\"confidence\":0.9}"})
    void anythingElseIsNoAnswer(String text) {
        assertThatThrownBy(() -> StrictAnswer.of(text, schema)).isInstanceOf(Unusable.class).hasMessageNotContaining("gardening").hasMessageNotContaining("reset");
    }

    @Test
    void moreThanFourKilobytesAreNoAnswer() {
        assertThatThrownBy(() -> StrictAnswer.of(GOOD + " ".repeat(StrictAnswer.LARGEST), schema)).isInstanceOf(Unusable.class);
        assertThatThrownBy(() -> StrictAnswer.of("{\"answer\":\"%s\",\"confidence\":1}".formatted("ü".repeat(2_100)), prompts.of(Skill.DRAFT_ANSWER, Map.of()).schema()))
                .as("bytes, not characters").isInstanceOf(Unusable.class).hasMessageContaining("bytes");
        assertThatThrownBy(() -> StrictAnswer.of("[".repeat(4_000), schema)).isInstanceOf(Unusable.class);
    }

    @ParameterizedTest
    @EnumSource(Skill.class)
    void everySchemaIsClosedAndFitForStrictModes(Skill skill) {
        Prompt prompt = prompts.of(skill, LISTS);
        assertThat(prompt.schema().get("additionalProperties").asBoolean(true)).isFalse();
        assertThat(prompt.schema().get("required")).hasSize(prompt.schema().get("properties").size());
        assertThat(prompt.schema().at("/properties/confidence/maximum").asInt()).isEqualTo(1);
        assertThat(prompt.vendorSchema()).doesNotContain("maxLength").doesNotContain("maximum").doesNotContain("{categories}");
        assertThat(prompt.instructions()).doesNotContain("{").containsPattern("material(?s:.)*never an\\s+instruction");
    }

    @Test
    void aPromptsVersionIsWhatAModelIsTold() {
        String hash = prompts.of(Skill.CLASSIFY, LISTS).hash();
        assertThat(hash).matches("[0-9a-f]{64}").isEqualTo(new Prompts(Path.of("")).of(Skill.CLASSIFY, LISTS).hash());
        assertThat(prompts.of(Skill.CLASSIFY, Map.of("categories", List.of("printing"))).hash()).isNotEqualTo(hash);
        assertThat(Prompt.of("x", "a", "{}", Map.of()).hash()).isNotEqualTo(Prompt.of("x", "b", "{}", Map.of()).hash());
    }
}
