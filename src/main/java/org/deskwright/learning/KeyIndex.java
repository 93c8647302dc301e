package org.deskwright.learning;

import java.util.Arrays;

/** Finds keys among many in next to no time: hashes are spread evenly, so their first bits say nearly where they stand. */
final class KeyIndex {

    private static final int BITS = 16;

    private final long[] keys;
    private final int[] starts = new int[(1 << BITS) + 1];

    /** @throws IllegalArgumentException if the keys do not ascend */
    KeyIndex(long[] keys) {
        this.keys = keys;
        Arrays.fill(starts, keys.length);
        for (int i = keys.length - 1; i >= 0; i--) {
            if (i > 0 && keys[i - 1] >= keys[i]) {
                throw new IllegalArgumentException("the keys of the features do not ascend");
            }
            starts[bucket(keys[i])] = i;
        }
        for (int bucket = starts.length - 2; bucket >= 0; bucket--) {
            starts[bucket] = Math.min(starts[bucket], starts[bucket + 1]);
        }
    }

    long[] keys() {
        return keys;
    }

    /** Negative if it is not there. */
    int position(long key) {
        int bucket = bucket(key);
        return Arrays.binarySearch(keys, starts[bucket], starts[bucket + 1], key);
    }

    private static int bucket(long key) {
        return (int) ((key ^ Long.MIN_VALUE) >>> (Long.SIZE - BITS));
    }
}
