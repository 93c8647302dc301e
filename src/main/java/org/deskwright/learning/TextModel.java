package org.deskwright.learning;

/** A trained model together with the way it looks at texts. Immutable, hence safe for concurrent use. */
public final class TextModel {

    /** Of the way it looks at texts. */
    public static final String VERSION = Features.VERSION;

    private final TrainedModel trained;
    private final Features features;

    public TextModel(TrainedModel trained, Glossary glossary) {
        this.trained = trained;
        this.features = new Features(glossary);
    }

    /** Never {@code null}, whatever the text. */
    public Prediction predict(String subject, String body) {
        LinearModel model = trained.model();
        FeatureVector vector = model.vocabulary().vector(features.of(subject, body));
        if (vector.isEmpty()) {
            return Prediction.nothingKnown();
        }
        double[] scores = model.scores(vector);
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return new Prediction(model.categories().get(best), trained.calibration().confidence(scores, features.isSpecific(subject, body)),
                Softmax.highest(scores, 1));
    }

    public Provenance provenance() {
        return trained.provenance();
    }
}
