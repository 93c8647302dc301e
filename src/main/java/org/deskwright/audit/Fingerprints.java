package org.deskwright.audit;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.springframework.stereotype.Component;

/** Holds what was fingerprinted of a request against its words as they are now, which whoever has the database can change. */
@Component
class Fingerprints {

    private final PersonKeys keys;
    private final Requests requests;

    Fingerprints(PersonKeys keys, Requests requests) {
        this.keys = keys;
        this.requests = requests;
    }

    /** @return the same story, with a remark wherever an entry rests on other words than the ticket has now */
    List<ReadEntry> compared(String ticket, List<ReadEntry> story) {
        if (story.stream().noneMatch(entry -> print(entry).isObject())) {
            return story;
        }
        return requests.words(ticket).map(words -> story.stream().map(entry -> compared(entry, words)).toList()).orElse(story);
    }

    private ReadEntry compared(ReadEntry entry, String words) {
        return fits(print(entry), words) ? entry : entry.remarked(entry.kind().equals("RECEIVED")
                ? "The request's words are not those that were received." : "The request's words are not those that this rests on.");
    }

    private static JsonNode print(ReadEntry entry) {
        return entry.facts() == null ? MissingNode.getInstance() : entry.facts().path("request");
    }

    /** Nobody can tell if whose key it is was forgotten, changed, which the story says already, or not written down in older entries. */
    private boolean fits(JsonNode print, String words) {
        try {
            return !print.has(Pseudonyms.PERSON) || keys.print(UUID.fromString(print.get(Pseudonyms.PERSON).asText()), words)
                    .map(print.path(Pseudonyms.PRINT).asText()::equals).orElse(true);
        } catch (IllegalStateException changed) {
            return true;
        }
    }
}
