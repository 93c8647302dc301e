package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.deskwright.BareDeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the desk writes is sealed, signed, proved to an outsider, and found out when it is changed. */
@BareDeskTest
class SealedRecordTest {

    private final AuditLog log;
    private final Sealer sealer;
    private final SigningKey key;
    private final Exhibits exhibits;
    private final JdbcClient jdbc;
    private final DataSourceProperties database;
    private final RecordSettings settings;
    private final DataSource others;
    private final Reading reading;
    private final StringWriter said = new StringWriter();
    @TempDir
    private Path folder;

    SealedRecordTest(AuditLog log, Sealer sealer, SigningKey key, Exhibits exhibits, JdbcClient jdbc, DataSourceProperties database, RecordSettings settings,
            @Qualifier("recordDataSource") DataSource others, Reading reading) {
        this.reading = reading;
        this.others = others;
        this.log = log;
        this.sealer = sealer;
        this.key = key;
        this.exhibits = exhibits;
        this.jdbc = jdbc;
        this.database = database;
        this.settings = settings;
    }

    @BeforeEach
    void write() {
        for (int i = 0; i < 5; i++) {
            log.write("REC-" + i % 2, "TESTED", Actor.person("ada.lindqvist"), Map.of("confidence", 0.25, "number", i, "text", "\u00e4\u2028\ud83d\ude00"));
        }
        sealer.sealAll();
    }

    @Test
    void anUntouchedRecordIsSound() {
        assertThat(verify()).describedAs(said.toString()).isZero();
        assertThat(said.toString()).contains("the record is what was signed");
    }

    @Test
    void anExportIsVerifiedWithoutTheDatabase() throws Exception {
        Path export = folder.resolve("record.jsonl");
        assertThat(audit("export", "--jdbc", database.determineUrl(), "--user", database.determineUsername(), "--out", export.toString())).isZero();
        assertThat(audit("verify", "--export", export.toString(), "--key", key.verifier().toString(), "--checkpoints", settings.checkpoints().toString()))
                .describedAs(said.toString()).isZero();

        List<String> lines = Files.readAllLines(export);
        Path changed = Files.write(folder.resolve("changed.jsonl"), lines.stream().map(line -> line.replace("TESTED", "TASTED")).toList());
        assertThat(audit("verify", "--export", changed.toString(), "--key", key.verifier().toString())).isOne();
        assertThat(said.toString()).containsPattern("entry \\d+ was changed after it was sealed");
        Path cut = Files.write(folder.resolve("cut.jsonl"), lines.subList(0, lines.size() - 2));
        assertThat(audit("verify", "--export", cut.toString(), "--key", key.verifier().toString(), "--checkpoints", settings.checkpoints().toString())).isOne();
        assertThat(said.toString()).contains("the end is missing");
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), lines.get(0).substring(0, 50));
        assertThat(audit("verify", "--export", broken.toString(), "--key", key.verifier().toString())).isOne();
        assertThat(said.toString()).contains("line 1 is neither an entry nor a checkpoint: the export was cut off or changed");
    }

    @Test
    void anExportThatIsWrittenWhileTheDeskSealsIsSound() throws Exception {
        Path export = folder.resolve("busy.jsonl");
        for (int i = 0; i < 500; i++) {
            log.write("REC-BUSY", "TESTED", Actor.DESK, Map.of("number", i));
        }
        sealer.sealAll();
        AtomicBoolean first = new AtomicBoolean(true);
        try (Writer out = new FilterWriter(Files.newBufferedWriter(export)) {
            @Override
            public void write(String text, int offset, int length) throws IOException {
                if (first.getAndSet(false)) {
                    CompletableFuture.runAsync(() -> {
                        log.write("REC-BUSY", "TESTED", Actor.DESK, Map.of("number", -1));
                        sealer.sealAll();
                    }).join();
                }
                super.write(text, offset, length);
            }
        }) {
            exhibits.export(out);
        }
        assertThat(audit("verify", "--export", export.toString(), "--key", key.verifier().toString())).describedAs(said.toString()).isZero();
    }

    @Test
    void aStoryTellsNothingTwiceThatIsSealedMeanwhile() {
        for (int i = 0; i < 100; i++) {
            log.write("REC-STORY", "TESTED", Actor.DESK, Map.of("number", i));
            CompletableFuture<Void> sealing = CompletableFuture.runAsync(sealer::sealAll);
            do {
                assertThat(reading.story("REC-STORY")).extracting(ReadEntry::uid).doesNotHaveDuplicates().hasSize(i + 1);
            } while (!sealing.isDone());
        }
    }

    @Test
    void sealingGoesOnWhileOthersTakeAllConnectionsOfTheRecord() throws Exception {
        log.write("REC-BUSY", "TESTED", Actor.DESK, Map.of());
        List<Connection> taken = new ArrayList<>();
        try {
            for (int i = 0; i < others.unwrap(HikariDataSource.class).getMaximumPoolSize(); i++) {
                taken.add(others.getConnection());
            }
            assertThat(CompletableFuture.supplyAsync(sealer::seal)).succeedsWithin(Duration.ofSeconds(10), InstanceOfAssertFactories.INTEGER).isPositive();
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }

    @Test
    void oneEntryIsProvedToSomebodyWhoHasOnlyTheKey() {
        Path proof = folder.resolve("one.tlog-proof");
        UUID uid = jdbc.sql("select e.uid from record.entry e join record.seal s on s.entry_id = e.id where kind = 'TESTED' limit 1").query(UUID.class).single();
        assertThat(audit("prove", uid.toString(), "--jdbc", database.determineUrl(), "--user", database.determineUsername(), "--out", proof.toString()))
                .describedAs(said.toString()).isZero();
        assertThat(audit("check-proof", proof.toString(), "--key", key.verifier().toString())).isZero();
        assertThat(said.toString()).contains(uid.toString()).contains("stands in the record of");
        assertThat(audit("check-proof", proof.toString(), "--key", SigningKey.generate("another.example/record").verifier().toString())).isOne();
    }

    @Test
    void anotherKeyIsNotBelieved() {
        assertThat(audit("verify", "--jdbc", database.determineUrl(), "--user", database.determineUsername(), "--key",
                SigningKey.generate(settings.origin()).verifier().toString())).isOne();
        assertThat(said.toString()).contains("is not signed by");
    }

    @Test
    void fractionsAreStringsAndSequencesHaveNoGaps() {
        List<String> bodies = jdbc.sql("select e.body from record.entry e join record.seal s on s.entry_id = e.id where s.ticket_number = 'REC-0' order by s.ticket_sequence")
                .query(String.class).list();
        assertThat(bodies.get(0)).contains("\"confidence\":\"0.25\"").contains("\"number\":0").contains("\"activity_name\":\"TESTED\"");
        assertThat(jdbc.sql("select ticket_sequence from record.seal where ticket_number = 'REC-0' order by leaf_index").query(Integer.class).list())
                .startsWith(1, 2, 3);
    }

    private int verify() {
        return audit("verify", "--jdbc", database.determineUrl(), "--user", database.determineUsername(), "--key", key.verifier().toString(),
                "--checkpoints", settings.checkpoints().toString());
    }

    private int audit(String... arguments) {
        PrintWriter out = new PrintWriter(said, true);
        return new AuditCommand().run(out, out, arguments);
    }
}
