package org.deskwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.util.FileSystemUtils;

/**
 * Free ports, a folder of its own, and the database: H2 in memory, or with {@code -Ddesk.test.database=postgres} a real
 * PostgreSQL that all contexts of the run share, each with its own database.
 */
public class DeskTestEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext>, BeforeAllCallback {

    private static final List<ConfigurableApplicationContext> CONTEXTS = new CopyOnWriteArrayList<>();
    private static EmbeddedPostgres postgres;

    /**
     * Over HTTP the engine is found by its name, which is the same in all contexts: it is that of the test about to run.
     * Closes the contexts when the last test is over. At the end of the JVM the databases would go away beside them, by hooks
     * of their own, and each engine would wait half a minute for a connection to say goodbye.
     */
    @Override
    public void beforeAll(ExtensionContext test) {
        test.getRoot().getStore(ExtensionContext.Namespace.GLOBAL).getOrComputeIfAbsent(DeskTestEnvironment.class,
                key -> (ExtensionContext.Store.CloseableResource) () -> CONTEXTS.forEach(ConfigurableApplicationContext::close));
        SpringExtension.getApplicationContext(test).getBeanProvider(ProcessEngine.class).ifAvailable(ProcessEngines::registerProcessEngine);
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        CONTEXTS.add(context);
        Map<String, Object> properties = new HashMap<>();
        Path data = folder();
        properties.put("desk.data", data.toString());
        properties.put("DESK_PORT", freePort());
        // shared by all contexts: it fits as long as history and glossary stay the same
        properties.put("desk.triage.model", Path.of("target", "model").toString());
        properties.put("desk.demo.directory-port", freePort());
        properties.put("desk.demo.smtp-port", freePort());
        properties.put("desk.demo.imap-port", freePort());
        if (isPostgres()) {
            properties.putAll(postgresDatabase());
        } else {
            String database = "jdbc:h2:mem:%s;LOCK_TIMEOUT=10000;TIME ZONE=UTC".formatted(UUID.randomUUID());
            properties.put("spring.datasource.url", database);
            properties.put("spring.flyway.url", database + ";DB_CLOSE_DELAY=-1");
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("desk-test", properties));
    }

    public static boolean isPostgres() {
        return "postgres".equals(System.getProperty("desk.test.database"));
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            Path target = Files.createDirectories(Path.of("target", "desk-tests"));
            Path folder = Files.createTempDirectory(target, "desk");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static synchronized Map<String, Object> postgresDatabase() {
        try {
            if (postgres == null) {
                postgres = EmbeddedPostgres.builder().setOverrideWorkingDirectory(Path.of("target", "postgres").toAbsolutePath().toFile()).start();
            }
            String name = "desk_" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = postgres.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
                statement.execute("create role " + name + " login");
                statement.execute("create database " + name);
            }
            return Map.of("spring.datasource.url", postgres.getJdbcUrl(name, name), "spring.datasource.username", name,
                    "spring.flyway.url", postgres.getJdbcUrl("postgres", name), "spring.flyway.user", "postgres",
                    "spring.flyway.placeholders.binary", "bytea",
                    "spring.flyway.placeholders.next_ticket_number", "nextval('ticket_number')");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
