package org.deskwright.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The record as JSON Lines: each sealed entry with the hash it had, and each signed head behind the last entry it covers.
 * Written and read line by line, whatever the size.
 */
final class Export {

    private static final String CHECKPOINT = "checkpoint";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Export() {
    }

    static long write(RecordRows rows, Writer out) throws IOException {
        rows.atOneMoment();
        StoredHeads heads = rows.heads();
        Consumer<StoredHeads.Head> writeHead = head -> unchecked(() -> out.write(line(head.note()) + "\n"));
        long[] written = new long[1];
        try {
            rows.sealed(row -> {
                unchecked(() -> out.write(line(row.entry(), row.claimed()) + "\n"));
                written[0]++;
                heads.upTo(written[0], writeHead);
            });
            heads.upTo(Long.MAX_VALUE, writeHead); // they say that the end is missing
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return written[0];
    }

    private static String line(SealedEntry entry, Hash claimed) {
        return leafHash(claimed) + (entry.body() == null ? entry.place() : entry.text()).substring(1);
    }

    private static String leafHash(Hash claimed) {
        return "{\"leaf_hash\":\"" + claimed.base64() + "\",";
    }

    private static String line(String head) throws JsonProcessingException {
        return JSON.writeValueAsString(Map.of(CHECKPOINT, head));
    }

    private interface Writing {

        void write() throws IOException;
    }

    private static void unchecked(Writing writing) {
        try {
            writing.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A line that is neither an entry nor a head is a finding, and the others are read nevertheless: they may have some of their
     * own. Behind an entry that cannot be read all others seem to be moved, so the first such line is said before them.
     */
    static void read(BufferedReader in, Verification verification) throws IOException {
        Alike others = new Alike();
        boolean entryLost = false;
        int number = 0;
        try {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                Optional<String> malformed = malformed(line, number, verification);
                if (malformed.isPresent() && !entryLost && !line.startsWith("{\"" + CHECKPOINT)) {
                    entryLost = true;
                    verification.find("%s", malformed.get());
                } else {
                    malformed.ifPresent(others::add);
                }
            }
        } catch (CharacterCodingException e) {
            others.add("what stands behind line %d is no text in UTF-8: the export was cut off or changed".formatted(number));
        }
        verification.find(others);
    }

    private static Optional<String> malformed(String line, int number, Verification verification) {
        try {
            read(line, number, verification);
            return Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            return Optional.of("line %d is neither an entry nor a checkpoint: the export was cut off or changed".formatted(number));
        } catch (MalformedRecord e) {
            return Optional.of("line %d: %s".formatted(number, e.getMessage()));
        }
    }

    private static void read(String line, int number, Verification verification) throws JsonProcessingException {
        JsonNode node = JSON.readTree(line);
        String understood;
        if (node.has(CHECKPOINT)) {
            Note head = Note.parse(node.get(CHECKPOINT).asText());
            verification.head(head);
            understood = line(head.toString());
        } else {
            Hash claimed = Hash.ofBase64(node.path("leaf_hash").asText());
            SealedEntry entry = entry(node, line, claimed);
            verification.entry(entry, claimed);
            understood = line(entry, claimed);
        }
        if (!understood.equals(line)) {
            verification.find("line %d holds something beside what was signed: another reader may take it for the record", number);
        }
    }

    private static SealedEntry entry(JsonNode node, String line, Hash claimed) {
        JsonNode gone = node.path("gone");
        if (gone.isObject()) {
            return sealed(gone, gone.path("ticket").asText());
        }
        JsonNode metadata = node.path("entry").path("metadata");
        String schema = metadata.path("log_version").asText();
        if (!schema.equals(Entry.SCHEMA)) {
            throw new MalformedRecord("its entry has schema version \"%s\"; this program reads %s: use a newer one".formatted(schema, Entry.SCHEMA));
        }
        SealedEntry entry = sealed(node.path("seal"), metadata.path("correlation_uid").asText(""));
        return entry.with(body(node, line, leafHash(claimed) + SealedEntry.ENTRY.substring(1), entry.seal()));
    }

    private static SealedEntry sealed(JsonNode seal, String ticket) {
        return new SealedEntry(Long.parseLong(seal.path("index").asText()), ticket, Long.parseLong(seal.path("sequence").asText()),
                Instant.parse(seal.path("time").asText()), seal.path("clock_suspect").asBoolean(), seal.path("authentic").asBoolean(), null);
    }

    /** As it stands there, if nothing but what belongs there stands around it: to write it anew takes longer than all else. */
    private static String body(JsonNode node, String line, String before, String behind) {
        return line.length() > before.length() + behind.length() && line.startsWith(before) && line.endsWith(behind)
                ? line.substring(before.length(), line.length() - behind.length()) : CanonicalJson.of(node.path("entry"));
    }
}
