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

    @TempDir
    private Path folder;
    private ModelFile file;

    @BeforeEach
    void save() throws IOException {
        file = new ModelFile(folder.resolve("model"));
        file.save(SampleHistory.trained());
    }

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        TrainedModel loaded = file.load();
        assertThat(loaded.provenance()).isEqualTo(SampleHistory.trained().provenance());
        TextModel before = SampleHistory.model();
        TextModel after = new TextModel(loaded, SampleHistory.GLOSSARY);
        assertThat(SampleHistory.SHIPPED.tickets().subList(0, 200)).allSatisfy(ticket -> assertThat(
                after.predict(ticket.subject(), ticket.body())).isEqualTo(before.predict(ticket.subject(), ticket.body())));
        assertThat(Files.size(file.path())).isLessThan(10_000_000);
        try (Stream<Path> files = Files.list(file.path().getParent())) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactlyInAnyOrder("classifier.model", "classifier.json");
        }
    }

    @Test
    void theProvenanceStandsBesideItForPeople() {
        assertThat(folder.resolve("model/classifier.json")).content().contains("dataHash", SampleHistory.SHIPPED.hash(),
                "trainedAt", "macroF1", "ece", "Tribuo 4.3.2", "\"0.95\"");
    }

    @Test
    void aTruncatedFileIsRefusedAtEveryLength() throws IOException {
        byte[] whole = Files.readAllBytes(file.path());
        for (int length : new int[] {0, 1, 31, 32, 33, 60, 1_000, whole.length / 2, whole.length - 1}) {
            Files.write(file.path(), Arrays.copyOf(whole, length));
            assertThatThrownBy(file::load).as("%d bytes", length).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aTamperedFileIsRefusedEvenIfItsChecksumIsMended() throws IOException {
        byte[] whole = Files.readAllBytes(file.path());
        byte[] flipped = whole.clone();
        flipped[whole.length / 2] ^= 1;
        Files.write(file.path(), flipped);
        assertThatThrownBy(file::load).isInstanceOf(IOException.class).hasMessageContaining("checksum");
        // counts that claim gigabytes: format, length of the provenance, number of categories
        for (int position : new int[] {32 + 8, 32 + 12, 32 + 16 + ByteBuffer.wrap(whole, 32 + 12, 4).getInt()}) {
            byte[] forged = whole.clone();
            ByteBuffer.wrap(forged).putInt(position, Integer.MAX_VALUE);
            Files.write(file.path(), sealed(forged));
            assertThatThrownBy(file::load).as("at %d", position).isInstanceOf(IOException.class);
        }
    }

    private static byte[] sealed(byte[] file) {
        byte[] content = Arrays.copyOfRange(file, 32, file.length);
        return ByteBuffer.allocate(file.length).put(Digest.sha256().digest(content)).put(content).array();
    }
}
