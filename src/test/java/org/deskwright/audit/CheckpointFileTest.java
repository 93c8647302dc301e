package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crash may leave any part of the last checkpoint; what was kept before it and what is kept behind it are read all the same. */
class CheckpointFileTest {

    private final SigningKey key = SigningKey.generate("test.example/record");
    @TempDir
    private Path folder;

    @Test
    void whereverACrashCutsOneShortTheOthersAreRead() throws Exception {
        Path file = folder.resolve("checkpoints");
        CheckpointFile checkpoints = new CheckpointFile(file);
        checkpoints.keep(signed(1));
        int one = (int) Files.size(file);
        checkpoints.keep(signed(2));
        byte[] two = Files.readAllBytes(file);
        for (int left = one + 1; left < two.length; left++) {
            Files.write(file, Arrays.copyOf(two, left));
            List<String> found = new ArrayList<>();
            assertThat(read(file, found)).as("cut short at %d", left).isOne();
            assertThat(found).containsExactly(text(1));

            checkpoints.keep(signed(3));
            checkpoints.keep(signed(4));
            found.clear();
            assertThat(read(file, found)).isEqualTo(left < two.length - 1 ? 1 : 0);
            assertThat(found).as("cut short at %d", left).startsWith(text(1)).endsWith(text(3), text(4)).hasSize(left < two.length - 1 ? 3 : 4);
            assertThat(checkpoints.latest().map(Note::toString)).contains(text(4));
        }
    }

    /** @return how many were cut short */
    private static int read(Path file, List<String> found) {
        try (KeptCheckpoints kept = KeptCheckpoints.in(file)) {
            kept.upTo(Long.MAX_VALUE, note -> found.add(note.toString()));
            return kept.cutShort();
        }
    }

    /** The same key signs the same text in the same way. */
    private Note signed(long size) {
        return Note.signed(new Checkpoint("test.example/record", size, Hash.EMPTY).text(), key);
    }

    private String text(long size) {
        return signed(size).toString();
    }
}
