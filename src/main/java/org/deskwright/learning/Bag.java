package org.deskwright.learning;

import java.util.Arrays;
import java.util.Map;

/**
 * The features of one text, by ascending 64-bit hash, and how often each occurs. Hashes instead of words keep a whole
 * history in some 40 MB; at 64 bits a clash is too rare to matter.
 */
record Bag(long[] keys, short[] counts) {

    static Bag of(Map<Long, Integer> counted) {
        long[] keys = counted.keySet().stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(keys);
        short[] counts = new short[keys.length];
        for (int i = 0; i < keys.length; i++) {
            counts[i] = (short) Math.min(Short.MAX_VALUE, counted.get(keys[i]));
        }
        return new Bag(keys, counts);
    }
}
