package org.deskwright.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.deskwright.TestClock;
import org.deskwright.database.QuietCommits;
import org.flywaydb.core.Flyway;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A record with a database and a key of its own, made by the desk's writer and sealer and read by the command that auditors
 * use: for runs that do to it what no desk survives.
 */
final class OwnRecord {

    static final List<String> TABLES = List.of("entry", "seal", "subtree", "checkpoint", "pruning");
    private static final String ORIGIN = "test.example/record";
    static final String DESK = "desk_app";
    /** As rarely as time still counts as seen. */
    private static final Duration BEAT = Duration.ofMinutes(5);
    private static final String WRITTEN_AT_ONCE = ";WRITE_DELAY=0";
    private static EmbeddedPostgres server;

    final SigningKey key;
    final Path checkpoints;
    final StringWriter said = new StringWriter();
    final String url;
    final DataSource desk;
    private final HikariDataSource pool;
    JdbcClient owner;
    private final boolean h2;
    private final Clock clock;
    private DataSource owners;

    private OwnRecord(String url, HikariConfig config, Path folder, Clock clock) {
        this.url = url;
        this.h2 = url.startsWith("jdbc:h2:");
        this.clock = clock;
        this.key = RecordKey.in(folder.resolve("signing.key"), ORIGIN);
        this.checkpoints = folder.resolve("checkpoints");
        this.pool = config == null ? null : new HikariDataSource(config);
        this.desk = h2 && pool != null ? new QuietCommits().on(pool) : pool;
    }

    /** One that was set up before, with its key in the same folder. */
    static OwnRecord again(String url, Path folder, Clock clock) {
        return new OwnRecord(url, config(url), folder, clock);
    }

    /** As the desk does it: on H2 the owner has to be there, or what is committed is not on the disk at once. */
    static OwnRecord afterRestart(String url, Path folder) throws SQLException {
        OwnRecord record = again(url, folder, Clock.systemUTC());
        if (record.h2) {
            record.owners = new SingleConnectionDataSource(url + WRITTEN_AT_ONCE, "desk", "", true);
            record.owners.getConnection();
        }
        return record;
    }

    /** To be verified only: no connection of its own keeps the database open. */
    static OwnRecord reading(String url, Path folder) {
        return new OwnRecord(url, null, folder, Clock.systemUTC());
    }

    static OwnRecord onH2(Path folder, Clock clock) {
        return setUp("jdbc:h2:mem:%s;LOCK_TIMEOUT=10000;TIME ZONE=UTC".formatted(UUID.randomUUID()), ";DB_CLOSE_DELAY=-1", "desk", folder, clock);
    }

    static String fileOnH2(Path folder, Clock clock) {
        OwnRecord record = setUp("jdbc:h2:file:%s;LOCK_TIMEOUT=10000;TIME ZONE=UTC".formatted(folder.resolve("record").toAbsolutePath()), WRITTEN_AT_ONCE, "desk", folder, clock);
        record.close();
        return record.url;
    }

    static synchronized OwnRecord onPostgres(Path folder, Clock clock) throws IOException, SQLException {
        if (server == null) {
            server = EmbeddedPostgres.builder().setOverrideWorkingDirectory(Path.of("target", "postgres").toAbsolutePath().toFile())
                    .setServerConfig("max_connections", "500").start();
        }
        String name = "record_" + UUID.randomUUID().toString().replace("-", "");
        try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
            statement.execute("do $$ begin create role %s login; exception when duplicate_object then null; end $$".formatted(DESK));
            statement.execute("create database " + name);
        }
        return setUp("jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), name), "", "postgres", folder, clock);
    }

    private static OwnRecord setUp(String url, String ownersOptions, String owner, Path folder, Clock clock) {
        LoggingSystem.get(OwnRecord.class.getClassLoader()).setLogLevel("root", LogLevel.WARN);
        boolean h2 = url.startsWith("jdbc:h2:");
        DataSource owners = new SingleConnectionDataSource(url + ownersOptions, owner, "", true);
        Flyway.configure().dataSource(owners).locations("classpath:db/migration", "classpath:db/rights/" + (h2 ? "h2" : "postgresql"))
                .placeholders(Map.of("binary", h2 ? "blob" : "bytea", "app_user", DESK,
                        "next_ticket_number", h2 ? "next value for ticket_number" : "nextval('ticket_number')")).load().migrate();
        OwnRecord record = new OwnRecord(url, config(url), folder, clock);
        record.owners = owners;
        record.owner = JdbcClient.create(owners);
        return record;
    }

