package org.deskwright.audit;

import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.stereotype.Component;

/** Tells whether words are those that were fingerprinted. */
@Component
class Prints {

    private final PersonKeys keys;

    Prints(PersonKeys keys) {
        this.keys = keys;
    }

    /** Nobody can tell if whose key it is was forgotten, changed, which the story says already, or not written down in older entries. */
    boolean fit(JsonNode print, String words) {
        try {
            return !print.has(Pseudonyms.PERSON) || keys.print(UUID.fromString(print.get(Pseudonyms.PERSON).asText()), words)
                    .map(print.path(Pseudonyms.PRINT).asText()::equals).orElse(true);
        } catch (IllegalStateException | IllegalArgumentException changed) {
            return true;
        }
    }

    boolean fit(JsonNode print, Requests.Standing found) {
        return !found.isChanged() && found.words().map(words -> fit(print, words)).orElse(true);
    }
}
