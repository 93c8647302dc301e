package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

    /** Magic number, format, length, checksum. */
    private static final int HEADER = 8 + 4 + 8 + 32;

    @TempDir
    private Path folder;
    private ModelFile file;

    @BeforeEach
    void save() throws IOException {
        file = new ModelFile(folder.resolve("deep/down/my.model"));
        file.save(SampleHistory.model());
    }

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        TextModel loaded = file.load();
        TextModel saved = SampleHistory.model();
        assertThat(loaded.provenance()).isEqualTo(saved.provenance());
        assertThat(loaded.trained().heldOut()).isEqualTo(saved.trained().heldOut());
        assertThat(SampleHistory.SHIPPED.tickets().subList(0, 200)).allSatisfy(ticket -> assertThat(
                loaded.predict(ticket.subject(), ticket.body())).isEqualTo(saved.predict(ticket.subject(), ticket.body())));
    }

    @Test
    void aModelIsOneFile() throws IOException {
        try (Stream<Path> files = Files.list(file.path().getParent())) {
            assertThat(files).containsExactly(file.path());
        }
    }

    @Test
    void aTruncatedFileIsRefusedAtEveryLength() throws IOException {
        byte[] whole = Files.readAllBytes(file.path());
        for (int length : new int[] {0, 1, 19, HEADER - 1, HEADER, HEADER + 1, 1_000, whole.length / 2, whole.length - 1}) {
            Files.write(file.path(), Arrays.copyOf(whole, length));
            assertThatThrownBy(file::load).as("%d bytes", length).isInstanceOf(IOException.class).hasMessageContaining("cut short");
        }
    }

    @Test
    void aFileOfAnotherVersionSaysSo() throws IOException {
        byte[] whole = Files.readAllBytes(file.path());
        ByteBuffer.wrap(whole).putInt(8, 1);
        Files.write(file.path(), whole);
        assertThatThrownBy(file::load).isInstanceOf(IOException.class).hasMessageContaining("another version of Deskwright");
    }

    @Test
    void aTamperedFileIsRefusedEvenIfItsChecksumIsMended() throws IOException {
        byte[] whole = Files.readAllBytes(file.path());
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        Files.write(file.path(), flipped);
        assertThatThrownBy(file::load).isInstanceOf(IOException.class).hasMessageContaining("checksum");
        // counts that claim gigabytes: length of the provenance, number of categories
        for (int position : new int[] {HEADER, HEADER + 4 + ByteBuffer.wrap(whole, HEADER, 4).getInt()}) {
            for (int claimed : new int[] {Integer.MAX_VALUE, -1}) {
                byte[] forged = whole.clone();
                ByteBuffer.wrap(forged).putInt(position, claimed);
                Files.write(file.path(), sealed(forged));
                assertThatThrownBy(file::load).as("at %d", position).isInstanceOf(IOException.class).hasMessageContaining("make no sense");
            }
        }
        Files.write(file.path(), sealed(Arrays.copyOf(whole, whole.length - 1)));
        assertThatThrownBy(file::load).isInstanceOf(IOException.class).hasMessageContaining("make no sense");
    }

    /** With length and checksum as they should be. */
    private static byte[] sealed(byte[] file) {
        byte[] content = Arrays.copyOfRange(file, HEADER, file.length);
        return ByteBuffer.allocate(file.length).put(file, 0, 12).putLong(content.length).put(Digest.sha256().digest(content)).put(content).array();
    }
}
