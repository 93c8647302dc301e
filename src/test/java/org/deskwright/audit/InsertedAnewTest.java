package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.deskwright.DeskTestEnvironment;
import org.deskwright.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever kept the row of an entry that has gone cannot have it believed a second time: the desk's own user may add rows. */
@Tag("path")
class InsertedAnewTest {

    private static final int OLD = 5;
    private static final String ROW = "uid, at, ticket_number, kind, who, body, mac";
    private final TestClock clock = new TestClock();
    @TempDir
    private Path folder;
    private OwnRecord record;
    private JdbcClient desk;

    @BeforeEach
    void setUp() throws Exception {
        record = DeskTestEnvironment.isPostgres() ? OwnRecord.onPostgres(folder, clock) : OwnRecord.onH2(folder, clock);
        desk = JdbcClient.create(record.desk);
        for (int i = 0; i < OLD; i++) {
            record.log().write(i == 0 ? null : "DW-1", "TESTED", Actor.DESK, Map.of("number", i));
        }
        record.sealer().sealAll();
        record.owner.sql("create table public.copy as select * from record.entry").update();
        record.owner.sql("grant select on public.copy to " + OwnRecord.DESK).update();
        clock.pass(Duration.ofDays(182));
        record.idle(clock, SealTimes.WATCH);
        record.retention().decide();
        record.idle(clock, SealTimes.WATCH);
        assertThat(record.take()).isEqualTo(OLD);
        assertThat(record.verify()).as(record.said.toString()).isZero();
    }

    @Test
    void itIsSealedAsInsertedAndFound() throws Exception {
        desk.sql("insert into record.entry (%s) select %s from public.copy order by id".formatted(ROW, ROW)).update();
        record.log().write("DW-1", "TESTED", Actor.DESK, Map.of("number", OLD));
        record.sealer().sealAll();
        assertThat(desk.sql("select count(*) from record.seal where not authentic").query(Integer.class).single()).isEqualTo(OLD);
        isFound();
    }

    /** The rows of those that one copy of the database had, at the places that they had, but not of all. */
    @Test
    void whatIsPutBackWhereItStoodIsFound() throws Exception {
        desk.sql("insert into record.entry (id, %s) select id, %s from public.copy where id = (select max(id) from public.copy)".formatted(ROW, ROW)).update();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).contains("the first 4 entries are gone, but more would have gone with them", "inserted again");
    }

    @Test
    void whatWasTakenAwayAndIsPutInLaterIsFoundTwice() {
        record.log().write("DW-1", "TESTED", Actor.DESK, Map.of("number", OLD));
        record.sealer().sealAll();
        record.triggersOff();
        record.owner.sql("insert into public.copy select * from record.entry where kind = 'TESTED'").update();
        record.owner.sql("delete from record.entry where kind = 'TESTED'").update();
        clock.pass(Duration.ofMinutes(10));
        desk.sql("insert into record.entry (%s) select %s from public.copy where id = (select max(id) from public.copy)".formatted(ROW, ROW)).update();
        record.sealer().sealAll();
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).containsPattern("entry \\d+ is gone").containsPattern("entry \\d+ was inserted");
    }

    /** A desk that was off sealed nothing meanwhile. */
    @Test
    void whatOnlyWaitedForLongIsBelieved() {
        record.log().write("DW-1", "TESTED", Actor.DESK, Map.of("number", 0));
        clock.pass(Duration.ofDays(200));
        record.sealer().sealAll();
        assertThat(record.verify()).as(record.said.toString()).isZero();
        assertThat(record.said.toString()).contains("has a suspicious clock");
    }

    private void isFound() throws Exception {
        assertThat(record.verify()).isOne();
        assertThat(record.said.toString()).containsPattern("entry \\d+ was inserted");
        Path export = folder.resolve("record.jsonl");
        record.export(export);
        assertThat(record.verify(export)).isOne();
        assertThat(record.said.toString()).containsPattern("entry \\d+ was inserted");
    }
}
