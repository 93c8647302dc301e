package org.deskwright.faultrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.deskwright.DeskTestEnvironment;

/** The desk with its own configuration on the run's targets and database, started again and again. */
final class DeskUnderFire implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    /** The first tiers of compilation only: a desk that lives for seconds would spend most of them compiling. */
    private static final List<String> OPTIONS = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Path folder;
    private final Path phones;
    private final Map<String, String> environment;
    private final int port = DeskTestEnvironment.freePort();
    private Child process;
    private int starts;

    DeskUnderFire(Path folder, Database database, Targets targets) {
        this.folder = folder;
        this.phones = folder.resolve("phones");
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("desk.ldap.port", targets.ldapPort);
        settings.put("desk.ldap.base-dn", DirectoryTarget.BASE_DN);
        settings.put("desk.ldap.bind-dn", DirectoryTarget.DESK_DN);
        settings.put("desk.ldap.bind-password", DirectoryTarget.PASSWORD);
        settings.put("desk.mail.smtp.port", targets.smtpPort);
        settings.put("desk.triage.model", Path.of("target", "model").toAbsolutePath().toString());
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", Database.USER);
        settings.put("spring.flyway.user", database.owner());
        this.environment = Map.of("SPRING_PROFILES_ACTIVE", database.profiles(), "DESK_DATA", folder.resolve("data").toAbsolutePath().toString(),
                "DESK_PORT", String.valueOf(port), "SPRING_APPLICATION_JSON", Json.write(settings));
    }

    DeskApi api() {
        return new DeskApi("http://127.0.0.1:" + port);
    }

    /** Returns at once; {@code point} is where this start shall end, or {@code null}. */
    void launch(KillPoint point) throws IOException {
        String[] arguments = Stream.of(phones.toString(), point == null ? null : point.name()).filter(word -> word != null).toArray(String[]::new);
        process = new Child(FaultyDesk.class, log(++starts), OPTIONS, environment, arguments);
    }

    /** @return when it was ready */
    Instant start() throws IOException {
        launch(null);
        Path log = log(starts);
        Awaitility.await("the desk to be ready, see " + log).atMost(LONGEST_START).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The desk has stopped, see " + log);
            }
            return Files.readString(log).contains("Deskwright is ready");
        });
        return Instant.now();
    }

    void arm(KillPoint point) throws IOException {
        process.order(point);
    }

    /** Waits for the fuse. */
    void awaitDeath(Duration patience) throws InterruptedException {
        int exit = process.awaitEnd(patience);
        if (exit != Fuse.EXIT) {
            throw new IllegalStateException(exit == -1 ? "The desk never came to the point where it was to die"
                    : "The desk ended by itself with %d, see %s".formatted(exit, log(starts)));
        }
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    /** The newest code on somebody's phone, or {@code null}. */
    String codeSentTo(String mobile) {
        Pattern code = Pattern.compile(Pattern.quote(mobile) + " .*?(\\d{8}).*");
        try (Stream<String> lines = Files.exists(phones) ? Files.lines(phones) : Stream.empty()) {
            return lines.map(code::matcher).filter(found -> found.matches()).map(found -> found.group(1)).reduce((first, second) -> second).orElse(null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path log(int start) {
        return folder.resolve("desk-%03d.log".formatted(start));
    }

    @Override
    public void close() throws InterruptedException {
        if (process != null) {
            process.close();
        }
    }
}
