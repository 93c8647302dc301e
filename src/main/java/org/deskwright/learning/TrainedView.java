package org.deskwright.learning;

import java.util.List;

/** What was learned from one view: one linear model for each of its learners. */
record TrainedView(View view, Vocabulary vocabulary, List<LinearModel> models) {

    TrainedView {
        models = List.copyOf(models);
    }

    /**
     * Writes the margins of every category, learner by learner.
     *
     * @return whether anything in the text is known
     */
    boolean margins(Bag bag, double[] into, int offset) {
        FeatureVector vector = vocabulary.vector(bag);
        int at = offset;
        for (LinearModel model : models) {
            model.margins(vector, into, at);
            at += model.bias().length;
        }
        return !vector.isEmpty();
    }
}
