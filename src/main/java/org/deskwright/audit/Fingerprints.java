package org.deskwright.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Holds what was fingerprinted of a ticket against what stands there now, which whoever has the database can change. */
@Component
class Fingerprints {

    private static final String WENT = "Not kept any more, as the ticket is closed.";

    private final Prints prints;
    private final AnswerPrints answers;
    private final Requests requests;

    Fingerprints(Prints prints, AnswerPrints answers, Requests requests) {
        this.prints = prints;
        this.answers = answers;
        this.requests = requests;
    }

    /** @return the same story, with a remark wherever an entry rests on something that the ticket has no more, or has otherwise */
    List<ReadEntry> compared(String ticket, List<ReadEntry> story) {
        Supplier<Requests.Standing> words = SingletonSupplier.of(() -> requests.words(ticket));
        boolean closed = story.stream().anyMatch(entry -> "CLOSED".equals(entry.kind()));
        boolean wordsStay = story.stream().filter(Fingerprints::isArrival).anyMatch(Fingerprints::staysForGood);
        boolean wordsWent = closed && !wordsStay;
        return answers.compared(ticket, story, closed, wordsStay).stream().map(entry -> compared(entry, "request", words,
                        isArrival(entry) ? "The request's words are not those that were received." : "The request's words are not those that this rests on.",
                        it -> !wordsWent ? it.remarked("The request's words are gone.") : isArrival(it) ? it.added(WENT) : it))
                .map(entry -> compared(entry, "conversation", () -> requests.told(ticket, lines(entry)), "The conversation is not the one that stood there then.",
                        it -> it))
                .map(entry -> compared(entry, "file", () -> requests.file(ticket, file(entry)), "The file is not the one that came.",
                        it -> closed && !staysForGood(it) ? it.added(WENT) : it.remarked("The file is gone.")))
                .map(entry -> compared(entry, "name", () -> requests.fileName(ticket, file(entry)), "The file has another name than the one that came.",
                        it -> it))
                .toList();
    }

    private static boolean isArrival(ReadEntry entry) {
        return "RECEIVED".equals(entry.kind());
    }

    /** Older entries do not say it: of them nobody can tell once the ticket is closed. */
    private static boolean staysForGood(ReadEntry entry) {
        return entry.facts().path("staysForGood").asBoolean();
    }

    private static UUID file(ReadEntry entry) {
        return UUID.fromString(entry.facts().path("fileId").asText());
    }

    private ReadEntry compared(ReadEntry entry, String fact, Supplier<Requests.Standing> now, String changed, UnaryOperator<ReadEntry> gone) {
        JsonNode print = entry.facts() == null ? MissingNode.getInstance() : entry.facts().path(fact);
        if (!print.has(Pseudonyms.PRINT)) {
            return entry;
        }
        Requests.Standing found;
        try {
            found = now.get();
        } catch (IllegalArgumentException noId) { // whoever changed the entry does not keep the others from being read
            return entry;
        }
        return found.isGone() ? gone.apply(entry) : prints.fit(print, found) ? entry : entry.remarked(changed);
    }

    private static List<Long> lines(ReadEntry entry) {
        List<Long> lines = new ArrayList<>();
        entry.facts().path("lines").forEach(line -> lines.add(line.asLong()));
        return lines;
    }
}
