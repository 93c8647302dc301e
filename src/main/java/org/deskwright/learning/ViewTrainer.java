package org.deskwright.learning;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Learns from one view: for each fold a model of the others, which judges it, and last a model of everything. */
final class ViewTrainer {

    private final View view;
    private final Corpus corpus;
    private final int[] truths;
    private final int width;
    private final double[][] margins;

    /** @param width how many categories there are */
    ViewTrainer(View view, List<Text> texts, Features features, int[] truths, int width) {
        this.view = view;
        this.corpus = new Corpus(view, texts.parallelStream().map(text -> features.of(view.kind(), text)).toList(), width);
        this.truths = truths;
        this.width = width;
        this.margins = new double[truths.length][width * view.learners().size()];
    }

    /** @param progress told what begins */
    TrainedView train(Folds folds, Consumer<String> progress) {
        for (int fold : folds.used()) {
            progress.accept("fold " + (fold + 1));
            TrainedView others = train(folds.without(fold));
            IntStream.of(folds.within(fold)).parallel().forEach(row -> judge(row, others));
        }
        progress.accept("all rows");
        return train(IntStream.range(0, truths.length).toArray());
    }

    /** The margins of every row, by the model that had not seen it. */
    double[][] margins() {
        return margins;
    }

    private TrainedView train(int[] rows) {
        Vocabulary vocabulary = corpus.vocabulary(rows);
        FeatureVector[] vectors = IntStream.of(rows).parallel().mapToObj(row -> corpus.vector(row, vocabulary)).toArray(FeatureVector[]::new);
        LinearTrainer trainer = new LinearTrainer(vectors, Arrays.stream(rows).map(row -> truths[row]).toArray(), width, corpus.size());
        return new TrainedView(view, vocabulary, view.learners().stream().map(trainer::train).toList());
    }

    private void judge(int row, TrainedView others) {
        FeatureVector vector = corpus.vector(row, others.vocabulary());
        for (int i = 0; i < others.models().size(); i++) {
            others.models().get(i).margins(vector, margins[row], i * width);
        }
    }
}
