package org.deskwright.audit;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import org.springframework.stereotype.Component;

/** Turns what is stored into what a reader reads. Nothing that was done to an entry keeps the others from being read. */
@Component
class EntryReader {

    private final PlainWords plain;
    private final Sentences sentences;

    EntryReader(PlainWords plain, Sentences sentences) {
        this.plain = plain;
        this.sentences = sentences;
    }

    ReadEntry read(StoredEntry stored, Telling telling) {
        if (stored.body() == null) {
            return unreadable(stored, "Entry gone", "Only the place of this entry is left, and its hash.");
        }
        try {
            return readable(stored, telling);
        } catch (RuntimeException broken) { // whatever somebody has written over it
            return unreadable(stored, "Entry cannot be read", "What stands here is no entry of the desk: %s.".formatted(broken.getMessage()));
        }
    }

    private ReadEntry readable(StoredEntry stored, Telling telling) {
        JsonNode body = plain.of(stored.body());
        JsonNode metadata = body.path("metadata");
        JsonNode facts = body.at("/unmapped/facts");
        String kind = body.path("activity_name").asText();
        String who = plain.who(Entry.whoIn(body));
        String ticket = metadata.path("correlation_uid").asText(null);
        SealedEntry seal = stored.seal() == null ? null : stored.seal().entry();
        return new ReadEntry(UUID.fromString(metadata.path("uid").asText()), seal == null ? null : seal.index(), seal == null ? null : seal.sequence(),
                OffsetDateTime.parse(body.path("time_dt").asText()).toInstant(), // within what a calendar can show
                seal == null ? null : seal.sealedAt(), ticket, kind, sentences.title(kind),
                sentences.quiet().contains(kind), who, step(body.at("/unmapped/step")), telling.words(kind, who, facts), facts, body, remarks(stored));
    }

    /** In the place of one that the desk did not write as it stands there: others may not be told by what it says. */
    ReadEntry leftOut(StoredEntry stored) {
        return unreadable(stored, "Entry left out", "What stands here is not what the desk wrote, so it is no part of the story.");
    }

    private static ReadEntry unreadable(StoredEntry stored, String title, String words) {
        SealedEntry seal = stored.seal() == null ? null : stored.seal().entry();
        return new ReadEntry(null, seal == null ? null : seal.index(), seal == null ? null : seal.sequence(), null, seal == null ? null : seal.sealedAt(),
                seal == null ? null : seal.ticket(), null, title, false, null, null, words, null, null,
                stored.body() == null ? List.of() : remarks(stored));
    }

    private static Step step(JsonNode step) {
        return step.isObject() ? new Step(step.path("process").asText(), step.path("version").asInt(), step.path("id").asText(), step.path("instance").asText()) : null;
    }

    private static List<String> remarks(StoredEntry stored) {
        RecordRows.Row seal = stored.seal();
        List<String> remarks = new ArrayList<>();
        if (seal != null && !seal.isAsSealed()) {
            remarks.add("This entry was changed after it was sealed.");
        }
        if (seal == null ? !stored.asWritten() : !seal.entry().authentic()) {
            remarks.add("The desk did not write this entry, or it was changed before it was sealed, or had been sealed before.");
        }
        if (seal != null && seal.entry().clockSuspect()) {
            remarks.add("The time of this entry is far from that of its sealing.");
        }
        return remarks;
    }
}
