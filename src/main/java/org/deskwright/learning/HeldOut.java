package org.deskwright.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Every past ticket judged by a model that has seen neither it nor any other of the same template. */
final class HeldOut {

    static final int FOLDS = 5;

    private HeldOut() {
    }

    /**
     * @param bags       the features of the tickets, in the history's order
     * @param categories the order of the scores
     * @param progress   told which fold begins
     */
    static List<Outcome> outcomes(TicketHistory history, List<Bag> bags, Features features, List<String> categories,
            Consumer<Integer> progress) {
        int[] folds = folds(history.tickets());
        Outcome[] outcomes = new Outcome[folds.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            progress.accept(fold);
            int current = fold;
            List<Integer> seen = IntStream.range(0, folds.length).filter(i -> folds[i] != current).boxed().toList();
            LinearModel model = LinearTrainer.train(seen.stream().map(bags::get).toList(),
                    seen.stream().map(i -> history.tickets().get(i).category()).toList());
            for (int i = 0; i < folds.length; i++) {
                if (folds[i] == fold) {
                    PastTicket ticket = history.tickets().get(i);
                    double[] scores = ordered(model.scores(model.vocabulary().vector(bags.get(i))), model.categories(), categories);
                    outcomes[i] = new Outcome(fold, scores, categories.indexOf(ticket.category()),
                            features.isSpecific(ticket.subject(), ticket.body()));
                }
            }
        }
        return List.of(outcomes);
    }

    /** A template is in one fold only, each category is spread evenly, and the order of the rows does not matter. */
    static int[] folds(List<PastTicket> tickets) {
        Map<String, TreeSet<String>> templates = new HashMap<>();
        Map<String, String> home = new HashMap<>();
        for (PastTicket ticket : tickets) {
            String category = home.computeIfAbsent(ticket.template(), key -> ticket.category());
            String shuffled = new Digest().add(ticket.template()).hex() + ticket.template();
            templates.computeIfAbsent(category, key -> new TreeSet<>()).add(shuffled);
        }
        Map<String, Integer> folds = new HashMap<>();
        for (TreeSet<String> ofCategory : templates.values()) {
            List<String> order = new ArrayList<>(ofCategory);
            for (int i = 0; i < order.size(); i++) {
                folds.put(order.get(i).substring(64), i % FOLDS);
            }
        }
        return tickets.stream().mapToInt(ticket -> folds.get(ticket.template())).toArray();
    }

    private static double[] ordered(double[] scores, List<String> from, List<String> to) {
        double[] ordered = new double[to.size()];
        for (int i = 0; i < ordered.length; i++) {
            int position = from.indexOf(to.get(i));
            ordered[i] = position < 0 ? Double.NEGATIVE_INFINITY : scores[position];
        }
        return ordered;
    }
}
