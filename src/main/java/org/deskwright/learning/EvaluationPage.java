package org.deskwright.learning;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import com.samskivert.mustache.Mustache;

/** An evaluation as one page that needs nothing else: for people who decide what the desk may do alone. */
final class EvaluationPage {

    private static final double FLOOR = 0.8;
    private static final int POINTS = 300;

    private final Evaluation evaluation;
    private final Map<Double, List<String>> thresholds;

    /** @param thresholds of the table, with the categories they are for */
    EvaluationPage(Evaluation evaluation, Map<Double, List<String>> thresholds) {
        this.evaluation = evaluation;
        this.thresholds = new TreeMap<>(thresholds);
    }

    String html() {
        try (InputStream template = EvaluationPage.class.getResourceAsStream("evaluation.mustache");
                Reader reader = new InputStreamReader(template, StandardCharsets.UTF_8)) {
            return Mustache.compiler().defaultValue("–").compile(reader).execute(page());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> page() {
        Map<String, Object> page = new TreeMap<>(Map.of("figures", figures(), "coverage", coverage(), "thresholds", thresholds(), "categories", categories(), "labels", evaluation.labels(),
                "confusion", confusion(), "reliability", reliability(), "curve", curve(), "provenance", evaluation.model().json(), "rows", count(evaluation.rows())));
        page.put("letThrough", letThrough());
        return page;
    }

    private List<Map<String, String>> letThrough() {
        return evaluation.letThrough().entrySet().stream().map(each -> Map.of("name", each.getKey(), "coverage", share(each.getValue().coverage()),
                "precision", shareOr(each.getValue().precision()), "precisionAtLeast", shareOr(each.getValue().precisionAtLeast()))).toList();
    }

    private List<Map<String, String>> figures() {
        return List.of(figure("accuracy", share(evaluation.accuracy())), figure("macro-F1", share(evaluation.macroF1())),
                figure("calibration error", String.format(Locale.ROOT, "%.3f", evaluation.ece())),
                figure("Brier score", String.format(Locale.ROOT, "%.3f", evaluation.brier())),
                figure("near duplicates", evaluation.nearTwins() == null ? "not known" : share(evaluation.nearTwins())));
    }

    private List<Map<String, String>> coverage() {
        return evaluation.coverage().entrySet().stream().map(each -> row(each.getKey(), each.getValue())).toList();
    }

    private List<Map<String, String>> thresholds() {
        return thresholds.entrySet().stream().map(each -> {
            Map<String, String> row = row(String.join(", ", each.getValue()), Coverage.from(each.getKey(), evaluation.steps()));
            row.put("threshold", String.format(Locale.ROOT, "%.2f", each.getKey()));
            return row;
        }).toList();
    }

    private static Map<String, String> row(String name, Coverage of) {
        Map<String, String> row = new TreeMap<>();
        row.put("name", name);
        row.put("threshold", of.n() == 0 ? "–" : String.format(Locale.ROOT, "%.3f", of.threshold()));
        row.put("coverage", share(of.coverage()));
        row.put("coverageAtLeast", share(of.coverageAtLeast()));
        row.put("precision", of.n() == 0 ? "–" : share(of.precision()));
        row.put("precisionAtLeast", of.n() == 0 ? "–" : share(of.precisionAtLeast()));
        return row;
    }

    private List<Map<String, String>> categories() {
        return evaluation.categories().stream().map(each -> Map.of("name", each.category(), "precision", shareOr(each.precision()),
                "recall", shareOr(each.recall()), "f1", share(each.f1()), "support", count(each.support()))).toList();
    }

    private List<Map<String, Object>> confusion() {
        return IntStream.range(0, evaluation.labels().size()).mapToObj(truth -> {
            List<Integer> counts = evaluation.confusion().get(truth);
            double all = Math.max(1, counts.stream().mapToInt(Integer::intValue).sum());
            return Map.<String, Object>of("label", evaluation.labels().get(truth), "cells", IntStream.range(0, counts.size()).mapToObj(proposed ->
                    Map.of("count", counts.get(proposed) == 0 ? "" : count(counts.get(proposed)), "style", proposed == truth ? "right" : "wrong",
                            "strength", Math.round(100 * counts.get(proposed) / all))).toList());
        }).toList();
    }

    private String reliability() {
        Chart chart = new Chart("Reliability diagram", "confidence", "share that is right", 0).line("ideal", List.of(new double[] {0, 0}, new double[] {1, 1}));
        int place = 0;
        for (double threshold : thresholds.keySet()) {
            chart.mark(threshold, String.format(Locale.ROOT, "%.2f", threshold), place++);
        }
        chart.line("curve", evaluation.reliability().stream().map(bin -> new double[] {bin.confidence(), bin.right()}).toList());
        evaluation.reliability().forEach(bin -> chart.interval(bin.confidence(), bin.atLeast(), bin.atMost(), bin.right(), String.format(Locale.ROOT,
                "%,d tickets: confidence %.3f, right %.3f (%.3f to %.3f)", bin.n(), bin.confidence(), bin.right(), bin.atLeast(), bin.atMost())));
        return chart.svg();
    }

    private String curve() {
        List<Coverage.Step> steps = evaluation.steps();
        double floor = Math.min(FLOOR, Math.floor(20 * evaluation.accuracy()) / 20);
        Chart chart = new Chart("Coverage and precision", "coverage", "precision", floor);
        Evaluation.PRECISIONS.forEach(precision -> chart.level(precision, String.format(Locale.ROOT, "%.2f", precision)));
        int place = 0;
        for (double threshold : thresholds.keySet()) {
            chart.mark(Coverage.from(threshold, steps).coverage(), String.format(Locale.ROOT, "from %.2f", threshold), place++);
        }
        int every = Math.max(1, steps.size() / POINTS);
        return chart.line("curve", IntStream.range(0, steps.size()).filter(i -> i % every == 0 || i == steps.size() - 1)
                .mapToObj(i -> new double[] {steps.get(i).coverage().coverage(), steps.get(i).precision()}).toList()).svg();
    }

    private static Map<String, String> figure(String name, String value) {
        return Map.of("name", name, "value", value);
    }

    private static String shareOr(Double share) {
        return share == null ? "–" : share(share);
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String count(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
