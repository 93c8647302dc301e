package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** An entry is an event of OCSF 1.9 that its reader can check without the desk. */
class EntryTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static JsonNode entry(String who, String model) throws Exception {
        return JSON.readTree(Entry.of(Instant.parse("2026-03-02T09:00:00.123456789Z"), "DW-1001", "CLASSIFICATION", who, model, null,
                JSON.valueToTree(Map.of("confidence", 0.25, "all", List.of(0.5, 1)))).body());
    }

    @Test
    void hasWhatEveryEventOfOcsfMustHave() throws Exception {
        JsonNode entry = entry("desk", null);
        assertThat(entry.fieldNames()).toIterable().contains("activity_id", "category_uid", "class_uid", "metadata", "severity_id", "time", "type_uid");
        assertThat(entry.get("type_uid").asInt()).as("type_uid = class_uid * 100 + activity_id")
                .isEqualTo(entry.get("class_uid").asInt() * 100 + entry.get("activity_id").asInt());
        assertThat(entry.at("/metadata/correlation_uid").asText()).isEqualTo("DW-1001");
    }

    @Test
    void namesTheModelThatActed() throws Exception {
        assertThat(entry("HistoryClassifier 1", "ab12").get("ai_model"))
                .isEqualTo(JSON.valueToTree(Map.of("ai_provider", "Deskwright", "model_name", "HistoryClassifier 1", "version", "ab12")));
        assertThat(entry("desk", null).has("ai_model")).isFalse();
    }

    @Test
    void carriesTheFingerprintOfTheRest() throws Exception {
        ObjectNode entry = (ObjectNode) entry("desk", null);
        String fingerprint = entry.at("/attestation/fingerprint/value").asText();
        ((ObjectNode) entry.get("attestation")).removeAll();
        assertThat(HexFormat.of().formatHex(Hash.sha256(CanonicalJson.of(entry).getBytes(StandardCharsets.UTF_8)))).isEqualTo(fingerprint);
    }

    @Test
    void writesFractionsAsTheyAreRead() throws Exception {
        assertThat(entry("desk", null).at("/unmapped/facts")).isEqualTo(JSON.readTree("{\"all\":[\"0.5\",1],\"confidence\":\"0.25\"}"));
    }
}
