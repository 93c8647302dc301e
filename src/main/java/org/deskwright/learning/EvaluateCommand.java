package org.deskwright.learning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores a model, or one that is made for it, on tickets that it has not seen. */
@Command(name = "evaluate", mixinStandardHelpOptions = true,
        description = "Scores a model on labelled tickets that it was not made of; with --train it is made first, and not kept.")
public final class EvaluateCommand extends LearningCommand {

    @ArgGroup(multiplicity = "1")
    private Source source;
    @Option(names = "--test", required = true, paramLabel = "FILE", description = "Labelled tickets to score it on")
    private Path test;
    @Mixin
    private TableColumns columns;
    @Option(names = "--json", paramLabel = "OUT", description = "File to write all figures to")
    private Path json;
    @Option(names = "--html", paramLabel = "OUT", description = "File to write a page with diagrams to")
    private Path html;

    /** Either of the two. */
    private static final class Source {

        @Option(names = "--train", required = true, paramLabel = "FILE", description = "Labelled tickets to learn from")
        private Path train;
        @Option(names = "--model", required = true, paramLabel = "MODEL", description = "A model that \"train\" has written")
        private Path model;
    }

    @Override
    public String name() {
        return "evaluate";
    }

    @Override
    protected void work() throws Refusal {
        for (Path out : new Path[] {json, html}) {
            if (out != null) {
                writable(out);
            }
        }
        Evaluation evaluation = source.model == null ? ofTrained() : ofModel();
        print(evaluation);
        if (json != null) {
            write(json, json(evaluation));
        }
        if (html != null) {
            write(html, new EvaluationPage(evaluation, thresholds()).html());
        }
    }

    private LabelledTexts unseen(TableColumns from) throws Refusal {
        LabelledTexts unseen = from.read(test);
        if (unseen.tickets().isEmpty()) {
            throw new Refusal("%s has no row with a label".formatted(test));
        }
        return unseen;
    }

    /** Its columns are those that the model has learned from, unless others are named. */
    private Evaluation ofModel() throws Refusal {
        TextModel model = loaded(source.model);
        LabelledTexts unseen = unseen(columns.or(model.provenance().settings()));
        if (unseen.tickets().stream().noneMatch(ticket -> model.categories().contains(ticket.category()))) {
            throw new Refusal("No label of %s is a category of the model, which knows %s".formatted(test, String.join(", ", model.categories())));
        }
        return Evaluation.of(model, unseen.tickets(), null, table());
    }

    private Evaluation ofTrained() throws Refusal {
        LabelledTexts unseen = unseen(columns);
        long start = System.nanoTime();
        LabelledTexts seen = columns.read(source.train);
        TextModel model = trained(source.train, seen, Glossary.none());
        say("Learned from %,d tickets in %.0f s", model.provenance().n(), (System.nanoTime() - start) / 1e9);
        return Evaluation.of(model, unseen.tickets(), seen.twins(), table());
    }

    private void print(Evaluation evaluation) {
        say("%,d tickets: accuracy %.4f, macro-F1 %.4f, expected calibration error %.4f, Brier score %.4f", evaluation.rows(),
                evaluation.accuracy(), evaluation.macroF1(), evaluation.ece(), evaluation.brier());
        evaluation.coverage().forEach((precision, of) -> say("precision %s: coverage %.4f (at least %.4f), confidence of %.4f or more, "
                + "right %.4f (at least %.4f)", precision, of.coverage(), of.coverageAtLeast(), of.threshold(), of.precision(), of.precisionAtLeast()));
        evaluation.letThrough().forEach((step, let) -> say("thresholds of step %s: coverage %.4f, right %s (at least %s)", step, let.coverage(),
                share(let.precision()), share(let.precisionAtLeast())));
        say("%-28s %9s %9s %9s %9s", "category", "precision", "recall", "F1", "tickets");
        evaluation.categories().forEach(each -> say("%-28s %9s %9s %9.4f %,9d", each.category(), share(each.precision()), share(each.recall()),
                each.f1(), each.support()));
        say(evaluation.nearTwins() == null ? "Near duplicates of what was learned: not known of a saved model; --train tells"
                : "Near duplicates of what was learned: %.1f %%", evaluation.nearTwins() == null ? 0 : 100 * evaluation.nearTwins());
        say("99 of 100 answers within %.2f ms", evaluation.p99Micros() / 1e3);
    }

    private static String share(Double share) {
        return share == null ? "–" : String.format(Locale.ROOT, "%.4f", share);
    }

    private static String json(Evaluation evaluation) throws Refusal {
        try {
            return JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(evaluation);
        } catch (JsonProcessingException e) {
            throw new Refusal("The figures cannot be written as JSON: " + e.getMessage());
        }
    }

    /** Of the step that rests on the classification alone. */
    private static Map<Double, List<String>> thresholds() throws Refusal {
        Map<Double, List<String>> thresholds = new TreeMap<>();
        table().rules().stream().filter(rule -> rule.isClassification() && !rule.isNever())
                .forEach(rule -> thresholds.computeIfAbsent(rule.actAt(), actAt -> new ArrayList<>()).addAll(rule.categories()));
        return thresholds;
    }

    private static ThresholdTable table() throws Refusal {
        try {
            return ThresholdTable.present(Path.of(""));
        } catch (IOException e) {
            throw new Refusal("%s cannot be used: %s".formatted(ThresholdTable.FILE, e.getMessage()));
        }
    }
}
