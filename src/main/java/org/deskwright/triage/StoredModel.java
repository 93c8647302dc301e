package org.deskwright.triage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.deskwright.learning.Glossary;
import org.deskwright.learning.ModelFile;
import org.deskwright.learning.Quality;
import org.deskwright.learning.TextModel;
import org.deskwright.learning.TicketHistory;
import org.deskwright.learning.Training;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The model of the present history: the one on disk if it was made from just that, else a newly trained one. */
final class StoredModel {

    private static final Logger LOG = LoggerFactory.getLogger(StoredModel.class);

    private final ModelFile file;
    private final Clock clock;

    StoredModel(ModelFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * The running desk's own, in its folder.
     *
     * @param application folder whose {@code config/history} and {@code config/glossary.txt} go before those in the jar
     */
    static TextModel ofTheDesk(Path folder, Path application, List<String> categories, Clock clock) {
        return new StoredModel(new ModelFile(folder.resolve("classifier.model")), clock)
                .of(TicketHistory.read(application, categories), Glossary.read(application));
    }

    TextModel of(TicketHistory history, Glossary glossary) {
        return stored(history, glossary).orElseGet(() -> train(history, glossary));
    }

    private Optional<TextModel> stored(TicketHistory history, Glossary glossary) {
        if (!file.exists()) {
            return Optional.empty();
        }
        try {
            TextModel model = file.load();
            if (!history.hash().equals(model.provenance().dataHash())) {
                LOG.info("The ticket history has changed since the classifier was trained, so it is trained anew");
                return Optional.empty();
            }
            if (!Training.recipe(glossary).equals(model.provenance().recipe())) {
                LOG.info("Glossary or settings have changed since the classifier was trained, so it is trained anew");
                return Optional.empty();
            }
            return Optional.of(model);
        } catch (IOException e) {
            LOG.warn("The classifier's file {} cannot be used ({}), so it is trained anew", file.path(), e.getMessage());
            return Optional.empty();
        }
    }

    private TextModel train(TicketHistory history, Glossary glossary) {
        long start = System.nanoTime();
        TextModel model = Training.train(history, glossary, clock, (what, done, of) -> {
            if (done < of) {
                LOG.info("Training the classifier: step {} of {}, {} …", done + 1, of, what);
            }
        });
        Quality quality = model.provenance().heldOut();
        Quality.Share sure = quality.atOrAbove().get("0.9");
        LOG.info(String.format(Locale.ROOT, "The classifier is trained (%.1f s): right for %.0f %% of the past tickets it had not "
                + "seen; sure (0.9 or more) of %.0f %%, of which %.1f %% are right", (System.nanoTime() - start) / 1e9,
                100 * quality.accuracy(), 100 * sure.coverage(), 100 * sure.precision()));
        try {
            file.save(model);
            Files.writeString(file.path().resolveSibling("classifier.json"), model.provenance().json());
        } catch (IOException e) {
            LOG.warn("The classifier cannot be kept in {} ({}), so the next start trains it again", file.path(), e.toString());
        }
        return model;
    }
}
