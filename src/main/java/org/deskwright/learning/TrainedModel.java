package org.deskwright.learning;

import java.util.List;
import java.util.Map;

/**
 * All that is needed to classify, and where it comes from.
 *
 * @param shares  how much of the history each category is
 * @param heldOut every ticket of the history, judged by a model that had seen neither it nor its near twins
 */
record TrainedModel(List<String> categories, double[] shares, List<TrainedView> views, Stack stack, Calibration calibration,
        Glossary glossary, List<Judged> heldOut, Provenance provenance) {

    TrainedModel {
        categories = List.copyOf(categories);
        views = List.copyOf(views);
        heldOut = List.copyOf(heldOut);
    }

    TrainedModel with(Map<String, String> settings) {
        return new TrainedModel(categories, shares, views, stack, calibration, glossary, heldOut, provenance.with(settings));
    }

    int margins() {
        return categories.size() * views.stream().mapToInt(view -> view.models().size()).sum();
    }
}
