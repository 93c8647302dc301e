package org.deskwright.learning;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes a model of a ticket history: the margins of all views, what makes one answer of them, and how sure that may be. */
public final class Training {

    /** Under which the settings say how the views are combined. */
    static final String COMBINED = "combined by";

    private static final int FEWEST = 20;
    private static final int MOST_CATEGORIES = 300;

    private final TicketHistory history;
    private final Glossary glossary;
    private final Progress progress;
    private final List<String> categories;
    private final int[] truths;
    private final Folds folds;
    private int done;
    private int of;

    private Training(TicketHistory history, Glossary glossary, Progress progress) {
        this.history = history;
        this.glossary = glossary;
        this.progress = progress;
        this.categories = history.tickets().stream().map(PastTicket::category).distinct().sorted().toList();
        this.truths = history.tickets().stream().mapToInt(ticket -> categories.indexOf(ticket.category())).toArray();
        this.folds = Folds.of(history.tickets());
    }

    /** What a stored model must have been made by, so that it may be used. */
    public static String recipe(Glossary glossary) {
        return new Digest().add(settings(Stream.of(Kind.values()).map(View::of).toList()).toString()).add(glossary.hash()).hex();
    }

    /** @throws Unlearnable if nothing can be learned from it */
    public static TextModel train(TicketHistory history, Glossary glossary, Clock clock, Progress progress) {
        Training training = new Training(history, glossary, progress);
        training.check();
        return training.train(clock);
    }

    private void check() {
        int n = history.tickets().size();
        if (n < FEWEST) {
            throw new Unlearnable("%d tickets are too few to learn from: it takes %d".formatted(n, FEWEST));
        }
        if (categories.size() < 2) {
            throw new Unlearnable("all %d tickets are \"%s\": it takes two categories to tell one from the other".formatted(n, categories.get(0)));
        }
        if (categories.size() > MOST_CATEGORIES) {
            throw new Unlearnable("%,d categories are more than the %d that can be learned; is it the right column?"
                    .formatted(categories.size(), MOST_CATEGORIES));
        }
        if (folds.used().size() < 2) {
            throw new Unlearnable("all %d tickets say nearly the same: nothing is left to check what is learned".formatted(n));
        }
    }

    private TextModel train(Clock clock) {
        int n = truths.length;
        Features features = new Features(glossary);
        List<Text> texts = history.tickets().parallelStream().map(ticket -> Text.of(ticket.subject(), ticket.body())).toList();
        List<View> recipe = View.recipe(n, texts.stream().anyMatch(text -> !text.subject().isEmpty()), !glossary.isEmpty());
        of = recipe.size() * (folds.used().size() + 1) + 2;
        List<TrainedView> views = new ArrayList<>();
        double[][] margins = new double[n][0];
        for (View view : recipe) {
            ViewTrainer trainer = new ViewTrainer(view, texts, features, truths, categories.size());
            views.add(trainer.train(folds, what -> begin("%s, %s".formatted(view.name(), what))));
            IntStream.range(0, n).forEach(row -> margins[row] = joined(margins[row], trainer.margins()[row]));
        }
        begin("weighing the views");
        boolean[] specific = new boolean[n];
        IntStream.range(0, n).parallel().forEach(row -> specific[row] = features.isSpecific(texts.get(row)));
        Stacking stacking = Stacking.of(margins, truths, categories.size(), folds, specific);
        begin("calibrating");
        List<Outcome> outcomes = stacking.outcomes();
        CrossFit crossFit = new CrossFit(outcomes);
        Calibration.Method method = crossFit.best();
        Calibration calibration = method.fit(outcomes, Calibration.perCategory(outcomes));
        List<Judged> heldOut = crossFit.judged(method);
        Map<String, String> settings = settings(recipe);
        settings.put(COMBINED, stacking.stack().method());
        Provenance provenance = new Provenance(history.hash(), recipe(glossary), n, clock.instant(), LinearTrainer.LIBRARY, settings,
                calibration.method(), Quality.of(heldOut));
        progress.at("done", of, of);
        return new TextModel(new TrainedModel(categories, shares(), views, stacking.stack(), calibration, glossary, heldOut, provenance));
    }

    private void begin(String what) {
        progress.at(what, done++, of);
    }

    private double[] shares() {
        double[] shares = new double[categories.size()];
        for (int truth : truths) {
            shares[truth]++;
        }
        Arrays.setAll(shares, i -> shares[i] / truths.length);
        return shares;
    }

    private static double[] joined(double[] one, double[] other) {
        double[] joined = new double[one.length + other.length];
        System.arraycopy(one, 0, joined, 0, one.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    private static Map<String, String> settings(List<View> recipe) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "features", Features.VERSION,
                "precision", String.valueOf(LinearTrainer.PRECISION),
                "cost of combining", String.valueOf(Stack.COST),
                "folds", String.valueOf(Folds.MOST)));
        recipe.forEach(view -> settings.put("view " + view.name(), view.settings()));
        return settings;
    }
}
