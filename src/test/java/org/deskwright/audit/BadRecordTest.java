package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.deskwright.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What auditors may hand over by mistake, and what the desk may be asked to write: a clear word, and nothing is lost. */
@ExtendWith(OutputCaptureExtension.class)
class BadRecordTest {

    private final TestClock clock = new TestClock();
    @TempDir
    private Path folder;
    private OwnRecord record;

    @BeforeEach
    void write() {
        record = OwnRecord.onH2(folder, clock);
        write(Map.of("number", 1));
    }

    private void write(Map<String, ?> facts) {
        record.log().write("DW-1", "TESTED", Actor.DESK, facts);
        record.sealer().sealAll();
    }

    @Test
    void checkpointsOfAnotherLogAreRefused() throws Exception {
        String own = Files.readString(record.checkpoints);
        SigningKey another = SigningKey.generate("another.example/record");
        keep(Note.signed(new Checkpoint("another.example/record", 1, Hash.EMPTY).text(), another));
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("this checkpoint is not signed by " + record.key.verifier());

        Files.writeString(record.checkpoints, own);
        keep(Note.signed(new Checkpoint("another.example/record", 1, Hash.EMPTY).text(), record.key));
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("this checkpoint is of another log: another.example/record");
    }

    private void keep(Note note) throws Exception {
        Files.writeString(record.checkpoints, note + "\n", StandardOpenOption.APPEND);
    }

    /** While the record is read, the desk goes on signing. */
    @Test
    void checkpointsThatAreAppendedWhileItIsReadBelongToALaterOne() throws Exception {
        List<Note> read = new ArrayList<>();
        String atFirst = Files.readString(record.checkpoints);
        try (KeptCheckpoints kept = KeptCheckpoints.in(record.checkpoints)) {
            write(Map.of("number", 2));
            kept.upTo(Long.MAX_VALUE, read::add);
            assertThat(kept.cutShort()).isZero();
        }
        assertThat(read).extracting(note -> note + "\n").containsExactly(atFirst);
        assertThat(Files.readString(record.checkpoints)).startsWith(atFirst).isNotEqualTo(atFirst);
    }

    @Test
    void aCheckpointThatACrashCutShortIsSaidAndStopsNothing() throws Exception {
        write(Map.of("number", 2));
        byte[] whole = Files.readAllBytes(record.checkpoints);
        Files.write(record.checkpoints, Arrays.copyOf(whole, whole.length - 20));
        assertThat(record.verify()).as(record.said.toString()).isZero();
        assertThat(record.said.toString()).contains("Note: 1 checkpoints in").contains("were cut short");

        record.notary(record.checkpoints).compare();
        write(Map.of("number", 3));
        assertThat(record.verify()).as(record.said.toString()).isZero();
        assertThat(record.said.toString()).contains("3 entries read, 3 covered").contains("Note: 1 checkpoints in");
    }

    @Test
    void whereCheckpointsWereTakenAwayTheLogSaysSo(CapturedOutput output) throws Exception {
        record.notary(record.checkpoints).compare();
        assertThat(output).doesNotContain("holds no checkpoint");
        Files.delete(record.checkpoints);
        record.notary(record.checkpoints).compare();
        assertThat(output).contains(record.checkpoints + " holds no checkpoint, although the record has 1 entries");
    }

    @Test
    void anExportThatEndsWithinALetterIsCutOff() throws Exception {
        write(Map.of("text", "\u00e4"));
        Path export = folder.resolve("record.jsonl");
        String text = String.join("\n", record.export(export));
        Files.write(export, Arrays.copyOf(text.getBytes(StandardCharsets.UTF_8), text.substring(0, text.indexOf('\u00e4')).getBytes(StandardCharsets.UTF_8).length + 1));
        assertThat(record.verify(export)).isOne();
        assertThat(record.said.toString()).containsPattern("WRONG: .*the export was cut off or changed");
    }

