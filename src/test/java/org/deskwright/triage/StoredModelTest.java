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
import org.deskwright.learning.TextModel;
import org.deskwright.learning.TicketHistory;
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
        file = new ModelFile(folder.resolve("model/classifier.model"));
        file.save(SampleHistory.model());
    }

    @Test
    void aFittingModelIsUsedAsItIs() throws IOException {
        TextModel trained = new StoredModel(file, Clock.systemUTC()).of(SampleHistory.SHIPPED, SampleHistory.GLOSSARY);
        assertThat(trained.provenance()).isEqualTo(SampleHistory.model().provenance());
    }

    @Test
    void anotherHistoryOrGlossaryMeansTrainingAnew(CapturedOutput output) throws IOException {
        TextModel retrained = new StoredModel(file, Clock.systemUTC()).of(history, SampleHistory.GLOSSARY);
        assertThat(retrained.provenance().dataHash()).isEqualTo(history.hash());
        assertThat(output).contains("The ticket history has changed", "Training the classifier: step 2 of 8, meaning, fold 2");
        assertThat(file.load().provenance()).isEqualTo(retrained.provenance());
        Glossary other = Glossary.of(List.of("printer: drucker"));
        assertThat(new StoredModel(file, Clock.systemUTC()).of(history, other).provenance().recipe()).isNotEqualTo(retrained.provenance().recipe());
        assertThat(output).contains("Glossary or settings have changed");
    }

    @Test
    void theProvenanceStandsBesideItForPeople() {
        new StoredModel(new ModelFile(folder.resolve("fresh/classifier.model")), Clock.systemUTC()).of(history, SampleHistory.GLOSSARY);
        assertThat(folder.resolve("fresh/classifier.json")).content().contains("dataHash", history.hash(), "trainedAt", "macroF1", "ece",
                "LibLinear 2.44", "\"0.95\"");
    }

    @Test
    void aBrokenFileIsReplacedAndSaidSoInOneSentence(CapturedOutput output) throws IOException {
        Files.writeString(file.path(), "something else altogether, and long enough to have a checksum");
        new StoredModel(file, Clock.systemUTC()).of(history, SampleHistory.GLOSSARY);
        assertThat(output).containsOnlyOnce("cannot be used (it is no model of Deskwright's, or cut short), so it is trained anew").doesNotContain("Exception");
        assertThat(file.load().provenance().dataHash()).isEqualTo(history.hash());
    }

    @Test
    void aFolderThatCannotBeWrittenDoesNotStopTheDesk(CapturedOutput output) throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "a file where the folder should be");
        TextModel trained = new StoredModel(new ModelFile(occupied.resolve("classifier.model")), Clock.systemUTC()).of(history, SampleHistory.GLOSSARY);
        assertThat(trained.provenance().dataHash()).isEqualTo(history.hash());
        assertThat(output).contains("so the next start trains it again");
    }
}
