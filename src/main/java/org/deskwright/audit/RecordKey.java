package org.deskwright.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
            SecretFile.createOnce(file, () -> SigningKey.generate(origin).text());
            return SigningKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the record cannot be read or written: " + file, e);
        }
    }
}
