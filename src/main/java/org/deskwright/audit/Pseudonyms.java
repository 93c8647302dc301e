package org.deskwright.audit;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;

/** Writes what is personal in an entry so that it can be forgotten. */
final class Pseudonyms {

    static final String PERSON = "person";
    static final String TEXT = "text";
    private static final String PRINT = "hmac_sha256";
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
        try {
            return json.readTree(json.writer().withAttribute(SUBJECT, subject).writeValueAsString(content));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("This cannot be recorded", e);
        }
    }

    private final class Written extends JsonSerializer<Personal> {

        @Override
        public void serialize(Personal value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            if (value instanceof Personal.Login login) {
                out.writeStringField(PERSON, keys.of(login.login()).uid().toString());
            } else if (value instanceof Personal.Text text) {
                PersonKeys.PersonKey key = subjectsKey(provider);
                out.writeStringField(PERSON, key.uid().toString());
                out.writeStringField(TEXT, keys.encrypted(key, text.text()));
            } else if (value instanceof Personal.Print print) {
                PersonKeys.PersonKey key = subjectsKey(provider);
                out.writeStringField(PRINT, PersonKeys.print(key, print.text()));
            }
            out.writeEndObject();
        }

        /** Asked for only where there are words: most entries have none. */
        private PersonKeys.PersonKey subjectsKey(SerializerProvider provider) {
            return keys.of(((Supplier<?>) provider.getAttribute(SUBJECT)).get().toString());
        }
    }
}
