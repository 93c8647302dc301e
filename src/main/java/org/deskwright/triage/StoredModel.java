package org.deskwright.triage;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

import org.deskwright.learning.Glossary;
import org.deskwright.learning.ModelFile;
import org.deskwright.learning.TicketHistory;
import org.deskwright.learning.TrainedModel;
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

    TrainedModel of(TicketHistory history, Glossary glossary) {
        return stored(history, glossary).orElseGet(() -> train(history, glossary));
    }

    private Optional<TrainedModel> stored(TicketHistory history, Glossary glossary) {
        if (!file.exists()) {
            return Optional.empty();
        }
        try {
            TrainedModel model = file.load();
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

    private TrainedModel train(TicketHistory history, Glossary glossary) {
        TrainedModel model = Training.train(history, glossary, clock);
        try {
            file.save(model);
        } catch (IOException e) {
            LOG.warn("The classifier cannot be kept in {} ({}), so the next start trains it again", file.path(), e.toString());
        }
        return model;
    }
}
