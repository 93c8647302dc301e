package org.deskwright.process.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The way to a place as an analyst follows it in the diagram: element by element, by what is written on them. */
record Path(String text, List<String> elements) {

    /** @param reached how each place was come to */
    static Path to(Place last, Map<Place, Step> reached) {
        List<Place> places = new ArrayList<>();
        for (Place place = last; place != null; place = reached.get(place).from()) {
            places.add(place);
        }
        Collections.reverse(places);
        StringBuilder text = new StringBuilder();
        for (Place place : places) {
            Step step = reached.get(place);
            if (step.from() == null) {
                text.append(place.node().label());
                continue;
            }
            if (step.within() != null) {
                text.append(" [").append(to(step.within(), reached).text()).append(']');
            }
            if (step.shown() != null) {
                text.append(step.shown());
            }
        }
        return new Path(text.toString(), places.stream().map(place -> place.node().id()).distinct().toList());
    }
}
