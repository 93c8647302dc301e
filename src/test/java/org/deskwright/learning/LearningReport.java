package org.deskwright.learning;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Prints how good the classifier is on tickets whose template it had not seen. Run it from the top folder after
 * {@code ./mvnw -q test-compile}, in an IDE or with
 * {@code java -cp "target/test-classes:target/classes:$(./mvnw -q dependency:build-classpath -Dmdep.outputFile=/dev/stdout)"
 * org.deskwright.learning.LearningReport}; the argument {@code errors} also lists every miss, the surest first.
 */
final class LearningReport {

    private static final PrintStream OUT = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8);

    private LearningReport() {
    }

    public static void main(String[] arguments) {
        TicketHistory history = TicketHistory.read(Path.of(""), SampleHistory.CATEGORIES);
        TextModel model = Training.train(history, Glossary.read(Path.of("")), Clock.systemUTC(), Progress.SILENT);
        List<String> categories = model.categories();
        List<Judged> outcomes = model.trained().heldOut();
        print(model.provenance().method(), model.provenance().heldOut());
        say("%-22s %9s %9s", "category", "precision", "recall");
        for (int category = 0; category < categories.size(); category++) {
            int current = category;
            double hits = outcomes.stream().filter(o -> o.truth() == current && o.isRight()).count();
            say("%-22s %9.3f %9.3f", categories.get(category), hits / outcomes.stream().filter(o -> o.proposed() == current).count(),
                    hits / outcomes.stream().filter(o -> o.truth() == current).count());
        }
        Map<String, List<Judged>> byLanguage = new TreeMap<>();
        Map<String, Integer> confusions = new HashMap<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Judged outcome = outcomes.get(i);
            byLanguage.computeIfAbsent(history.tickets().get(i).language(), key -> new ArrayList<>()).add(outcome);
            if (!outcome.isRight()) {
                confusions.merge(categories.get(outcome.truth()) + " taken for " + categories.get(outcome.proposed()), 1, Integer::sum);
            }
        }
        byLanguage.forEach((language, of) -> say("%s: %d tickets, accuracy %.3f", language, of.size(),
                of.stream().filter(Judged::isRight).count() / (double) of.size()));
        confusions.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(20)
                .forEach(confusion -> say("%4d %s", confusion.getValue(), confusion.getKey()));
        if (arguments.length > 0) {
            IntStream.range(0, outcomes.size()).filter(i -> !outcomes.get(i).isRight()).boxed()
                    .sorted(Comparator.comparingDouble(i -> -outcomes.get(i).confidence()))
                    .forEach(i -> say("%.2f %s: %s | %s | %s", outcomes.get(i).confidence(), categories.get(outcomes.get(i).proposed()),
                            history.tickets().get(i).template(), history.tickets().get(i).subject(),
                            history.tickets().get(i).body().replace('\n', ' ')));
        }
    }

    private static void print(String method, Quality quality) {
        say("%s: accuracy %.4f, macro-F1 %.4f, ECE %.4f, log loss %.4f, coverage at precision .95 %.3f", method, quality.accuracy(),
                quality.macroF1(), quality.ece(), quality.logLoss(), quality.coverageAtPrecision95());
        quality.atOrAbove().forEach((threshold, share) -> say("  at %s or more: %.3f of all, %.4f of them right", threshold,
                share.coverage(), share.precision()));
    }

    private static void say(String format, Object... values) {
        OUT.println(String.format(Locale.ROOT, format, values));
    }
}
