package org.deskwright.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputSchemaTest {

    @Test
    void limitsGoAndStructureStays() throws Exception {
        String whole = """
                {"$schema": "x", "type": "object", "additionalProperties": false, "required": ["minimum", "list"], "properties": {
                 "minimum": {"type": "number", "minimum": 0, "maximum": 1},
                 "list": {"type": "array", "maxItems": 3, "items": {"anyOf": [{"type": "string", "pattern": "a+", "maxLength": 9}, {"enum": ["A", "B"]}]}},
                 "other": {"$ref": "#/$defs/pattern"}}, "$defs": {"pattern": {"type": "string", "minLength": 1}}}""";
        String structure = """
                {"type": "object", "additionalProperties": false, "required": ["minimum", "list"], "properties": {
                 "minimum": {"type": "number"},
                 "list": {"type": "array", "items": {"anyOf": [{"type": "string"}, {"enum": ["A", "B"]}]}},
                 "other": {"$ref": "#/$defs/pattern"}}, "$defs": {"pattern": {"type": "string"}}}""";
        assertThat(OutputSchema.structure(whole)).isEqualTo(new ObjectMapper().readTree(structure));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "7", "{", "no schema"})
    void aSchemaIsAnObject(String schema) {
        assertThatIllegalArgumentException().isThrownBy(() -> OutputSchema.structure(schema));
    }
}