    @Test
    void whatStandsInAnExportDoesNothingToTheTerminal() throws Exception {
        Path export = folder.resolve("record.jsonl");
        List<String> lines = record.export(export);
        Files.write(export, lines.stream().map(line -> line.replace("DW-1", "DW\\u001b[2J\\nNote: all is well").replace("\"sequence\":\"1\"", "\"sequence\":\"7\"")).toList());
        assertThat(record.verify(export)).isOne();
        assertThat(record.said.toString()).contains("says it is number 7 of DW\uFFFD[2J / Note: all is well").doesNotContain("\u001b").doesNotContainPattern("(?m)^Note: all");
    }

    @Test
    void nothingAtAllIsNoRecord() throws Exception {
        Path export = Files.createFile(folder.resolve("record.jsonl"));
        assertThat(record.audit("verify", "--export", export.toString(), "--key", record.key.verifier().toString())).isOne();
        assertThat(record.said.toString()).contains("there is no entry at all");
    }

    /** As a later desk would have written it: well marked, sealed and signed. */
    @Test
    void anUnknownSchemaVersionInTheDatabaseIsNotGuessedAtEither() {
        String body = record.owner.sql("select body from record.entry").query(String.class).single();
        UUID uid = UUID.randomUUID();
        String later = body.replace("\"log_version\":\"1\"", "\"log_version\":\"7\"").replaceFirst("\"uid\":\"[-0-9a-f]{36}\"", "\"uid\":\"" + uid + "\"");
        record.owner.sql("insert into record.entry (uid, at, ticket_number, kind, who, body, mac) select ?, at, ticket_number, kind, who, ?, ? from record.entry")
                .params(uid, later, record.key.writersMark().of(later)).update();
        record.sealer().sealAll();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).containsOnlyOnce("WRONG").contains("entry 1 has another schema version than 1");
    }

    @Test
    void anUnknownSchemaVersionIsNotGuessedAt() throws Exception {
        Path export = folder.resolve("record.jsonl");
        List<String> lines = record.export(export);
        Files.write(export, lines.stream().map(line -> line.replace("\"log_version\":\"1\"", "\"log_version\":\"7\"")).toList());
        assertThat(record.verify(export)).isOne();
        assertThat(record.said.toString()).contains("line 1: its entry has schema version \"7\"; this program reads 1: use a newer one");
    }

    @Test
    void anEntryThatIsTooLargeTakesItsFactWithItAndNothingElse() {
        write(Map.of("text", "x".repeat(Entry.LARGEST - 2_000)));
        assertThatThrownBy(() -> record.transaction().executeWithoutResult(status -> {
            record.log().write("DW-1", "FACT", Actor.DESK, Map.of());
            record.log().write("DW-1", "TESTED", Actor.DESK, Map.of("text", "x".repeat(Entry.LARGEST)));
        })).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("does not go into the record: at most 262144 do (TESTED of DW-1)");
        write(Map.of("number", 2));
        assertThat(record.owner.sql("select count(*) from record.entry where kind = 'FACT'").query(Long.class).single()).isZero();
        assertThat(record.verify()).as(record.said.toString()).isZero();
        assertThat(record.said.toString()).contains("3 entries read, 3 covered");
    }

    @Test
    void aClockSetBackIsFlaggedAndNothingIsLost() {
        clock.pass(Duration.ofMinutes(-10));
        write(Map.of("number", 2));
        assertThat(record.verify()).as(record.said.toString()).isZero();
        assertThat(record.said.toString()).contains("Note: entry 1 has a suspicious clock").contains("2 entries read, 2 covered");

        clock.pass(Duration.ofMinutes(10));
        write(Map.of("number", 3));
        assertThat(record.verify()).isZero();
        assertThat(record.said.toString()).doesNotContain("entry 2 has a suspicious clock").contains("3 entries read, 3 covered");
    }

    @Test
    void anEntryThatComesFromAnotherClockIsFlagged() {
        OwnRecord other = OwnRecord.again(record.url, folder, Clock.offset(clock, Duration.ofMinutes(-10)));
        other.log().write("DW-1", "TESTED", Actor.DESK, Map.of());
        record.sealer().sealAll();
        assertThat(record.verify()).isZero();
        assertThat(record.said.toString()).contains("Note: entry 1 has a suspicious clock");
    }
}
