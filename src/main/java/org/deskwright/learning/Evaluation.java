package org.deskwright.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A model scored on tickets that it was not made of.
 *
 * @param brier        mean squared error of the probabilities of all categories (Brier 1950): 0 is best, 2 worst
 * @param labels       the model's categories, then those that only the test has
 * @param coverage     by precision
 * @param confusion    for each right label, how often each was proposed
 * @param letThrough   by step of the table of thresholds
 * @param nearTwins    share of the tickets of which nearly the same was learned from; {@code null} if nobody knows what was
 * @param p99Micros    microseconds within which 99 of 100 answers came
 * @param model        where it comes from
 */
record Evaluation(int rows, double accuracy, double macroF1, double ece, double brier, List<CategoryQuality> categories,
        Map<String, Coverage> coverage, List<Reliability> reliability, List<String> labels, List<List<Integer>> confusion,
        Map<String, LetThrough> letThrough, Double nearTwins, long p99Micros, Provenance model, @JsonIgnore List<Coverage.Step> steps) {

    static final List<Double> PRECISIONS = List.of(0.90, 0.95, 0.98);

    private static final int WARM_UP = 5_000;

    /**
     * @param twins of what was learned from, or {@code null}
     * @param table whose thresholds the desk goes by
     */
    static Evaluation of(TextModel model, List<PastTicket> test, NearTwins twins, ThresholdTable table) {
        List<String> labels = new ArrayList<>(model.categories());
        test.stream().map(PastTicket::category).distinct().sorted().filter(label -> !labels.contains(label)).forEach(labels::add);
        // the first answers of a process are compiled as they are given, and say nothing of a desk that runs
        test.stream().limit(WARM_UP).forEach(ticket -> model.predict(ticket.subject(), ticket.body()));
        List<Judged> judged = new ArrayList<>();
        long[] times = new long[test.size()];
        double squares = 0;
        for (PastTicket ticket : test) {
            long start = System.nanoTime();
            Prediction prediction = model.predict(ticket.subject(), ticket.body());
            times[judged.size()] = System.nanoTime() - start;
            int truth = labels.indexOf(ticket.category());
            judged.add(new Judged(labels.indexOf(prediction.category()), truth, prediction.confidence()));
            squares += squares(prediction.probabilities(), truth);
        }
        Arrays.sort(times);
        List<Coverage.Step> steps = Coverage.steps(judged);
        Map<String, Coverage> coverage = new TreeMap<>();
        PRECISIONS.forEach(precision -> coverage.put(String.format(Locale.ROOT, "%.2f", precision), Coverage.at(precision, steps)));
        List<Reliability> bins = Reliability.bins(judged);
        return new Evaluation(test.size(), Quality.accuracy(judged), Quality.macroF1(judged), Reliability.error(bins), squares / test.size(),
                IntStream.range(0, labels.size()).mapToObj(label -> CategoryQuality.of(label, labels.get(label), judged)).toList(), coverage, bins,
                labels, confusion(judged, labels.size()), LetThrough.by(table, judged, labels), twins == null ? null : share(test, twins),
                times[(int) (0.99 * (times.length - 1))] / 1_000, model.provenance(), steps);
    }

    private static double share(List<PastTicket> test, NearTwins twins) {
        return test.parallelStream().filter(ticket -> twins.hasTwinOf(Text.of(ticket.subject(), ticket.body()))).count() / (double) test.size();
    }

    /** A label that the model does not have was given a probability of 0. */
    private static double squares(List<Double> probabilities, int truth) {
        double squares = truth < probabilities.size() ? 0 : 1;
        for (int i = 0; i < probabilities.size(); i++) {
            double error = probabilities.get(i) - (i == truth ? 1 : 0);
            squares += error * error;
        }
        return squares;
    }

    private static List<List<Integer>> confusion(List<Judged> judged, int width) {
        int[][] counts = new int[width][width];
        judged.forEach(each -> counts[each.truth()][each.proposed()]++);
        return Arrays.stream(counts).map(row -> Arrays.stream(row).boxed().toList()).toList();
    }
}
