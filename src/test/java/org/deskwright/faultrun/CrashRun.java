package org.deskwright.faultrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.util.FileSystemUtils;

/**
 * The figure: so many kills, half on PostgreSQL and half on H2, and what the two logs say afterwards. Both desks are besieged
 * at once: what takes longest is to wait until a lost answer may be looked for. Run it with
 * {@code ./mvnw -Pcrash-run verify -Dkills=200}; logs and record stay in {@code target/crash-run}. {@code -Dseed=…} kills at
 * the same random moments as an earlier run.
 */
class CrashRun {

    private static final Path FOLDER = Path.of("target", "crash-run").toAbsolutePath();

    private final int kills = Integer.getInteger("kills", 200);
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final PrintStream out = System.out;

    @Test
    void nothingIsDoneTwiceAndNothingIsLost() throws Exception {
        LoggingSystem.get(getClass().getClassLoader()).setLogLevel("root", LogLevel.WARN);
        out.printf("Crash run: %d kills, seed %d%n", kills, seed);
        FileSystemUtils.deleteRecursively(FOLDER);
        Path postgresql = Files.createDirectories(FOLDER.resolve("postgresql"));
        Path h2 = Files.createDirectories(FOLDER.resolve("h2"));
        Database file = Database.h2(Files.createDirectories(h2.resolve("data")));
        ExecutorService both = Executors.newFixedThreadPool(2);
        try (EmbeddedPostgres server = Database.startPostgres()) {
            List<Future<Void>> sieges = both.invokeAll(List.of(() -> besiege(postgresql, Database.postgresql(server), kills - kills / 2),
                    () -> besiege(h2, file, kills / 2)));
            for (Future<Void> siege : sieges) {
                siege.get();
            }
        } finally {
            both.shutdown();
        }

        List<Path> unclean = new ArrayList<>();
        for (Path folder : List.of(postgresql, h2)) {
            if (!Checker.isClean(folder, out)) {
                unclean.add(folder);
            }
        }
        assertThat(unclean).as("folders whose logs do not fit").isEmpty();
    }

    private Void besiege(Path folder, Database database, int times) throws Exception {
        List<Kill> story = new ArrayList<>();
        int people = Siege.PEOPLE_PER_KILL * times;
        database.employ(people);
        try (Targets targets = new Targets(folder, people); DeskUnderFire desk = new DeskUnderFire(folder, database, targets)) {
            new Siege(desk, targets, new Random(seed), kill -> {
                story.add(kill);
                out.printf("%s %3d/%d %s, %s%n", database.name(), story.size(), times, kill.point().words(),
                        kill.settledInMillis() == null ? "killed again" : "settled %.1f s after the restart".formatted(kill.settledInMillis() / 1_000.0));
            }).run(times);
            return null;
        } finally {
            Json.writeLines(folder.resolve(Checker.KILLS), story.stream());
            Entry.export(database, folder.resolve(Checker.RECORD));
        }
    }
}
