package org.deskwright.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Parts of a history, each judged by a model of the others. A template is in one fold only, each category is spread evenly,
 * and the order of the rows does not matter.
 */
final class Folds {

    static final int MOST = 5;

    private final int[] folds;

    private Folds(int[] folds) {
        this.folds = folds;
    }

    static Folds of(List<PastTicket> tickets) {
        Map<String, Integer> rows = new HashMap<>();
        Map<String, String> categories = new HashMap<>();
        for (PastTicket ticket : tickets) {
            rows.merge(ticket.template(), 1, Integer::sum);
            categories.merge(ticket.template(), ticket.category(), (one, other) -> one.compareTo(other) < 0 ? one : other);
        }
        Map<String, Map<String, String>> templates = new TreeMap<>();
        categories.forEach((template, category) -> templates.computeIfAbsent(category, key -> new TreeMap<>())
                .put(new Digest().add(template).hex(), template));
        Map<String, Integer> home = new HashMap<>();
        int[] total = new int[MOST];
        for (Map<String, String> ofCategory : templates.values()) {
            int[] taken = new int[MOST];
            for (String template : ofCategory.values()) {
                int emptiest = IntStream.range(0, MOST).boxed().min((one, other) -> taken[one] != taken[other]
                        ? taken[one] - taken[other] : total[one] - total[other]).orElseThrow();
                home.put(template, emptiest);
                taken[emptiest] += rows.get(template);
                total[emptiest] += rows.get(template);
            }
        }
        return new Folds(tickets.stream().mapToInt(ticket -> home.get(ticket.template())).toArray());
    }

    int of(int row) {
        return folds[row];
    }

    /** Those that have rows, ascending. */
    List<Integer> used() {
        List<Integer> used = new ArrayList<>();
        IntStream.of(folds).distinct().sorted().forEach(used::add);
        return used;
    }

    int[] within(int fold) {
        return IntStream.range(0, folds.length).filter(row -> folds[row] == fold).toArray();
    }

    int[] without(int fold) {
        return IntStream.range(0, folds.length).filter(row -> folds[row] != fold).toArray();
    }
}
