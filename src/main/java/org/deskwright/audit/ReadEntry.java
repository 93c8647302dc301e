package org.deskwright.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An entry for a reader: people under their logins, and in sentences what it says.
 *
 * @param uid      {@code null} if the entry was let go and only its place is left; so with all that its body says
 * @param index    place in the record, from 0; {@code null} while it waits for its seal
 * @param sequence place in its ticket's story, from 1; {@code null} while it waits for its seal
 * @param sealedAt {@code null} while it waits for its seal
 * @param ticket   {@code null} if it belongs to none
 * @param quiet    whether it says little to somebody who reads a whole story
 * @param step     {@code null} outside of any process
 * @param words    what happened in the first line, what it rests on in the others
 * @param entry    the whole entry in plain words
 * @param remarks  what a reader should not believe without asking
 */
public record ReadEntry(UUID uid, Long index, Long sequence, Instant at, Instant sealedAt, String ticket, String kind, String title, boolean quiet,
                        String who, Step step, String words, JsonNode facts, JsonNode entry, List<String> remarks) {

    ReadEntry remarked(String remark) {
        return new ReadEntry(uid, index, sequence, at, sealedAt, ticket, kind, title, quiet, who, step, words, facts, entry,
                Stream.concat(remarks.stream(), Stream.of(remark)).toList());
    }

    ReadEntry added(String line) {
        return new ReadEntry(uid, index, sequence, at, sealedAt, ticket, kind, title, quiet, who, step, words + "\n" + line, facts, entry, remarks);
    }

    public boolean isSealed() {
        return index != null;
    }

    public String headline() {
        return words.lines().findFirst().orElse(title);
    }
}
