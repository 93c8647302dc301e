package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The published schema, held against what was really written: it knows each entry, each kind and each fact. */
public final class RecordSchema {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode text = read(Exhibits.schema());
    private final JsonSchema sealed = schema("#/$defs/sealed");
    private final JsonSchema entry = schema("#/$defs/entry");
    private final JsonSchema line = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);

    private JsonSchema schema(String definition) {
        ObjectNode part = text.deepCopy();
        part.remove("oneOf");
        part.put("$ref", definition);
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(part);
    }

    public Set<String> kinds() {
        Set<String> kinds = new TreeSet<>();
        text.get("$defs").fieldNames().forEachRemaining(name -> {
            if (name.startsWith("facts_")) {
                kinds.add(name.substring("facts_".length()));
            }
        });
        return kinds;
    }

    /** What a fact may say. */
    public Set<String> words(String kind, String fact) {
        Set<String> words = new TreeSet<>();
        text.at("/$defs/facts_%s/properties/%s/enum".formatted(kind, fact)).forEach(word -> words.add(word.asText()));
        return words;
    }

    /** Every entry of the record, with its seal if it has one. */
    public void check(JdbcClient jdbc) {
        List<String> bodies = jdbc.sql("select body from record.entry").query(String.class).list();
        assertThat(bodies).isNotEmpty();
        assertThat(bodies).allSatisfy(this::check);
        jdbc.sql("select digest from action_plan").query(String.class).list()
                .forEach(digest -> assertThat(bodies).as("by a plan's digest its target is found again by trying").noneMatch(body -> body.contains(digest)));
        new RecordRows(jdbc).sealed(row -> assertThat(problems(sealed, read(row.entry().text()))).as(row.entry().text()).isEmpty());
    }

    /** One entry, without its seal. */
    public void check(String body) {
        JsonNode read = read(body);
        assertThat(problems(entry, read)).as(body).isEmpty();
        assertThat(unnamed(read)).as("facts of %s that the schema does not name", read.get("activity_name").asText()).isEmpty();
    }

    List<String> problems(String sealedEntry) {
        return problems(sealed, read(sealedEntry));
    }

    /** @param exported any line of an export */
    List<String> problemsOfLine(String exported) {
        return problems(line, read(exported));
    }

    private static List<String> problems(JsonSchema schema, JsonNode read) {
        return schema.validate(read).stream().map(ValidationMessage::getMessage).toList();
    }

    private List<String> unnamed(JsonNode entry) {
        List<String> unnamed = new ArrayList<>();
        JsonNode known = text.get("$defs").path("facts_" + entry.get("activity_name").asText()).path("properties");
        entry.at("/unmapped/facts").fieldNames().forEachRemaining(name -> {
            if (!known.has(name)) {
                unnamed.add(name);
            }
        });
        return unnamed;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
