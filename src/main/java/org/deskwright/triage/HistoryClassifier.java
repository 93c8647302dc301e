package org.deskwright.triage;

import org.deskwright.learning.Prediction;
import org.deskwright.learning.Provenance;
import org.deskwright.learning.TextModel;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Taxonomy;

/** Classifies by what past tickets of the same wording turned out to be about; its model's provenance is in each answer. */
final class HistoryClassifier implements Classifier {

    private final TextModel model;

    HistoryClassifier(TextModel model) {
        this.model = model;
    }

    @Override
    public Classification classify(String subject, String body) {
        Prediction prediction = model.predict(subject, body);
        Provenance provenance = model.provenance();
        return new Classification(prediction.isNothingKnown() ? Taxonomy.OTHER : prediction.category(),
                new Confidence(prediction.confidence(), prediction.raw(), true, "HistoryClassifier " + TextModel.VERSION,
                        provenance.n(), provenance.method(), provenance.dataHash()));
    }
}
