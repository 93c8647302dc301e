package org.deskwright.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * One fact. Its body is canonical JSON (RFC 8785) with the names of OCSF where that has one; what the desk says beyond it
 * stands under {@code unmapped}. Fractions are strings, because readers disagree on how to write them.
 *
 * @param at   UTC, in microseconds, which is what both databases keep
 * @param who  {@code person:} and a pseudonym, or the name of what acted
 * @param body at most {@link #LARGEST} bytes of UTF-8
 */
record Entry(UUID uid, Instant at, String ticket, String kind, String who, String body) {

    /** Bytes. A fact is small; what is larger belongs beside the record, with its hash in it. */
    static final int LARGEST = 256 * 1024;
    /** Rises when an entry is written that a reader of the former version would misunderstand. */
    static final String SCHEMA = "1";
    static final String PERSON = "person:";
    private static final String OCSF = "1.9.0";

    /**
     * @param who     and content without anything that says who somebody is
     * @param step    {@code null} outside of any process
     */
    static Entry of(Instant now, String ticket, String kind, String who, Step step, JsonNode content) {
        UUID uid = UUID.randomUUID();
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        Map<String, Object> metadata = new TreeMap<>(Map.of("log_name", "record", "log_version", SCHEMA, "uid", uid.toString(),
                "version", OCSF, "profiles", List.of("ai_operation", "record_integrity"),
                "product", Map.of("name", "Deskwright", "vendor_name", "Deskwright")));
        if (ticket != null) {
            metadata.put("correlation_uid", ticket);
        }
        Map<String, Object> unmapped = new TreeMap<>(Map.of("facts", withoutFractions(content)));
        if (step != null) {
            unmapped.put("step", step);
        }
        Map<String, ?> actor = who.startsWith(PERSON) ? Map.of("user", Map.of("uid", who.substring(PERSON.length()))) : Map.of("app_name", who);
        String body = CanonicalJson.of(Map.of("activity_name", kind, "actor", actor, "class_name", "Base Event", "class_uid", 0,
                "category_uid", 0, "severity_id", 1, "metadata", metadata, "time", at.toEpochMilli(), "time_dt", at.toString(),
                "unmapped", unmapped));
        int size = body.getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST) {
            throw new IllegalArgumentException("An entry of %d bytes does not go into the record: at most %d do (%s of %s)".formatted(size, LARGEST, kind, ticket));
        }
        return new Entry(uid, at, ticket, kind, who, body);
    }

    /** Who, as the body of an entry says it. */
    static String whoIn(JsonNode body) {
        JsonNode actor = body.path("actor");
        return actor.has("app_name") ? actor.get("app_name").asText() : PERSON + actor.path("user").path("uid").asText();
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
