package org.deskwright.inference;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

/**
 * What a model answered, if it is exactly one object of the schema. Nothing is guessed or completed: only a fence of Markdown
 * around it is taken off, which models write that were told not to, and then the answer counts as repaired.
 */
record StrictAnswer(ObjectNode object, String text, boolean repaired) {

    /** Bytes of UTF-8. */
    static final int LARGEST = 4 * 1024;

    private static final int DEEPEST = 8;
    private static final Pattern FENCED = Pattern.compile("\\s*```(?:json)?\\s*\\n(.*?)\\n?```\\s*", Pattern.DOTALL);
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNumberLength(40).build()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    /** @param schema of one object; it refers to nothing outside of itself */
    static StrictAnswer of(String answer, JsonNode schema) throws Unusable {
        if (answer == null || answer.length() > LARGEST || answer.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new Unusable("It is longer than %d bytes".formatted(LARGEST));
        }
        Matcher fenced = FENCED.matcher(answer);
        boolean repaired = fenced.matches();
        String text = repaired ? fenced.group(1) : answer;
        ObjectNode object = object(text);
        Set<ValidationMessage> complaints = SCHEMAS.getSchema(schema).validate(object);
        if (!complaints.isEmpty()) {
            throw new Unusable("It does not keep to the schema: " + complaints.stream().map(ValidationMessage::getType).map(type -> type.toLowerCase(Locale.ROOT))
                    .distinct().sorted().collect(Collectors.joining(", ")));
        }
        return new StrictAnswer(object, text, repaired);
    }

    private static ObjectNode object(String text) throws Unusable {
        try {
            JsonNode node = JSON.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new Unusable("It is no JSON object");
        } catch (JsonProcessingException e) {
            // its message quotes what was read
            throw new Unusable("It is not one JSON object that says each thing once");
        }
    }
}
