package org.deskwright.learning;

/** Counts the features of one text: 64-bit hashes, whose last two bits say what part of the text they are. */
final class Hashes {

    /** Parts of a text, and how much each counts within a view that has several; measured out of fold. */
    enum Part {
        WORD(1.5), LETTERS(1), SUBJECT(1.5), CONCEPT(2);

        final double weight;

        Part(double weight) {
            this.weight = weight;
        }

        static Part of(long key) {
            return values()[(int) (key & 3)];
        }
    }

    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    /** An open hash table of a power of two of places; a count of 0 marks a free one. */
    private long[] keys = new long[2_048];
    private int[] counts = new int[2_048];
    private int size;

    void add(Part part, long hash) {
        add(part, hash, 1);
    }

    void add(Part part, long hash, int times) {
        if (2 * size >= keys.length) {
            grow();
        }
        count(mixed(hash) & ~3L | part.ordinal(), times);
    }

    Bag bag() {
        long[] found = new long[size];
        short[] often = new short[size];
        int at = 0;
        for (int place = 0; place < keys.length; place++) {
            if (counts[place] > 0) {
                found[at] = keys[place];
                often[at++] = (short) Math.min(Short.MAX_VALUE, counts[place]);
            }
        }
        return new Bag(found, often);
    }

    private void count(long key, int times) {
        int place = (int) (key >>> 32) & keys.length - 1;
        while (counts[place] > 0 && keys[place] != key) {
            place = place + 1 & keys.length - 1;
        }
        size += counts[place] == 0 ? 1 : 0;
        keys[place] = key;
        counts[place] += times;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new int[keys.length];
        size = 0;
        for (int place = 0; place < oldKeys.length; place++) {
            if (oldCounts[place] > 0) {
                count(oldKeys[place], oldCounts[place]);
            }
        }
    }

    /** FNV-1a, 64 bits. */
    static long hash(String... texts) {
        long hash = SEED;
        for (String text : texts) {
            for (int i = 0; i < text.length(); i++) {
                hash = next(hash, text.charAt(i));
            }
        }
        return hash;
    }

    static long next(long hash, char character) {
        return (hash ^ character) * PRIME;
    }

    /** In this order; the other order is another hash. */
    static long next(long hash, long other) {
        return mixed(hash) * PRIME ^ other;
    }

    static long start() {
        return SEED;
    }

    /** FNV leaves the low bits of short texts alike; this spreads them (MurmurHash3's finalizer). */
    static long mixed(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
