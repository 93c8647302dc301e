package org.deskwright.faultrun;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.awaitility.Awaitility;

/** The targets as the run sees them: two ports, their manners, and a log that grows. */
final class Targets implements AutoCloseable {

    private final Path folder;
    private final Child process;
    final int ldapPort;
    final int smtpPort;

    Targets(Path folder, int people) throws IOException {
        this.folder = folder;
        process = new Child(TargetSystems.class, folder.resolve("targets.log"), List.of("-Xmx256m", "-XX:+UseSerialGC"), Map.of(),
                folder.toString(), String.valueOf(people));
        Path ports = folder.resolve(TargetSystems.PORTS);
        Awaitility.await("the targets, see " + folder).atMost(Duration.ofSeconds(60)).until(() -> Files.exists(ports));
        String[] numbers = Files.readString(ports).split(" ");
        ldapPort = Integer.parseInt(numbers[0]);
        smtpPort = Integer.parseInt(numbers[1]);
    }

    void answer(Manners.Answer answer) throws IOException {
        process.order(answer);
    }

    long effects() {
        try (Stream<String> lines = Files.lines(folder.resolve(TargetSystems.EFFECTS))) {
            return lines.count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.close();
    }
}
