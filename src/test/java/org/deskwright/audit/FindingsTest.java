package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

import org.deskwright.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However much is wrong with a record, its report is a page, and names each kind of it. */
class FindingsTest {

    private static final int ENTRIES = 300;
    @TempDir
    private Path folder;
    private OwnRecord record;

    @BeforeEach
    void write() {
        record = OwnRecord.onH2(folder, new TestClock());
        for (int i = 0; i < ENTRIES; i++) {
            record.log().write("DW-1", "TESTED", Actor.DESK, Map.of("number", i));
        }
        record.sealer().sealAll();
        record.triggersOff();
    }

    @Test
    void manyFindingsOfOneKindLeaveRoomForTheFirstOfEveryOther() throws Exception {
        record.owner.sql("update record.entry set kind = 'FORGED'").update();
        record.owner.sql("update record.entry set body = replace(body, 'TESTED', 'FORGED') where id = (select entry_id from record.seal where leaf_index = 250)").update();
        record.owner.sql("delete from record.seal where leaf_index >= 290").update();
        Files.writeString(record.checkpoints, Files.readString(record.checkpoints).replace("test.example", "another.example"), StandardOpenOption.APPEND);
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).containsSubsequence("entry 0 was changed: its columns", "entry 18 was changed: its columns", "entry 250 was changed after it was sealed",
                "the record ends after 290 entries", "of the checkpoints from outside one is not to be believed").doesNotContain("entry 20 was changed");
    }

    @Test
    void checkpointsOfADatabaseThatAreNotToBeBelievedAreCountedNotKept() {
        for (int i = 1; i <= 30; i++) {
            record.owner.sql("insert into record.checkpoint (size, note) values (?, 'none')").param(i).update();
        }
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).containsOnlyOnce("WRONG").contains("a checkpoint in the database is not to be believed: this is no signed note", "; and 29 more like it");
    }
}
