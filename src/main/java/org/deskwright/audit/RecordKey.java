package org.deskwright.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The file with the key that signs the record: made at the first start, readable to its owner alone. */
final class RecordKey {

    private RecordKey() {
    }

    /**
     * @param origin the log's name, for a new key
     * @throws MalformedRecord if the file holds no key
     */
    static SigningKey in(Path file, String origin) {
        try {
            if (!Files.exists(file)) {
                create(file, SigningKey.generate(origin));
            }
            return SigningKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the record cannot be read or written: " + file, e);
        }
    }

    /** Whole or not at all: a key cut short by a crash would end the record. */
    private static void create(Path file, SigningKey key) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path whole = Files.createTempFile(folder, "record", ".key",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(whole, key.text());
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException another) {
            return; // made by another node at the same moment: that one counts
        } finally {
            Files.delete(whole);
        }
    }
}
