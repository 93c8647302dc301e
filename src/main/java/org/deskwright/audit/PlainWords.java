package org.deskwright.audit;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import org.springframework.stereotype.Component;

/** Reads entries for people: logins and texts where the record has pseudonyms and ciphers, and since when somebody is forgotten. */
@Component
public class PlainWords {

    private final PersonKeys keys;

    PlainWords(PersonKeys keys) {
        this.keys = keys;
    }

    /** @param body of an entry */
    public JsonNode of(String body) {
        try {
            return plain(CanonicalJson.JSON.readTree(body));
        } catch (JsonProcessingException e) {
            throw new MalformedRecord("the text of an entry is no JSON", e);
        }
    }

    /** @param who as an entry's row has it */
    public String who(String who) {
        return who.startsWith(Entry.PERSON) ? person(UUID.fromString(who.substring(Entry.PERSON.length()))) : who;
    }

    private JsonNode plain(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode plain = JsonNodeFactory.instance.arrayNode();
            array.forEach(element -> plain.add(plain(element)));
            return plain;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        if (object.has(Pseudonyms.PERSON) && object.size() == (object.has(Pseudonyms.TEXT) ? 2 : 1)) {
            UUID uid = UUID.fromString(object.get(Pseudonyms.PERSON).asText());
            return TextNode.valueOf(object.has(Pseudonyms.TEXT) ? found(uid, () -> keys.text(uid, object.get(Pseudonyms.TEXT).asText())) : person(uid));
        }
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(field -> plain.set(field.getKey(), plain(field.getValue())));
        return plain;
    }

    private String person(UUID uid) {
        return found(uid, () -> keys.login(uid));
    }

    /** One that was changed spoils no more of a story than itself. */
    private String found(UUID uid, Supplier<Optional<String>> words) {
        try {
            return words.get().orElseGet(() -> erased(uid));
        } catch (IllegalStateException changed) {
            return "unreadable, as who this is was changed in the database";
        }
    }

    private String erased(UUID uid) {
        return keys.forgotten(uid).map(at -> "(erased on %s)".formatted(LocalDate.ofInstant(at, ZoneOffset.UTC))).orElse("(unknown to this record)");
    }
}
