package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.deskwright.Deskwright;
import org.deskwright.faultrun.Child;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The figures: how long the command takes for 100,000 entries, started like an auditor would start it, on two cores and with
 * 512 MB, from PostgreSQL and from an export; and how large the proof of one entry among a million is. Run it with
 * {@code ./mvnw test -Dtest=RecordSizeRun}.
 */
class RecordSizeRun {

    private static final int ENTRIES = 100_000;
    private static final int BETWEEN_SEALS = 5;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int MILLION = 1_000_000;
    private static final int LARGEST_PROOF = 3_000;
    private static final Entry ENTRY = Entry.of(Instant.parse("2026-03-02T09:00:00.123456Z"), "DW-1001", "INTENT", "desk", null,
            new Step("grant-access", 3, "serviceTask_addToGroup", "6a7f0c4e-0000-11f1-8de9-0242ac120002"), CanonicalJson.JSON.valueToTree(Map.of("actionId", "0f8fad5b-d9cb-469f-a165-70867728950e",
                    "type", "add-to-group", "target", Map.of("person", "7c9e6679-7425-40de-944b-e07fc1f90ae7"), "parameters", Map.of("group", "wiki-editors"),
                    "digest", Map.of("hmac_sha256", "0".repeat(44)), "clearanceId", "0f8fad5b-d9cb-469f-a165-70867728950e", "before", Map.of("member", "false"))));
    @TempDir
    private Path folder;

    @Test
    void aHundredThousandEntriesAreVerifiedInTwentySeconds() throws Exception {
        OwnRecord record = OwnRecord.onPostgres(folder, Clock.systemUTC());
        AuditLog log = record.log();
        Sealer sealer = record.sealer();
        for (int i = 0; i < ENTRIES; i += BETWEEN_SEALS) {
            int from = i;
            record.transaction().executeWithoutResult(status -> {
                for (int number = from; number < from + BETWEEN_SEALS; number++) {
                    log.write("DW-" + number / 30, "STEP", Actor.DESK, facts(number));
                }
            });
            sealer.sealAll();
        }
        Path export = folder.resolve("record.jsonl");
        Path key = Files.writeString(folder.resolve("verifier.key"), record.key.verifier().toString());
        List<String> outside = List.of("--key", key.toString(), "--checkpoints", record.checkpoints.toString());
        say("verified in PostgreSQL", audit(outside, "verify", "--jdbc", record.url, "--user", OwnRecord.DESK));
        say("exported", audit(List.of(), "export", "--jdbc", record.url, "--user", OwnRecord.DESK, "--out", export.toString()));
        say("verified in an export of %d MB".formatted(Files.size(export) >> 20), audit(outside, "verify", "--export", export.toString()));
    }

    /** What the desk writes of a step is about as long. */
    private static Map<String, Object> facts(int number) {
        return Map.of("actionId", "%032d".formatted(number), "outcome", "done", "confidence", 0.875, "text", Personal.text("Please give me edit rights in the wiki, "
                + "I need to update the pages of the sales team. Number " + number));
    }

    private Duration audit(List<String> more, String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("audit"));
        all.addAll(List.of(arguments));
        all.addAll(more);
        Path said = folder.resolve("said");
        Instant start = Instant.now();
        try (Child command = new Child(Deskwright.class, said, List.of("-Xmx512m", "-XX:ActiveProcessorCount=2"), Map.of(), all.toArray(String[]::new))) {
            assertThat(command.awaitEnd(Duration.ofMinutes(3))).as(Files.readString(said)).isZero();
        }
        assertThat(Files.readString(said)).contains("%d entries".formatted(ENTRIES));
        return Duration.between(start, Instant.now());
    }

    private static void say(String what, Duration time) {
        System.out.printf("%,d entries %s in %.1f s%n", ENTRIES, what, time.toMillis() / 1_000.0);
        assertThat(time).isLessThan(LONGEST);
    }

    /** The tree is in memory instead of in a database; entry, way and checkpoint are made as always. */
    @Test
    void theProofOfOneAmongAMillionIsSmall() {
        SigningKey key = SigningKey.generate("deskwright.example.org/record");
        List<Hash[]> levels = new ArrayList<>();
        for (int size = MILLION; size > 0; size /= 2) {
            levels.add(new Hash[size]);
        }
        Frontier tree = new Frontier();
        for (int i = 0; i < MILLION; i++) {
            Hash leaf = sealed(i).leaf();
            levels.get(0)[i] = leaf;
            tree.append(leaf, (height, position, root) -> levels.get(height)[(int) position] = root);
        }
        Note head = Note.signed(new Checkpoint(key.verifier().name(), MILLION, tree.root()).text(), key);
        Random random = new Random(1);
        int largest = 0;
        for (int i = 0; i < 1_000; i++) {
            int index = random.nextInt(MILLION);
            String proof = new TlogProof(sealed(index).bytes(), index, MerkleProof.inclusion(index, MILLION, (height, position) -> levels.get(height)[(int) position]),
                    head).toString();
            assertThat(TlogProof.parse(proof).check(key.verifier()).size()).isEqualTo(MILLION);
            largest = Math.max(largest, proof.getBytes(StandardCharsets.UTF_8).length);
        }
        System.out.printf("The proof of an entry of %,d bytes among %,d has %,d bytes%n", sealed(0).bytes().length, MILLION, largest);
        assertThat(largest).isLessThanOrEqualTo(LARGEST_PROOF);
    }

    private static SealedEntry sealed(int index) {
        return new SealedEntry(index, ENTRY.ticket(), 1 + index, ENTRY.at(), false, true, ENTRY.body());
    }
}
