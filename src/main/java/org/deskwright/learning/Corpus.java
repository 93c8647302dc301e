package org.deskwright.learning;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.deskwright.learning.Hashes.Part;

/** All rows of a history as one view sees them: positions in a common list of features, and how often each occurs. */
final class Corpus {

    /** Of one learner: 160 MB. */
    private static final int MOST_WEIGHTS = 40_000_000;

    private final View view;
    private final KeyIndex index;
    private final int[][] positions;
    private final short[][] counts;

    /** @param width how many categories there are: with many of them, fewer features */
    Corpus(View view, List<Bag> bags, int width) {
        this.view = view;
        this.index = new KeyIndex(common(view, bags, Math.min(view.mostFeatures(), MOST_WEIGHTS / width)));
        this.positions = new int[bags.size()][];
        this.counts = new short[bags.size()][];
        IntStream.range(0, positions.length).parallel().forEach(row -> place(bags.get(row), row));
    }

    int size() {
        return index.keys().length;
    }

    /** As if the history had only these rows: what is too rare in them is not known, and has no weight. */
    Vocabulary vocabulary(int[] rows) {
        int[] frequencies = new int[size()];
        for (int row : rows) {
            for (int position : positions[row]) {
                frequencies[position]++;
            }
        }
        float[] weights = new float[size()];
        for (int i = 0; i < weights.length; i++) {
            if (frequencies[i] >= view.smallestFrequency()) {
                double idf = Math.log((1.0 + rows.length) / (1 + frequencies[i])) + 1;
                weights[i] = (float) (idf * Part.of(index.keys()[i]).weight);
            }
        }
        return new Vocabulary(index, weights);
    }

    FeatureVector vector(int row, Vocabulary vocabulary) {
        return FeatureVector.of(positions[row], counts[row], positions[row].length, vocabulary.weights());
    }

    private void place(Bag bag, int row) {
        // position and count side by side, so that sorting keeps them together
        long[] known = new long[bag.keys().length];
        int size = 0;
        for (int i = 0; i < known.length; i++) {
            int position = index.position(bag.keys()[i]);
            if (position >= 0) {
                known[size++] = (long) position << Short.SIZE | bag.counts()[i];
            }
        }
        Arrays.sort(known, 0, size);
        positions[row] = new int[size];
        counts[row] = new short[size];
        for (int i = 0; i < size; i++) {
            positions[row][i] = (int) (known[i] >>> Short.SIZE);
            counts[row][i] = (short) known[i];
        }
    }

    /** The keys that enough rows have; if those are too many, only of the more frequent ones. */
    private static long[] common(View view, List<Bag> bags, int most) {
        long[] all = new long[bags.stream().mapToInt(bag -> bag.keys().length).sum()];
        int filled = 0;
        for (Bag bag : bags) {
            System.arraycopy(bag.keys(), 0, all, filled, bag.keys().length);
            filled += bag.keys().length;
        }
        Arrays.parallelSort(all);
        int smallest = view.smallestFrequency();
        while (kept(all, smallest, null) > most) {
            smallest++;
        }
        long[] keys = new long[kept(all, smallest, null)];
        kept(all, smallest, keys);
        return keys;
    }

    private static int kept(long[] sorted, int smallest, long[] into) {
        int kept = 0;
        for (int start = 0, end; start < sorted.length; start = end) {
            end = start + 1;
            while (end < sorted.length && sorted[end] == sorted[start]) {
                end++;
            }
            if (end - start >= smallest) {
                if (into != null) {
                    into[kept] = sorted[start];
                }
                kept++;
            }
        }
        return kept;
    }
}
