package org.deskwright.process.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** The way to a place as an analyst follows it in the diagram: element by element, by what is written on them. */
record Route(String text, List<String> elements) {

    /** @param reached how each place was come to */
    static Route to(Place last, Map<Place, Step> reached) {
        List<Place> places = new ArrayList<>();
        for (Place place = last; place != null; place = reached.get(place).from()) {
            places.add(place);
        }
        Collections.reverse(places);
        StringBuilder text = new StringBuilder();
        for (Place place : places) {
            Step step = reached.get(place);
            if (step.from() == null) {
                text.append(beginning(place.node()));
                continue;
            }
            if (step.within() != null) {
                text.append(" [").append(to(step.within(), reached).text()).append(']');
            }
            if (step.shown() != null) {
                text.append(step.shown());
            }
        }
        return new Route(text.toString(), places.stream().map(place -> place.node().id()).distinct().toList());
    }

    private static String beginning(Node start) {
        Node scope = start.parent();
        return scope.parent() == null ? start.label() : scope.label() + Step.ON + start.label();
    }
}
