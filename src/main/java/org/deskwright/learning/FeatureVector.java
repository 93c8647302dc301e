package org.deskwright.learning;

import java.util.Arrays;
import java.util.stream.IntStream;

/** A sparse vector of length 1: positions in the vocabulary, and the values there. */
record FeatureVector(int[] positions, float[] values) {

    /** 1 + ln n, as nearly every feature occurs a few times only. */
    private static final double[] SUBLINEAR = IntStream.range(0, 256).mapToDouble(n -> 1 + Math.log(n)).toArray();

    /**
     * Sublinear term frequency × weight, scaled to length 1.
     *
     * @param weights by position; 0 for what is not known
     */
    static FeatureVector of(int[] positions, short[] counts, int size, float[] weights) {
        int[] known = new int[size];
        float[] values = new float[size];
        int kept = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            float weight = weights[positions[i]];
            if (weight > 0) {
                double value = sublinear(counts[i]) * weight;
                squares += value * value;
                known[kept] = positions[i];
                values[kept++] = (float) value;
            }
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < kept; i++) {
            values[i] /= length;
        }
        return new FeatureVector(Arrays.copyOf(known, kept), Arrays.copyOf(values, kept));
    }

    private static double sublinear(int count) {
        return count < SUBLINEAR.length ? SUBLINEAR[count] : 1 + Math.log(count);
    }

    boolean isEmpty() {
        return positions.length == 0;
    }
}
