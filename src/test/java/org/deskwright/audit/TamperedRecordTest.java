package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.deskwright.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an owner of the tables can do with the record and what is found of it; {@link TamperingRun} tries much more. */
class TamperedRecordTest {

    private static final int ENTRIES = 300;
    private final TestClock clock = new TestClock();
    @TempDir
    private Path folder;
    private OwnRecord record;

    @BeforeEach
    void write() {
        record = OwnRecord.onH2(folder, clock);
        write(ENTRIES);
        record.sealer().sealAll();
        record.triggersOff();
    }

    private void write(int entries) {
        for (int i = 0; i < entries; i++) {
            record.log().write("DW-" + i % 3, "TESTED", Actor.DESK, Map.of("number", i));
        }
    }

    @Test
    void aSealThatNobodySignedIsFoundAndNothingIsSealedBehindIt() {
        long id = insertLike(0);
        record.owner.sql("""
                insert into record.seal (leaf_index, entry_id, ticket_number, ticket_sequence, sealed_at, clock_suspect, authentic, leaf_hash)
                select 300, ?, ticket_number, 101, sealed_at, false, true, leaf_hash from record.seal where leaf_index = 0""").param(id).update();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("entry 300 and those behind it are sealed, but nobody signed them");
        write(1);
        assertThatThrownBy(() -> record.sealer().seal()).isInstanceOf(MalformedRecord.class).hasMessageContaining("301 sealed entries").hasMessageContaining("300");
    }

    @Test
    void anEntryThatWasCopiedWithItsNumberIsFoundAndTheFirstStillProved() {
        new ForgedRows(record).replay(7);
        record.sealer().sealAll();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("entry 300 says word for word what an earlier one says");
        UUID uid = record.owner.sql("select uid from record.entry e join record.seal s on s.entry_id = e.id where s.leaf_index = 7").query(UUID.class).single();
        assertThat(Proofs.of(uid, record.owner).index()).isEqualTo(7);
    }

    @Test
    void theTextAndMarkOfAnotherEntryDoNotMakeOne() {
        insertLike(0);
        record.sealer().sealAll();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("entry 300 was not written by the desk");
        assertThat(record.owner.sql("select authentic from record.seal where leaf_index = 300").query(Boolean.class).single()).isFalse();
    }

    private long insertLike(int index) {
        record.owner.sql("""
                insert into record.entry (uid, at, ticket_number, kind, who, body, mac)
                select ?, at, ticket_number, kind, who, body, mac from record.entry where id = (select entry_id from record.seal where leaf_index = ?)""")
                .params(UUID.randomUUID(), index).update();
        return record.owner.sql("select max(id) from record.entry").query(Long.class).single();
    }

    @Test
    void aRunningDeskSealsNothingBehindAnOlderCopy() {
        Sealer sealer = record.sealer();
        record.backUp("older");
        write(3);
        sealer.sealAll();
        record.restore("older");
        write(3);
        assertThatThrownBy(sealer::seal).isInstanceOf(MalformedRecord.class).hasMessageContaining("cut off, or an older copy");
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("ends after 300 entries, but 303 were signed");
    }

    @Test
    void hashesStoredForProofsAreLookedAt() {
        record.owner.sql("update record.subtree set root = ?").param(new byte[Hash.LENGTH]).update();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("the stored hash over entry 0 to entry 255 is not theirs");
        record.owner.sql("delete from record.subtree").update();
        assertThat(record.verify()).isOne();
    }

    @Test
    void aCheckpointThatWasKeptHasToStandInTheDatabase() {
        record.owner.sql("delete from record.checkpoint").update();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("the checkpoint of 300 entries was kept, but does not stand in the record any more");
    }

    @Test
    void aLineOfAnExportHoldsNothingBesideTheRecord() throws Exception {
        Path file = folder.resolve("record.jsonl");
        List<String> lines = record.export(file);
        lines.set(7, "{\"entry\":{\"activity_name\":\"FORGED\"}," + lines.get(7).substring(1));
        Files.write(file, lines);
        assertThat(record.verify(file)).isOne();
        assertThat(record.said.toString()).contains("line 8 holds something beside what was signed");
    }

    @Test
    void whatWaitsForItsSealIsNoFinding() {
        write(1_001);
        clock.pass(Duration.ofHours(2));
        assertThat(record.sealer().seal()).as("one batch").isEqualTo(1_000);
        assertThat(record.verify()).as(record.said.toString()).isZero();
        assertThat(record.said.toString()).contains("1 entries wait for their seal");
    }

    @Test
    void aSealAtNoPlaceOfTheRecordIsAFinding() {
        record.owner.sql("""
                insert into record.seal (leaf_index, entry_id, ticket_number, ticket_sequence, sealed_at, clock_suspect, authentic, leaf_hash)
                select -1, ?, ticket_number, -1, sealed_at, false, true, leaf_hash from record.seal where leaf_index = 0""").param(insertLike(0)).update();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("1 seals stand beside the record, at no place of it");
    }

    @Test
    void anExportHoldsTheHeadsOfAnEndThatIsMissing() throws Exception {
        record.owner.sql("delete from record.seal where leaf_index >= 290").update();
        Path file = folder.resolve("record.jsonl");
        record.export(file);
        assertThat(record.audit("verify", "--export", file.toString(), "--key", record.key.verifier().toString())).as("without any other checkpoints").isOne();
        assertThat(record.said.toString()).contains("the record ends after 290 entries, but 300 were signed");
    }

    @Test
    void whatIsPassedOverIsAFinding() {
        record.owner.sql("update record.entry set id = -1 where id = ?").param(insertLike(0)).update();
        clock.pass(Duration.ofMinutes(20));
        write(1);
        Sealer sealer = record.sealer();
        sealer.sealAll();
        clock.pass(Duration.ofMinutes(20));
        write(1);
        sealer.sealAll();
        record.owner.sql("update record.entry set id = -2 where id = ?").param(insertLike(1)).update();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("the row with id -2 stands beside the record");
    }
}
