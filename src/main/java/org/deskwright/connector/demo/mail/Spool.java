package org.deskwright.connector.demo.mail;

import jakarta.mail.Flags;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One mailbox's directory, in the manner of Maildir: {@code 0000000042-1760000000000,FS.eml} is the 42nd mail, received
 * at that millisecond, flagged and seen. Temporary files live beside the mailboxes, so that a rename is atomic.
 */
final class Spool {

    private static final Logger log = LoggerFactory.getLogger(Spool.class);
    private static final Pattern NAME = Pattern.compile("(\\d+)-(\\d+),([DFRST]*)\\.eml");
    private static final String TEMPORARY = ".incoming";

    private final Path directory;
    private final Path incoming;
    private final AtomicLong last = new AtomicLong();

    private Spool(Path root, Path directory) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.incoming = Files.createDirectories(root.resolve(TEMPORARY));
        mails().stream().reduce((a, b) -> b).ifPresent(file -> last.set(Long.parseLong(part(file, 1))));
    }

    static Spool of(Path root, String address) throws IOException {
        return new Spool(root, root.resolve(encode(address)));
    }

    /** Mail to people outside, who have no mailbox here: kept to be looked at, never sent on. */
    static Spool outside(Path root, String address) throws IOException {
        return new Spool(root, root.resolve(".outside").resolve(encode(address)));
    }

    /** Those with a directory; also clears what deliveries that never got their 250 have left. */
    static List<String> addressesIn(Path root) throws IOException {
        Files.createDirectories(root);
        for (Path leftover : list(root.resolve(TEMPORARY))) {
            Files.deleteIfExists(leftover);
        }
        return list(root).stream().filter(Files::isDirectory).map(path -> path.getFileName().toString())
                .filter(name -> !name.startsWith(".")).map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
                .toList();
    }

    Path temporary() {
        return incoming.resolve(UUID.randomUUID() + ".tmp");
    }

    /** Oldest first. */
    List<Path> mails() throws IOException {
        return list(directory).stream().filter(file -> NAME.matcher(file.getFileName().toString()).matches()).toList();
    }

    Path place(Path temporary, Flags flags, Date receivedAt) throws IOException {
        Path file = directory.resolve("%010d-%d,%s.eml".formatted(last.incrementAndGet(), receivedAt.getTime(),
                letters(flags)));
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        sync(directory);
        return file;
    }

    static Path rename(Path file, Flags flags) throws IOException {
        String name = "%s-%s,%s.eml".formatted(part(file, 1), part(file, 2), letters(flags));
        Path renamed = file.resolveSibling(name);
        return renamed.equals(file) ? file : Files.move(file, renamed, StandardCopyOption.ATOMIC_MOVE);
    }

    static Date receivedAt(Path file) {
        return new Date(Long.parseLong(part(file, 2)));
    }

    static Flags flagsOf(Path file) {
        Flags flags = new Flags();
        part(file, 3).chars().forEach(letter -> flags.add(switch (letter) {
            case 'D' -> Flags.Flag.DRAFT;
            case 'F' -> Flags.Flag.FLAGGED;
            case 'R' -> Flags.Flag.ANSWERED;
            case 'S' -> Flags.Flag.SEEN;
            default -> Flags.Flag.DELETED;
        }));
        return flags;
    }

    static void discard(Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            log.warn("A temporary mail file could not be deleted; the next start does it");
        }
    }

    private static String letters(Flags flags) {
        return (flags.contains(Flags.Flag.DRAFT) ? "D" : "") + (flags.contains(Flags.Flag.FLAGGED) ? "F" : "")
                + (flags.contains(Flags.Flag.ANSWERED) ? "R" : "") + (flags.contains(Flags.Flag.SEEN) ? "S" : "")
                + (flags.contains(Flags.Flag.DELETED) ? "T" : "");
    }

    private static String part(Path file, int group) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Not a mail file: " + file.getFileName());
        }
        return matcher.group(group);
    }

    /** Percent signs for everything that is not a letter, a digit or one of {@code -_.@+}; never a leading dot. */
    private static String encode(String address) {
        String safe = URLEncoder.encode(address, StandardCharsets.UTF_8).replace("%40", "@").replace("*", "%2A");
        return safe.startsWith(".") ? "%2E" + safe.substring(1) : safe;
    }

    /** Makes the rename itself durable; where a directory cannot be opened (Windows) the file system must see to it. */
    private static void sync(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            log.debug("Directories cannot be forced here", e);
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
