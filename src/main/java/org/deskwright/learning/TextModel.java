package org.deskwright.learning;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Says what texts are about, and how sure it is. Immutable, hence safe for concurrent use. */
public final class TextModel {

    /** Of the way it looks at texts. */
    public static final String VERSION = Features.VERSION;

    private final TrainedModel trained;
    private final Features features;

    TextModel(TrainedModel trained) {
        this.trained = trained;
        this.features = new Features(trained.glossary());
    }

    /** Never {@code null}, whatever the text; {@code null} is read as empty. */
    public Prediction predict(String subject, String body) {
        Text text = Text.of(subject, body);
        double[] margins = new double[trained.margins()];
        if (!margins(text, margins)) {
            int best = Outcome.best(trained.shares());
            return prediction(best, trained.shares()[best], trained.shares()[best], false, trained.shares());
        }
        double[] scores = trained.stack().scores(margins);
        double confidence = trained.calibration().confidence(scores, features.isSpecific(text));
        int best = Outcome.best(scores);
        return prediction(best, confidence, Softmax.highest(scores, 1), true, probabilities(scores, best, confidence));
    }

    public List<String> categories() {
        return trained.categories();
    }

    public Provenance provenance() {
        return trained.provenance();
    }

    /** The same, with what else it is to keep of how it came about. */
    TextModel with(Map<String, String> settings) {
        return new TextModel(trained.with(settings));
    }

    TrainedModel trained() {
        return trained;
    }

    private boolean margins(Text text, double[] into) {
        boolean isKnown = false;
        int offset = 0;
        for (TrainedView view : trained.views()) {
            isKnown |= view.margins(features.of(view.view().kind(), text), into, offset);
            offset += view.models().size() * trained.categories().size();
        }
        return isKnown;
    }

    /** The calibrated confidence for the best; the others share the rest as the softmax has it. */
    private double[] probabilities(double[] scores, int best, double confidence) {
        double[] others = scores.clone();
        others[best] = Double.NEGATIVE_INFINITY;
        double[] probabilities = Softmax.probabilities(others, trained.calibration().temperature());
        Arrays.setAll(probabilities, i -> i == best ? confidence : probabilities[i] * (1 - confidence));
        return probabilities;
    }

    private Prediction prediction(int best, double confidence, double raw, boolean isKnown, double[] probabilities) {
        return new Prediction(trained.categories().get(best), confidence, raw, isKnown, Arrays.stream(probabilities).boxed().toList());
    }
}
