package org.deskwright.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;

import org.deskwright.learning.Glossary;
import org.deskwright.learning.ModelFile;
import org.deskwright.learning.SampleHistory;
import org.deskwright.learning.TicketHistory;
import org.deskwright.learning.TrainedModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StoredModelTest {

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
}
