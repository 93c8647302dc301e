package org.deskwright.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Holds what was fingerprinted of a ticket against what stands there now, which whoever has the database can change. */
@Component
class Fingerprints {

    private final PersonKeys keys;
    private final Requests requests;

    Fingerprints(PersonKeys keys, Requests requests) {
        this.keys = keys;
        this.requests = requests;
    }

    /** @return the same story, with a remark wherever an entry rests on something else than the ticket has now */
    List<ReadEntry> compared(String ticket, List<ReadEntry> story) {
        Supplier<Optional<String>> words = SingletonSupplier.of(() -> requests.words(ticket));
        return story.stream().map(entry -> compared(entry, "request", words,
                        "RECEIVED".equals(entry.kind()) ? "The request's words are not those that were received." : "The request's words are not those that this rests on."))
                .map(entry -> compared(entry, "conversation", () -> requests.told(ticket, lines(entry)), "The conversation is not the one that stood there then."))
                .map(entry -> compared(entry, "file", () -> requests.file(ticket, UUID.fromString(entry.facts().path("fileId").asText())),
                        "The file is not the one that came."))
                .toList();
    }

    private ReadEntry compared(ReadEntry entry, String fact, Supplier<Optional<String>> now, String remark) {
        JsonNode print = entry.facts() == null ? MissingNode.getInstance() : entry.facts().path(fact);
        return !print.has(Pseudonyms.PRINT) || now.get().map(words -> fits(print, words)).orElse(true) ? entry : entry.remarked(remark);
    }

    private static List<Long> lines(ReadEntry entry) {
        List<Long> lines = new ArrayList<>();
        entry.facts().path("lines").forEach(line -> lines.add(line.asLong()));
        return lines;
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
