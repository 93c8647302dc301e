package org.deskwright.learning;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The features that a model knows, by ascending key, and what each counts: inverse document frequency × kind. */
record Vocabulary(long[] keys, float[] weights) {

    private static final int SMALLEST_FREQUENCY = 3;
    private static final int MOST_FEATURES = 40_000;

    static Vocabulary of(Collection<Bag> bags) {
        Map<Long, Integer> frequencies = new HashMap<>();
        for (Bag bag : bags) {
            for (long key : bag.keys()) {
                frequencies.merge(key, 1, Integer::sum);
            }
        }
        List<Long> common = frequencies.entrySet().stream().filter(entry -> entry.getValue() >= SMALLEST_FREQUENCY)
                .sorted(Map.Entry.<Long, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_FEATURES).map(Map.Entry::getKey).sorted().toList();
        long[] keys = new long[common.size()];
        float[] weights = new float[common.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = common.get(i);
            double idf = Math.log((1.0 + bags.size()) / (1 + frequencies.get(keys[i]))) + 1;
            weights[i] = (float) (idf * Features.Kind.of(keys[i]).weight);
        }
        return new Vocabulary(keys, weights);
    }

    int size() {
        return keys.length;
    }

    /** Sublinear term frequency × weight, scaled to length 1; empty if nothing is known. */
    FeatureVector vector(Bag bag) {
        int[] positions = new int[bag.keys().length];
        float[] values = new float[positions.length];
        int known = 0;
        double squares = 0;
        for (int i = 0; i < positions.length; i++) {
            int position = Arrays.binarySearch(keys, bag.keys()[i]);
            if (position >= 0) {
                positions[known] = position;
                values[known] = (float) ((1 + Math.log(bag.counts()[i])) * weights[position]);
                squares += (double) values[known] * values[known];
                known++;
            }
        }
        for (int i = 0; i < known; i++) {
            values[i] /= (float) Math.sqrt(squares);
        }
        return new FeatureVector(Arrays.copyOf(positions, known), Arrays.copyOf(values, known));
    }
}
