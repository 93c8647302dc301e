package org.deskwright.inference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * What a model is told before it is given a text, with the closed lists of this desk filled in.
 *
 * @param id     of its files in {@code config/prompts}
 * @param hash   SHA-256 (hex) of instructions and schema together: its version
 * @param schema that an answer has to keep to
 */
record Prompt(String id, String hash, String instructions, JsonNode schema) {

    /** What some vendors' strict modes refuse to read; that an answer keeps to it, the desk sees to itself. */
    private static final Set<String> FOR_THE_DESK = Set.of("minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum", "pattern");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param lists by the name that stands for them in braces */
    static Prompt of(String id, String instructions, String schema, Map<String, List<String>> lists) {
        String filled = instructions;
        for (Map.Entry<String, List<String>> list : lists.entrySet()) {
            filled = filled.replace(place(list.getKey()), String.join(", ", list.getValue()));
        }
        try {
            JsonNode whole = withLists(JSON.readTree(schema), lists);
            return new Prompt(id, hash(filled + "\n" + whole), filled, whole);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("config/prompts/%s.schema.json is no JSON: %s".formatted(id, e.getOriginalMessage()), e);
        }
    }

    /** As a vendor is given it. */
    String vendorSchema() {
        return without(schema.deepCopy()).toString();
    }

    private static JsonNode withLists(JsonNode node, Map<String, List<String>> lists) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(withLists(field.getValue(), lists)));
        } else if (node instanceof ArrayNode array) {
            ArrayNode filled = array.arrayNode();
            array.forEach(item -> lists.entrySet().stream().filter(list -> place(list.getKey()).equals(item.asText())).findFirst().ifPresentOrElse(
                    list -> list.getValue().stream().map(TextNode::new).forEach(filled::add), () -> filled.add(withLists(item, lists))));
            return filled;
        }
        return node;
    }

    private static JsonNode without(JsonNode node) {
        if (node.path("type").isTextual() && node instanceof ObjectNode type) {
            type.remove(FOR_THE_DESK);
        }
        node.forEach(Prompt::without);
        return node;
    }

    private static String place(String list) {
        return "{" + list + "}";
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
