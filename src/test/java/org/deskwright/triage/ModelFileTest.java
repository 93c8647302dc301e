package org.deskwright.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ModelFileTest {

    /** Few tickets, so that training anew takes no time. */
    private final TicketHistory history = TicketHistory.of(SampleHistory.SHIPPED.tickets().stream()
            .filter(ticket -> Set.of("email", "printing", "network").contains(ticket.category())).toList());

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
        HistoryClassifier before = SampleHistory.classifier();
        HistoryClassifier after = new HistoryClassifier(loaded, SampleHistory.GLOSSARY);
        assertThat(SampleHistory.SHIPPED.tickets().subList(0, 200)).allSatisfy(ticket -> assertThat(
                after.classify(ticket.subject(), ticket.body())).isEqualTo(before.classify(ticket.subject(), ticket.body())));
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

    @Test
    void aFittingModelIsUsedAsItIs() throws IOException {
        TrainedModel trained = new StoredModel(file, Clock.systemUTC()).of(SampleHistory.SHIPPED, SampleHistory.GLOSSARY);
        assertThat(trained.provenance()).isEqualTo(SampleHistory.trained().provenance());
    }

    @Test
    void anotherHistoryOrGlossaryMeansTrainingAnew(CapturedOutput output) throws IOException {
        TrainedModel retrained = new StoredModel(file, Clock.systemUTC()).of(history, SampleHistory.GLOSSARY);
        assertThat(retrained.provenance().dataHash()).isEqualTo(history.hash());
        assertThat(output).contains("The ticket history has changed", "Training the classifier: fold 2 of 5").doesNotContain("org.tribuo");
        assertThat(file.load().provenance()).isEqualTo(retrained.provenance());
        Glossary other = Glossary.of(List.of("printer: drucker"));
        assertThat(new StoredModel(file, Clock.systemUTC()).of(history, other).provenance().recipe()).isNotEqualTo(retrained.provenance().recipe());
        assertThat(output).contains("Glossary or settings have changed");
    }

    @Test
    void aBrokenFileIsReplacedAndSaidSoInOneSentence(CapturedOutput output) throws IOException {
        Files.writeString(file.path(), "something else altogether, and long enough to have a checksum");
        new StoredModel(file, Clock.systemUTC()).of(history, SampleHistory.GLOSSARY);
        assertThat(output).containsOnlyOnce("cannot be used (its checksum is wrong), so it is trained anew").doesNotContain("Exception");
        assertThat(file.load().provenance().dataHash()).isEqualTo(history.hash());
    }

    @Test
    void aFolderThatCannotBeWrittenDoesNotStopTheDesk(CapturedOutput output) throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "a file where the folder should be");
        TrainedModel trained = new StoredModel(new ModelFile(occupied), Clock.systemUTC()).of(history, SampleHistory.GLOSSARY);
        assertThat(trained.provenance().dataHash()).isEqualTo(history.hash());
        assertThat(output).contains("so the next start trains it again");
    }

    private static byte[] sealed(byte[] file) {
        byte[] content = Arrays.copyOfRange(file, 32, file.length);
        return ByteBuffer.allocate(file.length).put(Digest.sha256().digest(content)).put(content).array();
    }
}
