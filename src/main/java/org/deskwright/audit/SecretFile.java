package org.deskwright.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A file that nobody but its owner reads, and that is there whole or not at all: a key cut short by a crash would be lost. */
final class SecretFile {

    private static final FileAttribute<?> SECRET = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private SecretFile() {
    }

    /** Makes it, with its folder, unless it is there; if another process makes it at the same moment, that one counts. */
    static void createOnce(Path file, Supplier<String> content) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        Path whole = Files.createTempFile(Files.createDirectories(file.toAbsolutePath().getParent()), "new", ".key", SECRET);
        overwrite(whole, content.get().getBytes(StandardCharsets.UTF_8));
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException another) {
            // made by another process
        } finally {
            Files.delete(whole);
        }
    }

    static void create(Path file, String content) throws IOException {
        overwrite(Files.createFile(file, SECRET), content.getBytes(StandardCharsets.UTF_8));
    }

    /** Deletes it, and what it held where it lay. */
    static void wipe(Path file) throws IOException {
        if (Files.exists(file)) {
            overwrite(file, new byte[(int) Files.size(file)]);
            Files.delete(file);
        }
    }

    private static void overwrite(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (ByteBuffer rest = ByteBuffer.wrap(content); rest.hasRemaining();) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }
}
