package org.deskwright.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

import org.deskwright.BareDeskTest;
import org.deskwright.TestClock;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/** What is older than the desk keeps it goes when the record says so, and only then; the rest is still proved. */
@BareDeskTest
@DirtiesContext // its record has lost its beginning
class RetentionTest {

    private static final int LAST = 5;

    private final AuditLog log;
    private final Sealer sealer;
    private final SigningKey key;
    private final DataSourceProperties database;
    private final RecordSettings settings;
    private final JdbcClient owner;
    private final JdbcClient jdbc;
    private final Retention retention;
    private final TestClock clock;
    private final StringWriter said = new StringWriter();
    @TempDir
    private Path folder;

    RetentionTest(AuditLog log, Sealer sealer, SigningKey key, DataSourceProperties database, RecordSettings settings, Flyway flyway,
            JdbcClient jdbc, Retention retention, TestClock clock) {
        this.log = log;
        this.sealer = sealer;
        this.key = key;
        this.database = database;
        this.settings = settings;
        this.owner = JdbcClient.create(flyway.getConfiguration().getDataSource());
        this.jdbc = jdbc;
        this.retention = retention;
        this.clock = clock;
    }

    @BeforeEach
    void write() {
        for (int i = 0; i < LAST; i++) {
            log.write("OLD-1", "TESTED", Actor.DESK, Map.of("number", i));
        }
        sealer.sealAll();
    }

    @Test
    void theOldGoesOnceTheRecordSaysSo() {
        assertThatThrownBy(() -> owner.sql("delete from record.entry").update()).isInstanceOf(DataAccessException.class);
        clock.pass(Duration.ofDays(181));
        idleForADay();
        retention.run();
        assertThat(Pruning.mayGo(jdbc, key.verifier())).as("not sealed yet").isZero();
        sealer.sealAll();
        assertThatThrownBy(() -> owner.sql("delete from record.entry").update()).as("what says so is to be kept").isInstanceOf(DataAccessException.class);
        retention.run();
        assertThat(old()).as("nobody had the time to see it").isEqualTo(LAST);
        idleForADay();
        retention.run();
        assertThat(old()).isZero();
        assertThat(verify("--jdbc", database.determineUrl(), "--user", database.determineUsername())).describedAs(said.toString()).isZero();
        assertThat(said.toString()).contains("were let go, as the record says");

        Path export = folder.resolve("record.jsonl");
        assertThat(audit("export", "--jdbc", database.determineUrl(), "--user", database.determineUsername(), "--out", export.toString())).isZero();
        assertThat(verify("--export", export.toString())).describedAs(said.toString()).isZero();
        isAsPublished(export);

        log.write("OLD-1", "TESTED", Actor.DESK, Map.of("number", LAST));
        sealer.sealAll();
        assertThat(verify("--jdbc", database.determineUrl(), "--user", database.determineUsername())).describedAs(said.toString()).isZero();
    }

    /** What is left of those that went, and the heads, as well as the entries. */
    private static void isAsPublished(Path export) {
        RecordSchema schema = new RecordSchema();
        assertThat(export).content(UTF_8).contains("\"gone\":{", "\"checkpoint\":", "\"entry\":{").satisfies(text ->
                assertThat(text.lines()).allSatisfy(line -> assertThat(schema.problemsOfLine(line)).as(line).isEmpty()));
    }

    private void idleForADay() {
        OwnRecord.beat(sealer);
        for (Duration passed = Duration.ZERO; passed.compareTo(SealTimes.WATCH) < 0; passed = passed.plusMinutes(5)) {
            clock.pass(Duration.ofMinutes(5));
            OwnRecord.beat(sealer);
        }
    }

    private long old() {
        return jdbc.sql("select count(*) from record.entry where ticket_number = 'OLD-1'").query(Long.class).single();
    }

    private int verify(String... source) {
        String[] rest = {"--key", key.verifier().toString(), "--checkpoints", settings.checkpoints().toString()};
        return audit(Stream.of(new String[] {"verify"}, source, rest).flatMap(Arrays::stream).toArray(String[]::new));
    }

    private int audit(String... arguments) {
        PrintWriter out = new PrintWriter(said, true);
        return new AuditCommand().run(out, out, arguments);
    }
}
