package org.deskwright.learning;

import java.util.Random;
import java.util.stream.IntStream;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;

/** Linear weights by LibLinear, one category against the rest, as many at once as there are cores. Same data, same model. */
final class LinearTrainer {

    static final double PRECISION = 0.1;
    static final String LIBRARY = "LibLinear %d.%d".formatted(Linear.getVersion() / 100, Linear.getVersion() % 100);

    private static final long SEED = 1;

    static {
        Linear.disableDebugOutput();
    }

    private final Feature[][] rows;
    private final int[] truths;
    private final int width;
    private final int features;

    /**
     * @param vectors  one for each row
     * @param truths   the position of each row's category
     * @param width    how many categories there are
     * @param features how many the vocabulary has
     */
    LinearTrainer(FeatureVector[] vectors, int[] truths, int width, int features) {
        this.rows = new Feature[vectors.length][];
        this.truths = truths;
        this.width = width;
        this.features = features;
        Feature bias = new FeatureNode(features + 1, 1);
        IntStream.range(0, rows.length).parallel().forEach(row -> rows[row] = nodes(vectors[row], bias));
    }

    LinearModel train(Learner learner) {
        float[] weights = new float[features * width];
        float[] bias = new float[width];
        IntStream.range(0, width).parallel().forEach(category -> {
            double[] learned = learned(category, learner);
            for (int i = 0; i < features; i++) {
                weights[i * width + category] = (float) learned[i];
            }
            bias[category] = (float) learned[features];
        });
        return new LinearModel(weights, bias);
    }

    private double[] learned(int category, Learner learner) {
        long members = IntStream.of(truths).filter(truth -> truth == category).count();
        if (members == 0 || members == rows.length) {
            double[] constant = new double[features + 1];
            constant[features] = members == 0 ? -1 : 1;
            return constant;
        }
        double[] contrast = learner.isContrasting() ? contrast(category) : null;
        Problem problem = new Problem();
        problem.l = rows.length;
        problem.n = features + 1;
        problem.bias = 1;
        problem.x = contrast == null ? rows : scaled(contrast);
        problem.y = IntStream.of(truths).mapToDouble(truth -> truth == category ? 1 : -1).toArray();
        Parameter parameter = new Parameter(learner.solver(), learner.cost(), PRECISION);
        // LibLinear's own random numbers are shared by all that it trains
        parameter.setRandom(new Random(SEED));
        Model model = Linear.train(problem, parameter);
        double[] learned = model.getFeatureWeights();
        int sign = model.getLabels()[0];
        for (int i = 0; i < learned.length; i++) {
            learned[i] *= contrast == null ? sign : sign * contrast[i];
        }
        return learned;
    }

    /** Logarithm of how much more the category has of each feature than the rest, each counted once more than it occurs. */
    private double[] contrast(int category) {
        double[] within = new double[features + 1];
        double[] without = new double[features + 1];
        for (int row = 0; row < rows.length; row++) {
            double[] side = truths[row] == category ? within : without;
            for (int i = 0; i < rows[row].length - 1; i++) {
                side[rows[row][i].getIndex() - 1] += rows[row][i].getValue();
            }
        }
        double lead = Math.log((total(without) + features) / (total(within) + features));
        for (int i = 0; i < features; i++) {
            within[i] = Math.log((1 + within[i]) / (1 + without[i])) + lead;
        }
        within[features] = 1;
        return within;
    }

    private static double total(double[] values) {
        double total = 0;
        for (double value : values) {
            total += value;
        }
        return total;
    }

    private Feature[][] scaled(double[] contrast) {
        Feature[][] scaled = new Feature[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            scaled[row] = new Feature[rows[row].length];
            for (int i = 0; i < scaled[row].length; i++) {
                int index = rows[row][i].getIndex();
                scaled[row][i] = new FeatureNode(index, rows[row][i].getValue() * contrast[index - 1]);
            }
        }
        return scaled;
    }

    private static Feature[] nodes(FeatureVector vector, Feature bias) {
        Feature[] nodes = new Feature[vector.positions().length + 1];
        for (int i = 0; i < nodes.length - 1; i++) {
            nodes[i] = new FeatureNode(vector.positions()[i] + 1, vector.values()[i]);
        }
        nodes[nodes.length - 1] = bias;
        return nodes;
    }
}
