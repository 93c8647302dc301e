package org.deskwright.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    /** They bring ai_model, time_dt, actor and attestation. */
    private static final List<String> PROFILES = List.of("ai_operation", "datetime", "host", "record_integrity");
    private static final String PRODUCT = "Deskwright";
    /** OCSF's number for an activity that only its name tells, and so for the type of a base event. */
    private static final int OTHER = 99;
    /** No name or value before it can hold these quotation marks unescaped, so where it is first found is its place. */
    private static final String NOT_ATTESTED = "\"attestation\":{}";
    private static final String ATTESTED = "\"attestation\":{\"fingerprint\":{\"algorithm_id\":%d,\"value\":\"%s\"}}";
    /** OCSF's number for that algorithm. */
    private static final int SHA_256 = 3;

    /**
     * @param who     and content without anything that says who somebody is
     * @param model   version of the model that acted, or {@code null}
     * @param step    {@code null} outside of any process
     */
    static Entry of(Instant now, String ticket, String kind, String who, String model, Step step, JsonNode content) {
        UUID uid = UUID.randomUUID();
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        Map<String, Object> metadata = new HashMap<>(Map.of("log_name", "record", "log_version", SCHEMA, "uid", uid.toString(),
                "version", OCSF, "profiles", PROFILES, "product", Map.of("name", PRODUCT, "vendor_name", PRODUCT)));
        if (ticket != null) {
            metadata.put("correlation_uid", ticket);
        }
        Map<String, Object> unmapped = new HashMap<>(Map.of("facts", withoutFractions(content)));
        if (step != null) {
            unmapped.put("step", step);
        }
        Map<String, ?> actor = who.startsWith(PERSON) ? Map.of("user", Map.of("uid", who.substring(PERSON.length()))) : Map.of("app_name", who);
        Map<String, Object> event = new HashMap<>(Map.of("activity_id", OTHER, "activity_name", kind, "actor", actor, "class_name", "Base Event",
                "class_uid", 0, "category_uid", 0, "severity_id", 1, "metadata", metadata, "unmapped", unmapped));
        event.putAll(Map.of("time", at.toEpochMilli(), "time_dt", at.toString(), "type_uid", OTHER));
        if (model != null) {
            event.put("ai_model", Map.of("ai_provider", PRODUCT, "model_name", who, "version", model));
        }
        event.put("attestation", Map.of());
        String body = attested(CanonicalJson.of(event));
        int size = body.getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST) {
            throw new IllegalArgumentException("An entry of %d bytes does not go into the record: at most %d do (%s of %s)".formatted(size, LARGEST, kind, ticket));
        }
        return new Entry(uid, at, ticket, kind, who, body);
    }

    /**
     * With the fingerprint of the event without it: whoever was handed a single entry sees that it arrived whole. It is put
     * where canonical JSON has it, as making that a second time would cost as much as all else of an entry.
     */
    private static String attested(String canonical) {
        int place = canonical.indexOf(NOT_ATTESTED);
        return canonical.substring(0, place) + ATTESTED.formatted(SHA_256, Hash.hexOf(canonical.getBytes(StandardCharsets.UTF_8)))
                + canonical.substring(place + NOT_ATTESTED.length());
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
