package org.deskwright.audit;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;

/** Writes what is personal in an entry so that it can be forgotten. */
final class Pseudonyms {

    static final String PERSON = "person";
    static final String TEXT = "text";
    static final String PRINT = "hmac_sha256";
    private static final String SUBJECT = "subject";

    private final PersonKeys keys;
    private final Subjects subjects;
    private final ObjectMapper json;

    Pseudonyms(PersonKeys keys, Subjects subjects) {
        this.keys = keys;
        this.subjects = subjects;
        this.json = CanonicalJson.JSON.copy().registerModule(new SimpleModule().addSerializer(Personal.class, new Written()));
    }

    String of(Actor who) {
        return who.login() == null ? who.name() : Entry.PERSON + keys.of(who.login()).uid();
    }

    /** @param ticket whose person the texts belong to; nobody's request keeps them under the ticket's own name */
    JsonNode of(String ticket, Actor who, Map<String, ?> content) {
        Supplier<String> subject = () -> ticket == null ? (who.login() == null ? "" : who.login()) : subjects.of(ticket).orElse(ticket);
        try (TokenBuffer tokens = new TokenBuffer(json, false)) {
            json.writer().withAttribute(SUBJECT, subject).writeValue(tokens, content);
            return withoutPerformers(json.readTree(tokens.asParser()));
        } catch (IOException e) {
            throw new IllegalArgumentException("This cannot be recorded", e);
        }
    }

    /** Where a value names its source and that is a person, {@code person:<login>}, the login goes as everywhere. */
    private JsonNode withoutPerformers(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(withoutPerformers(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, withoutPerformers(array.get(i)));
            }
        } else if (node.isTextual() && node.asText().startsWith(Entry.PERSON)) {
            return json.createObjectNode().put(PERSON, keys.of(node.asText().substring(Entry.PERSON.length())).uid().toString());
        }
        return node;
    }

    private final class Written extends JsonSerializer<Personal> {

        @Override
        public void serialize(Personal value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            if (value instanceof Personal.Login login) {
                out.writeStringField(PERSON, keys.of(login.login()).uid().toString());
            } else if (value instanceof Personal.Text text) {
                PersonKeys.PersonKey key = key(text.whose(), provider);
                out.writeStringField(PERSON, key.uid().toString());
                out.writeStringField(TEXT, keys.encrypted(key, text.text()));
            } else if (value instanceof Personal.Print print) {
                PersonKeys.PersonKey key = key(print.whose(), provider);
                out.writeStringField(PERSON, key.uid().toString());
                out.writeStringField(PRINT, PersonKeys.print(key, print.text()));
            }
            out.writeEndObject();
        }

        /** Whom the ticket is about is asked for only where there are words: most entries have none. */
        private PersonKeys.PersonKey key(String whose, SerializerProvider provider) {
            return keys.of(whose == null ? ((Supplier<?>) provider.getAttribute(SUBJECT)).get().toString() : whose);
        }
    }
}
