package org.deskwright.connector;

import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A JSON schema as the strict modes of all vendors take it: its structure and its closed lists. Limits of numbers, lengths and patterns go,
 * as a vendor that knows none of them refuses the whole request; whoever asked checks the answer against the whole schema anyway.
 */
public final class OutputSchema {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> LIMITS = Set.of("$schema", "$id", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
            "minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties");
    /** Below these stand names that the schema's author chose, not words of JSON Schema. */
    private static final Set<String> NAMED = Set.of("properties", "$defs");

    private OutputSchema() {
    }

    /** @throws IllegalArgumentException if it is no JSON object */
    public static ObjectNode structure(String schema) {
        try {
            if (JSON.readTree(schema) instanceof ObjectNode object) {
                withoutLimits(object);
                return object;
            }
        } catch (JsonProcessingException e) {
            // said below, without what was read
        }
        throw new IllegalArgumentException("A schema is a JSON object");
    }

    private static void withoutLimits(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(LIMITS);
            object.fields().forEachRemaining(field -> {
                if (NAMED.contains(field.getKey())) {
                    field.getValue().forEach(OutputSchema::withoutLimits);
                } else {
                    withoutLimits(field.getValue());
                }
            });
        } else {
            node.forEach(OutputSchema::withoutLimits);
        }
    }
}
