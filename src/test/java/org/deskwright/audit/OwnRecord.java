package org.deskwright.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A record with a database and a key of its own, made by the desk's writer and sealer and read by the command that auditors
 * use: for runs that do to it what no desk survives.
 */
final class OwnRecord {

    static final List<String> TABLES = List.of("entry", "seal", "subtree", "checkpoint");
    private static final String ORIGIN = "test.example/record";
    private static final String DESK = "desk_app";
    private static EmbeddedPostgres server;

    final JdbcClient owner;
    final SigningKey key = SigningKey.generate(ORIGIN);
    final Path checkpoints;
    final StringWriter said = new StringWriter();
    private final String url;
    private final boolean h2;
    private final DataSource desk;
    private final Clock clock;

    private OwnRecord(String url, String owner, Path folder, Clock clock) {
        this.url = url;
        this.h2 = url.startsWith("jdbc:h2:");
        this.clock = clock;
        this.checkpoints = folder.resolve("checkpoints");
        DriverManagerDataSource owners = new DriverManagerDataSource(url, owner, "");
        this.owner = JdbcClient.create(owners);
        Flyway.configure().dataSource(owners).locations("classpath:db/migration", "classpath:db/rights/" + (h2 ? "h2" : "postgresql"))
                .placeholders(Map.of("binary", h2 ? "blob" : "bytea", "app_user", DESK,
                        "next_ticket_number", h2 ? "next value for ticket_number" : "nextval('ticket_number')")).load().migrate();
        this.desk = new DriverManagerDataSource(url, DESK, "");
    }

    static OwnRecord onH2(Path folder, Clock clock) {
        return new OwnRecord("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000".formatted(UUID.randomUUID()), "desk", folder, clock);
    }

    static synchronized OwnRecord onPostgres(Path folder, Clock clock) throws IOException, SQLException {
        if (server == null) {
            server = EmbeddedPostgres.builder().setOverrideWorkingDirectory(Path.of("target", "postgres").toAbsolutePath().toFile()).start();
        }
        String name = "record_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute("do $$ begin create role %s login; exception when duplicate_object then null; end $$".formatted(DESK));
            statement.execute("create database " + name);
        }
        return new OwnRecord("jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), name), "postgres", folder, clock);
    }

    AuditLog log() {
        return scribe().on(JdbcClient.create(desk));
    }

    private Scribe scribe() {
        PersonKeys keys = new PersonKeys(JdbcClient.create(desk), key.personsKey(), clock);
        return new Scribe(new Pseudonyms(keys, ticket -> Optional.empty()), key.writersMark(), Optional::empty, clock);
    }

    Notary notary(Path file) {
        return new Notary(JdbcClient.create(desk), key, List.of(new CheckpointFile(file)), clock);
    }

    /** One that was just started: what it knows stands in the database. */
    Sealer sealer(Notary notary) {
        return new Sealer(new JdbcTemplate(desk), new TransactionTemplate(new JdbcTransactionManager(desk)), log(), key.writersMark(), notary, clock, !h2);
    }

    Sealer sealer() {
        return sealer(notary(checkpoints));
    }

    /** Takes away what holds up even the owner. */
    void triggersOff() {
        if (h2) {
            List.of("entry_stays", "entry_is_kept", "seal_stays", "subtree_stays", "checkpoint_stays").forEach(trigger -> owner.sql("drop trigger record." + trigger).update());
        } else {
            TABLES.forEach(table -> owner.sql("alter table record.%s disable trigger user".formatted(table)).update());
        }
    }

    int verify() {
        return audit("verify", "--jdbc", url, "--user", DESK, "--key", key.verifier().toString(), "--checkpoints", checkpoints.toString());
    }

    int verify(Path export) {
        return audit("verify", "--export", export.toString(), "--key", key.verifier().toString(), "--checkpoints", checkpoints.toString());
    }

    List<String> export(Path file) throws IOException {
        if (audit("export", "--jdbc", url, "--user", DESK, "--out", file.toString()) != 0) {
            throw new IllegalStateException(said.toString());
        }
        return new ArrayList<>(Files.readAllLines(file));
    }

    private int audit(String... arguments) {
        said.getBuffer().setLength(0);
        PrintWriter out = new PrintWriter(said, true);
        return new AuditCommand().run(out, out, arguments);
    }
}
