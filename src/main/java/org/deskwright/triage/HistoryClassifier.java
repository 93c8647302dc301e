package org.deskwright.triage;

import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Taxonomy;

/** Classifies by what past tickets of the same wording turned out to be about. Immutable, hence safe for concurrent use. */
final class HistoryClassifier implements Classifier {

    /** What is said of a text in which nothing is known: about what guessing would achieve. */
    static final double NOTHING_KNOWN = 0.05;

    private static final String SOURCE = "HistoryClassifier " + Features.VERSION;

    private final TrainedModel trained;
    private final Features features;

    HistoryClassifier(TrainedModel trained, Glossary glossary) {
        this.trained = trained;
        this.features = new Features(glossary);
    }

    @Override
    public Classification classify(String subject, String body) {
        LinearModel model = trained.model();
        FeatureVector vector = model.vocabulary().vector(features.of(subject, body));
        if (vector.isEmpty()) {
            return new Classification(Taxonomy.OTHER, confidence(NOTHING_KNOWN, NOTHING_KNOWN));
        }
        double[] scores = model.scores(vector);
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        double confidence = trained.calibration().confidence(scores, features.isSpecific(subject, body));
        return new Classification(model.categories().get(best), confidence(confidence, Softmax.highest(scores, 1)));
    }

    Provenance provenance() {
        return trained.provenance();
    }

    private Confidence confidence(double value, double raw) {
        Provenance provenance = trained.provenance();
        return new Confidence(value, raw, true, SOURCE, provenance.n(), provenance.method(), provenance.dataHash());
    }
}