    String ownersName() {
        return h2 ? "desk" : "postgres";
    }

    /** Leaves the database to others. */
    void close() {
        ((SingleConnectionDataSource) owners).destroy();
        pool.close();
    }

    private static HikariConfig config(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(DESK);
        config.setPassword("");
        config.setMinimumIdle(1); // many records share one server, and live as long as it does
        return config;
    }

    JdbcTemplate batches() {
        return new JdbcTemplate(owners);
    }

    /** Copies all that a backup would hold. */
    void backUp(String name) {
        TABLES.forEach(table -> owner.sql("create table public.%s_%s as select * from record.%s".formatted(name, table, table)).update());
    }

    void restore(String name) {
        TABLES.forEach(table -> {
            owner.sql("delete from record." + table).update();
            owner.sql("insert into record.%s select * from public.%s_%s".formatted(table, name, table)).update();
        });
    }

    AuditLog log() {
        return scribe().on(new JdbcTemplate(desk));
    }

    private Scribe scribe() {
        PersonKeys keys = new PersonKeys(JdbcClient.create(desk), new MasterKeys(checkpoints.resolveSibling("persons.keys"), key.personsKey(), clock), clock);
        return new Scribe(new Pseudonyms(keys, ticket -> Optional.empty()), key.writersMark(), Optional::empty, clock);
    }

    Notary notary(Path file) {
        return new Notary(JdbcClient.create(desk), key, List.of(new CheckpointFile(file)));
    }

    /** One that was just started: what it knows stands in the database. */
    Sealer sealer(Notary notary) {
        return new Sealer(new JdbcTemplate(desk), transaction(), log(), key.writersMark(), notary, clock, !h2);
    }

    Sealer sealer() {
        return sealer(notary(checkpoints));
    }

    /** Nothing happens for so long but that the desk runs, and its clock with it. */
    void idle(TestClock its, Duration time) {
        Sealer sealer = sealer();
        beat(sealer);
        for (Duration left = time; !left.isNegative() && !left.isZero(); left = left.minus(BEAT)) {
            its.pass(BEAT);
            beat(sealer);
        }
    }

    /** The heartbeat, and then its seal. */
    static void beat(Sealer sealer) {
        sealer.sealAll();
        sealer.sealAll();
    }

    int take() {
        return Pruning.take(owner, Pruning.mayGo(owner, key.verifier()));
    }

    Retention retention() {
        return retention(Duration.ofDays(180));
    }

    Retention retention(Duration kept) {
        return new Retention(JdbcClient.create(desk), new JdbcTransactionManager(desk), log(), key, new RecordSettings(ORIGIN, null, checkpoints, kept),
                clock, new StaticListableBeanFactory().getBeanProvider(Flyway.class));
    }

    /** Takes away what holds up even the owner, and the rule that a number stands once, which keeps off whoever would copy an entry. */
    void triggersOff() {
        owner.sql("""
                select constraint_name from information_schema.table_constraints
                where lower(table_schema) = 'record' and lower(table_name) = 'entry' and constraint_type = 'UNIQUE'""").query(String.class).list()
                .forEach(name -> owner.sql("alter table record.entry drop constraint \"%s\"".formatted(name)).update());
        if (h2) {
            List.of("entry_stays", "entry_is_kept", "seal_stays", "subtree_stays", "checkpoint_stays", "pruning_stays").forEach(trigger -> owner.sql("drop trigger record." + trigger).update());
        } else {
            TABLES.forEach(table -> owner.sql("alter table record.%s disable trigger user".formatted(table)).update());
        }
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(new JdbcTransactionManager(desk));
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

    int audit(String... arguments) {
        said.getBuffer().setLength(0);
        PrintWriter out = new PrintWriter(said, true);
        return new AuditCommand().run(out, out, arguments);
    }
}
