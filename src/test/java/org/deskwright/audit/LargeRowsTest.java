package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.Map;
import java.util.UUID;

import org.deskwright.DeskTestEnvironment;
import org.deskwright.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever adds a row, or changes one, says how large it is and what it holds; sealing and reading go on in the memory that they have. */
@Tag("path")
class LargeRowsTest {

    private static final byte[] NO_MARK = { 1 };
    private final TestClock clock = new TestClock();
    @TempDir
    private Path folder;
    private OwnRecord record;
    private JdbcClient desk;

    @BeforeEach
    void setUp() throws Exception {
        record = DeskTestEnvironment.isPostgres() ? OwnRecord.onPostgres(folder, clock) : OwnRecord.onH2(folder, clock);
        desk = JdbcClient.create(record.desk);
        write();
        record.sealer().sealAll();
    }

    private void write() {
        record.log().write("DW-1", "TESTED", Actor.DESK, Map.of());
    }

    /** @return its number */
    private long add(String body, byte[] mark) {
        UUID uid = UUID.randomUUID();
        desk.sql("insert into record.entry (uid, at, ticket_number, kind, who, body, mac) values (?, ?, 'DW-1', 'TESTED', 'desk', ?, ?)")
                .params(uid, Timestamp.from(clock.instant()), body, mark).update();
        return desk.sql("select id from record.entry where uid = ?").param(uid).query(Long.class).single();
    }

    @Test
    void oneThatIsLargerThanAnyEntryIsNotSealedAndNamed() throws Exception {
        long large = add("x".repeat(Entry.LARGEST + 1), NO_MARK);
        long wide = add("\u00e4".repeat(Entry.LARGEST / 2 + 1), NO_MARK);
        write();
        Sealer sealer = record.sealer();
        assertThat(sealer.seal()).isOne();
        assertThat(sealer.seal()).isZero();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("the row with id %d stands beside the record: it is larger than any entry".formatted(large))
                .contains("the row with id %d stands beside the record: it is larger".formatted(wide)).contains("2 entries read, 2 covered").doesNotContain("wait for their seal");
        Path export = folder.resolve("record.jsonl");
        record.export(export);
        assertThat(record.verify(export)).as("what was sealed is sound").isZero();
    }

    @Test
    void theDesksOwnLargestEntryIsSealed() {
        record.log().write("DW-1", "TESTED", Actor.DESK, Map.of("text", "\u00e4".repeat((Entry.LARGEST - 2_000) / 2)));
        assertThat(record.sealer().seal()).isOne();
        assertThat(record.verify()).as(record.said.toString()).isZero();
    }

    @Test
    void manyThatAreAsLargeAsAnEntryMayBeAreSealedByAndBy() {
        int rows = 150;
        String body = "x".repeat(Entry.LARGEST);
        for (int i = 0; i < rows; i++) {
            add(body, NO_MARK);
        }
        write();
        Sealer sealer = record.sealer();
        assertThat(sealer.seal()).as("32 MB").isEqualTo(128);
        assertThat(sealer.seal()).isEqualTo(rows + 1 - 128);
        assertThat(desk.sql("select count(*) from record.seal where authentic").query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void aMarkOfAnySizeAndATextThatNobodyReadsToItsEndStopNothing() {
        add("{}", new byte[5_000_000]);
        add("[".repeat(200_000), NO_MARK);
        add("{\"unmapped\":{\"facts\":{\"outcome\":" + "9".repeat(100_000) + "}}}", NO_MARK);
        write();
        record.sealer().sealAll();
        new RecordIndex(new JdbcTemplate(record.desk), record.transaction()).catchUp();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("entry 1 was inserted", "entry 2 was inserted", "entry 3 was inserted", "5 entries read, 5 covered");
    }

    @Test
    void oneThatWasMadeLargerIsNamedAndReadNoFurther() {
        write();
        record.sealer().sealAll();
        record.triggersOff();
        record.owner.sql("update record.entry set body = ? where id = (select entry_id from record.seal where leaf_index = 0)").param("x".repeat(5_000_000)).update();
        record.owner.sql("update record.seal set leaf_hash = ? where leaf_index = 1").param(new byte[5_000_000]).update();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("entry 0 was changed after it was sealed", "entry 1 was changed after it was sealed", "2 entries read");
        assertThat(new RecordRows(desk).sealed("DW-1")).extracting(row -> row.entry().body().length()).first().isEqualTo(0);
    }
}
