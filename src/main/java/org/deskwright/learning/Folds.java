package org.deskwright.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Parts of a history, each judged by a model of the others. A template is in one fold only, each category is spread evenly,
 * and the order of the rows does not matter. Of a category that has but one template the rows are spread: no model could judge
 * it that has never seen it, and what combines the views would learn that it is always something else.
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
        Set<String> alone = templates.size() < 2 ? Set.of()
                : templates.values().stream().filter(ofCategory -> ofCategory.size() == 1).flatMap(ofCategory -> ofCategory.values().stream())
                .filter(template -> rows.get(template) > 1).collect(Collectors.toSet());
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
        int[] folds = tickets.stream().mapToInt(ticket -> home.get(ticket.template())).toArray();
        alone.forEach(template -> spread(template, tickets, folds));
        return new Folds(folds);
    }

    private static void spread(String template, List<PastTicket> tickets, int[] folds) {
        int[] rows = IntStream.range(0, folds.length).filter(row -> tickets.get(row).template().equals(template)).boxed()
                .sorted(Comparator.comparing(row -> tickets.get(row).subject() + '\n' + tickets.get(row).body())).mapToInt(Integer::intValue).toArray();
        IntStream.range(0, rows.length).forEach(i -> folds[rows[i]] = i % MOST);
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
