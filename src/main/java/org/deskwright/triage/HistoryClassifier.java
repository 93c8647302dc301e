package org.deskwright.triage;

import org.deskwright.learning.Prediction;
import org.deskwright.learning.Provenance;
import org.deskwright.learning.TextModel;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Taxonomy;

/** Classifies by what past tickets of the same wording turned out to be about; its model's provenance is in each answer. */
final class HistoryClassifier implements Classifier {

    /** What is said of a text in which nothing is known: about what guessing would achieve. */
    private static final double NOTHING_KNOWN = 0.05;
    private static final String SOURCE = "HistoryClassifier " + TextModel.VERSION;

    private final TextModel model;
    private final Origin origin;

    HistoryClassifier(TextModel model) {
        this.model = model;
        this.origin = Origin.of(model.provenance());
    }

    @Override
    public Classification classify(String subject, String body) {
        Prediction prediction = model.predict(subject, body);
        return prediction.isKnown() ? new Classification(prediction.category(), confidence(prediction.confidence(), prediction.raw()), origin)
                : new Classification(Taxonomy.OTHER, confidence(NOTHING_KNOWN, NOTHING_KNOWN), origin);
    }

    private Confidence confidence(double value, double raw) {
        Provenance provenance = model.provenance();
        return new Confidence(value, raw, true, SOURCE, provenance.n(), provenance.method(), provenance.dataHash());
    }
}
