package org.deskwright.learning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.deskwright.learning.ThresholdTable.Rule;

/**
 * The table of thresholds as the advice would have it, and the difference in plain words. Only numbers change. A row that
 * holds several categories takes the strictest of their thresholds; with one among them of which too little is known, or
 * where the row clears an action, it is only ever raised. What never goes alone stays so.
 */
record Proposal(ThresholdTable table, Map<String, String> numbers, List<String> differences) {

    static Proposal of(ThresholdTable table, List<Advice> advice) {
        Map<String, Advice> byCategory = advice.stream().collect(Collectors.toMap(Advice::category, each -> each));
        Map<String, String> numbers = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (Rule rule : table.rules()) {
            List<Advice> known = rule.categories().stream().filter(byCategory::containsKey).map(byCategory::get).toList();
            if (known.isEmpty() || rule.isNever()) {
                continue;
            }
            List<String> open = rule.categories().stream().filter(category -> !byCategory.containsKey(category)
                    || byCategory.get(category).threshold() == null).toList();
            double strictest = known.stream().filter(each -> each.threshold() != null).mapToDouble(Advice::threshold).max().orElse(0);
            boolean onlyRaised = !open.isEmpty() || !rule.isClassification();
            double proposed = onlyRaised ? Math.max(rule.actAt(), strictest) : strictest;
            if (proposed != rule.actAt()) {
                numbers.put(rule.cell(), String.format(Locale.ROOT, "%.2f", proposed));
            }
            differences.add(difference(rule, proposed, open));
        }
        return new Proposal(table, numbers, differences);
    }

    String xml() throws IOException {
        return table.with(numbers);
    }

    private static String difference(Rule rule, double proposed, List<String> open) {
        String row = "%s %s".formatted(String.join(", ", rule.steps()), String.join(", ", rule.categories()));
        String change = proposed == rule.actAt() ? String.format(Locale.ROOT, "stays at %.2f", proposed)
                : String.format(Locale.ROOT, "acts alone from %.2f instead of %.2f", proposed, rule.actAt());
        String why = !open.isEmpty() ? "; too little is known of " + String.join(", ", open)
                : rule.isClassification() ? "" : "; it clears an action, so it is never lowered here";
        return "%s: %s%s".formatted(row, change, why);
    }
}
