package org.deskwright.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people's keys are themselves encrypted with, in a file of its own, the newest last. A database keeps what was deleted
 * in old pages, logs and copies; without the master key of its time nobody opens it there.
 */
final class MasterKeys {

    private final Path file;
    private final byte[] first;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private volatile List<Master> masters;

    /** @param first what served before there was this file; it cannot be destroyed, so nothing new is encrypted with it */
    MasterKeys(Path file, byte[] first, Clock clock) {
        this.file = file;
        this.first = first.clone();
        this.clock = clock;
        try {
            SecretFile.createOnce(file, () -> text(List.of(master())));
        } catch (IOException e) {
            throw new UncheckedIOException("The keys of people's keys cannot be written: " + file, e);
        }
        lookAgain();
    }

    /** @param since when it became the newest */
    record Master(UUID id, byte[] key, Instant since) {

        static Master parse(String line) {
            String[] parts = line.split(" ", 3);
            return new Master(UUID.fromString(parts[0]), Base64.getDecoder().decode(parts[1]), Instant.parse(parts[2]));
        }

        String line() {
            return "%s %s %s".formatted(id, Base64.getEncoder().encodeToString(key), since);
        }
    }

    Master newest() {
        return masters.get(masters.size() - 1);
    }

    /**
     * @param id {@code null} for the first
     * @throws IllegalStateException if it was destroyed, or never was in this file
     */
    byte[] of(UUID id) {
        return id == null ? first : found(id).or(() -> {
            lookAgain();
            return found(id);
        }).map(Master::key).orElseThrow(() -> new IllegalStateException("%s has no key %s: several desks on one database need the same file".formatted(file, id)));
    }

    private Optional<Master> found(UUID id) {
        return masters.stream().filter(master -> master.id().equals(id)).findFirst();
    }

    /** What another process has added is used from now on. */
    synchronized void lookAgain() {
        try {
            masters = Files.readAllLines(file).stream().map(Master::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The keys of people's keys cannot be read: " + file, e);
        }
    }

    synchronized void add() {
        replace(Stream.concat(masters.stream(), Stream.of(master())).toList());
    }

    private Master master() {
        byte[] key = new byte[Hash.LENGTH];
        random.nextBytes(key);
        return new Master(UUID.randomUUID(), key, clock.instant());
    }

    /** Destroys the others, and what a crash has left of them. */
    synchronized void keep(Predicate<Master> wanted) {
        List<Master> kept = masters.stream().filter(wanted).toList();
        if (kept.size() < masters.size() || Files.exists(beside(".new")) || Files.exists(beside(".old"))) {
            replace(kept);
        }
    }

    /** The new file is there for good, whole, before the old one is overwritten. */
    private void replace(List<Master> all) {
        Path next = beside(".new");
        Path old = beside(".old");
        try {
            SecretFile.wipe(next);
            wipeOld(old);
            SecretFile.create(next, text(all));
            Files.createLink(old, file);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel names = FileChannel.open(old.getParent())) {
                names.force(true);
            }
            SecretFile.wipe(old);
        } catch (IOException e) {
            throw new UncheckedIOException("The keys of people's keys cannot be written: " + file, e);
        }
        masters = List.copyOf(all);
    }

    /** A crash before the move leaves it as another name of the file that is in force. */
    private void wipeOld(Path old) throws IOException {
        if (Files.exists(old) && Files.isSameFile(old, file)) {
            Files.delete(old);
        } else {
            SecretFile.wipe(old);
        }
    }

    private Path beside(String ending) {
        return file.toAbsolutePath().resolveSibling(file.getFileName() + ending);
    }

    private static String text(List<Master> all) {
        return all.stream().map(Master::line).collect(Collectors.joining("\n"));
    }
}
