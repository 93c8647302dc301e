package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
        assertThat(record.said.toString()).contains("entry 300 was inserted: it was not written by the desk");
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

    /** As whoever wants nobody to read on would have it. */
    @Test
    void aTextThatIsNoneOfAnEntryHidesNothing() {
        List<UUID> uids = record.owner.sql("select e.uid from record.entry e join record.seal s on s.entry_id = e.id where s.leaf_index in (7, 20) order by s.leaf_index")
                .query(UUID.class).list();
        record.owner.sql("update record.entry set kind = 'FORGED' where uid = ?").param(uids.get(0)).update();
        record.owner.sql("update record.entry set body = 'PRUNED, all of them' where uid = ?").param(uids.get(1)).update();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).containsSubsequence("entry 7 was changed", "entry 20 was changed after it was sealed", "300 entries read", "THE RECORD IS NOT WHAT WAS SIGNED");
    }

    @Test
    void whatTheRecordLetsGoIsBelievedOfAnEntryAloneThatIsAsItWas() {
        record.owner.sql("""
                update record.entry set body = '{"activity_name":"PRUNED","unmapped":{"facts":{"upTo":300,"places":""}}}'
                where id = (select entry_id from record.seal where leaf_index = 7)""").update();
        record.owner.sql("insert into record.pruning (up_to) values (300)").update();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("the database lets go of the first 300 entries, the record of the first 0");
    }

    @Test
    void anExportThatIsCutWithinALineIsReadUpToThere() throws Exception {
        Path file = folder.resolve("record.jsonl");
        List<String> lines = record.export(file);
        lines.set(7, lines.get(7).replace("TESTED", "FORGED"));
        Files.writeString(file, String.join("\n", lines.subList(0, 20)) + "\n" + lines.get(20).substring(0, 50));
        assertThat(record.verify(file)).isOne();
        assertThat(record.said.toString()).containsSubsequence("WRONG: entry 7 was changed", "WRONG: line 21 is neither an entry nor a checkpoint: the export was cut off or changed",
                "20 entries read", "THE RECORD IS NOT WHAT WAS SIGNED");
    }

    /** All that stand behind it seem to be moved, and would fill the page. */
    @Test
    void aLineThatCannotBeReadIsNamedBeforeThoseBehindIt() throws Exception {
        Path file = folder.resolve("record.jsonl");
        List<String> lines = record.export(file);
        lines.set(4, lines.get(4).substring(1));
        lines.set(6, lines.get(6).substring(1));
        Files.write(file, lines);
        assertThat(record.verify(file)).isOne();
        assertThat(record.said.toString().lines().filter(line -> line.startsWith("WRONG")).findFirst())
                .hasValueSatisfying(first -> assertThat(first).contains("line 5 is neither an entry nor a checkpoint"));
    }

    @Test
    void checkpointsThatAreNotToBeBelievedLeaveRoomForTheEntryThatWasChanged() throws Exception {
        Path file = folder.resolve("record.jsonl");
        List<String> lines = record.export(file);
        lines.set(7, lines.get(7).replace("TESTED", "FORGED"));
        lines.addAll(0, Collections.nCopies(30, "{\"checkpoint\":\"none\"}"));
        Files.write(file, lines);
        assertThat(record.verify(file)).isOne();
        assertThat(record.said.toString()).containsSubsequence("WRONG: entry 7 was changed", "WRONG: line 1: this is no signed note", "and 29 more like it");
    }

    /** More than a page of them, and desks that append to one file do so in no order. */
    @Test
    void manyCheckpointsAreReadBesideTheirEntries() throws Exception {
        Sealer sealer = record.sealer();
        for (int i = 0; i < 450; i++) {
            write(1);
            sealer.seal();
        }
        List<String> kept = new ArrayList<>(List.of(Files.readString(record.checkpoints).split("(?<=\n\n)(?=test)")));
        Collections.swap(kept, 300, 302);
        Files.writeString(record.checkpoints, String.join("", kept));
        assertThat(kept).hasSize(451);
        assertThat(record.verify()).as(record.said.toString()).isZero();
        Path export = folder.resolve("record.jsonl");
        assertThat(record.export(export)).hasSize(750 + 451);
        assertThat(record.verify(export)).as(record.said.toString()).isZero();

        record.owner.sql("delete from record.checkpoint where size = 600").update();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).containsOnlyOnce("WRONG").contains("the checkpoint of 600 entries was kept, but does not stand in the record any more");
    }

    @Test
    void whatWaitsForItsSealIsNoFinding() {
        write(1_001);
        clock.pass(Duration.ofMinutes(50));
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
