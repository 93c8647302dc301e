package org.deskwright.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds texts that are nearly the same: of all runs of five words in either, at least six in ten are in both. Candidates
 * come from MinHash with banding (Broder 1997; 20 bands of 3 hashes find 99 in 100 of such pairs), then are counted.
 */
final class NearTwins {

    private static final int RUN = 5;
    private static final double ALIKE = 0.6;
    private static final int BANDS = 20;
    private static final int HASHES_EACH = 3;
    /** Looked at in one band: where thousands share a template, a few stand for all. */
    private static final int MOST_COMPARED = 20;

    private final List<long[]> runs;
    private final Map<Long, List<Integer>> bands = new HashMap<>();

    NearTwins(List<Text> texts) {
        runs = texts.parallelStream().map(NearTwins::runs).toList();
        List<long[]> keys = runs.parallelStream().map(NearTwins::keys).toList();
        for (int row = 0; row < runs.size(); row++) {
            for (long key : keys.get(row)) {
                bands.computeIfAbsent(key, band -> new ArrayList<>(1)).add(row);
            }
        }
    }

    /** For each text the position of the first that is its near twin, or that of one of its near twins, or itself. */
    int[] groups() {
        int[] parents = IntStream.range(0, runs.size()).toArray();
        for (List<Integer> rows : bands.values()) {
            for (int i = 1; i < rows.size(); i++) {
                for (int j = Math.max(0, i - MOST_COMPARED); j < i; j++) {
                    int one = root(parents, rows.get(i));
                    int other = root(parents, rows.get(j));
                    if (one != other && areAlike(runs.get(rows.get(i)), runs.get(rows.get(j)))) {
                        parents[Math.max(one, other)] = Math.min(one, other);
                    }
                }
            }
        }
        return IntStream.range(0, parents.length).map(row -> root(parents, row)).toArray();
    }

    boolean hasTwinOf(Text text) {
        long[] looked = runs(text);
        return Arrays.stream(keys(looked)).anyMatch(key -> bands.getOrDefault(key, List.of()).stream().limit(MOST_COMPARED)
                .anyMatch(row -> areAlike(looked, runs.get(row))));
    }

    private static int root(int[] parents, int row) {
        int root = row;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /** Hashes of all runs, ascending; a text that is shorter than one is one run. */
    private static long[] runs(Text text) {
        List<String> words = text.words().stream().flatMap(List::stream).toList();
        return IntStream.rangeClosed(0, Math.max(0, words.size() - RUN))
                .mapToLong(start -> Hashes.mixed(Hashes.hash(String.join(" ", words.subList(start, Math.min(words.size(), start + RUN))))))
                .distinct().sorted().toArray();
    }

    private static long[] keys(long[] runs) {
        long[] keys = new long[BANDS];
        for (int band = 0; band < BANDS; band++) {
            long key = band;
            for (int i = 0; i < HASHES_EACH; i++) {
                long seed = Hashes.mixed(band * HASHES_EACH + i + 1);
                long smallest = Long.MAX_VALUE;
                for (long run : runs) {
                    smallest = Math.min(smallest, Hashes.mixed(run ^ seed));
                }
                key = Hashes.mixed(key ^ smallest);
            }
            keys[band] = key;
        }
        return keys;
    }

    private static boolean areAlike(long[] one, long[] other) {
        int common = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length;) {
            if (one[i] == other[j]) {
                common++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return common >= ALIKE * (one.length + other.length - common);
    }
}
