package org.deskwright.connector.demo.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes one mail from the wire: stamped, written to disk, then put into each recipient's mailbox. */
final class Delivery {

    /** Files of 25 MB, as large as mail makes them (base64, in lines), with a text beside them. */
    static final int MAX_BYTES = 36 * 1024 * 1024;

    private final Path incoming;

    Delivery(Path root) throws IOException {
        incoming = Files.createDirectories(root.resolve(".incoming"));
    }

    /**
     * When this returns, every copy is safe.
     *
     * @throws MailRefused          with the reply to give
     * @throws UncheckedIOException if the disk failed; the sender is to try again
     * @throws IOException          if the sender broke off
     */
    void deliver(Envelope envelope, Optional<Account> sender, String receivedFrom, InputStream data)
            throws IOException, MailRefused {
        List<Path> copies = new ArrayList<>();
        try {
            Header header = Header.read(data);
            byte[] head = Stamp.on(header, sender, envelope.sender(), receivedFrom);
            Path first = newCopy(copies);
            write(first, head, data);
            for (int i = 1; i < envelope.recipients().size(); i++) {
                copy(first, newCopy(copies));
            }
            int next = 0;
            for (Destination destination : envelope.recipients().values()) {
                try {
                    destination.take(copies.get(next++));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        } finally {
            copies.forEach(Spool::discard);
        }
    }

    private Path newCopy(List<Path> copies) {
        Path path = incoming.resolve(UUID.randomUUID() + ".tmp");
        copies.add(path);
        return path;
    }

    private static void write(Path path, byte[] head, InputStream data) throws IOException, MailRefused {
        byte[] buffer = new byte[1 << 16];
        try (DurableFile file = onDisk(() -> new DurableFile(path))) {
            onDisk(() -> write(file, head, head.length));
            long total = head.length;
            for (int read = data.read(buffer); read >= 0; read = data.read(buffer)) {
                total += read;
                if (total > MAX_BYTES) {
                    throw new MailRefused("552 5.3.4 Message exceeds 36 MB");
                }
                int length = read;
                onDisk(() -> write(file, buffer, length));
            }
            onDisk(() -> force(file));
        }
    }

    private static void copy(Path from, Path to) {
        onDisk(() -> {
            try (DurableFile file = new DurableFile(to)) {
                Files.copy(from, file);
                file.force();
            }
            return null;
        });
    }

    private static Void write(DurableFile file, byte[] bytes, int length) throws IOException {
        file.write(bytes, 0, length);
        return null;
    }

    private static Void force(DurableFile file) throws IOException {
        file.force();
        return null;
    }

    /** Tells a failing disk from a sender who broke off: both are IOExceptions. */
    private static <T> T onDisk(DiskAction<T> action) {
        try {
            return action.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface DiskAction<T> {
        T run() throws IOException;
    }
}
