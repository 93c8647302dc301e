package org.deskwright.inference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Who is asked one after the other, until somebody is sure.
 *
 * @param performers in their order, each once; nobody comes after a person
 * @param model      name in {@code config/models.yaml}, or {@code none}
 */
public record Chain(List<Performer> performers, String model) {

    /** Where no row of the table applies, or more than one. */
    public static final Chain PEOPLE = new Chain(List.of(Performer.PERSON), "none");

    public Chain {
        List<Performer> once = new ArrayList<>(new LinkedHashSet<>(performers));
        int person = once.indexOf(Performer.PERSON);
        performers = List.copyOf(person < 0 ? once : once.subList(0, person + 1));
    }

    /** Whether somebody is in it who takes their time: then nobody waits for it in a transaction. */
    public boolean takesTime() {
        return performers.contains(Performer.MODEL);
    }

    /** Those whose turn comes before a model's: they answer at once. */
    public Chain beforeModel() {
        int first = performers.indexOf(Performer.MODEL);
        return first < 0 ? this : new Chain(performers.subList(0, first), model);
    }

    Optional<String> modelOf(Performer performer) {
        return performer == Performer.MODEL ? Optional.of(model) : Optional.empty();
    }
}
