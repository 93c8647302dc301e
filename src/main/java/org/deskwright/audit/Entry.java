package org.deskwright.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * One fact. Its body is canonical JSON (RFC 8785) with the names of OCSF where that has one; what the desk says beyond it
 * stands under {@code unmapped}. Fractions are strings, because readers disagree on how to write them.
 *
 * @param at   UTC, in microseconds, which is what both databases keep
 * @param body at most {@link #LARGEST} bytes of UTF-8
 */
record Entry(UUID uid, Instant at, String ticket, String kind, String who, String body) {

    /** Bytes. A fact is small; what is larger belongs beside the record, with its hash in it. */
    static final int LARGEST = 256 * 1024;
    /** Rises when an entry is written that a reader of the former version would misunderstand. */
    static final String SCHEMA = "1";
    private static final String OCSF = "1.9.0";
    private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    static Entry of(Instant now, String ticket, String kind, String who, Map<String, ?> content) {
        UUID uid = UUID.randomUUID();
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        Map<String, Object> metadata = new TreeMap<>(Map.of("log_name", "record", "log_version", SCHEMA, "uid", uid.toString(),
                "version", OCSF, "profiles", List.of("ai_operation", "record_integrity"),
                "product", Map.of("name", "Deskwright", "vendor_name", "Deskwright")));
        if (ticket != null) {
            metadata.put("correlation_uid", ticket);
        }
        String body = canonical(Map.of("activity_name", kind, "actor", Map.of("user", Map.of("name", who)),
                "class_name", "Base Event", "class_uid", 0, "category_uid", 0, "severity_id", 1, "metadata", metadata,
                "time", at.toEpochMilli(), "time_dt", at.toString(), "unmapped", withoutFractions(JSON.valueToTree(content))));
        int size = body.getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST) {
            throw new IllegalArgumentException("An entry of %d bytes does not go into the record: at most %d do (%s of %s)".formatted(size, LARGEST, kind, ticket));
        }
        return new Entry(uid, at, ticket, kind, who, body);
    }

    private static String canonical(Map<String, ?> content) {
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(content)).getEncodedString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This cannot be recorded", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("This is not JSON that RFC 8785 can order", e);
        }
    }

    private static JsonNode withoutFractions(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(withoutFractions(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> copy.add(withoutFractions(element)));
            return copy;
        } else if (node.isFloatingPointNumber()) {
            return TextNode.valueOf(node.asText());
        }
        return node;
    }
}
