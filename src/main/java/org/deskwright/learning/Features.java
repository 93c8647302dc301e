package org.deskwright.learning;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is looked at in a text: words and pairs of words, character 3- to 4-grams within words, the words of the subject
 * again by themselves, and the concepts of the glossary, alone and in pairs within a sentence.
 */
final class Features {

    /** Changes whenever the same text would yield other features: a stored model then no longer fits. */
    static final String VERSION = "1";

    /** Kinds of feature, and how much each counts; measured out of fold. */
    enum Kind {
        WORD(1.5), LETTERS(1), SUBJECT(1.5), CONCEPT(2);

        final double weight;

        Kind(double weight) {
            this.weight = weight;
        }

        static Kind of(long key) {
            return values()[(int) (key & 3)];
        }

        private long key(long hash) {
            return mixed(hash) & ~3L | ordinal();
        }
    }

    private static final int SHORTEST_GRAM = 3;
    private static final int LONGEST_GRAM = 4;
    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private final Glossary glossary;

    Features(Glossary glossary) {
        this.glossary = glossary;
    }

    Bag of(String subject, String body) {
        Map<Long, Integer> counted = new HashMap<>();
        for (List<String> sentence : Wording.sentences(subject)) {
            words(sentence, counted, true);
            concepts(sentence, counted, true);
        }
        for (List<String> sentence : Wording.sentences(body)) {
            words(sentence, counted, false);
            concepts(sentence, counted, false);
        }
        return Bag.of(counted);
    }

    /** Whether the text names something that a desk deals with; "it does not work" does not. */
    boolean isSpecific(String subject, String body) {
        return mentions(subject) || mentions(body);
    }

    private boolean mentions(String text) {
        return Wording.sentences(text).stream().anyMatch(
                sentence -> glossary.concepts(sentence).stream().anyMatch(Glossary::isSpecific));
    }

    private void words(List<String> sentence, Map<Long, Integer> counted, boolean isSubject) {
        long before = hash(SEED, "^");
        for (String hyphened : sentence) {
            for (String word : hyphened.split("-")) {
                long hash = hash(SEED, word);
                count(counted, Kind.WORD, hash);
                count(counted, Kind.WORD, hash(before, " ", word));
                before = hash;
                if (isSubject) {
                    count(counted, Kind.SUBJECT, hash);
                }
                letters("_" + word + "_", counted);
            }
        }
    }

    private static void letters(String word, Map<Long, Integer> counted) {
        for (int start = 0; start < word.length(); start++) {
            long hash = SEED;
            for (int end = start; end < Math.min(word.length(), start + LONGEST_GRAM); end++) {
                hash = (hash ^ word.charAt(end)) * PRIME;
                if (end - start + 1 >= SHORTEST_GRAM) {
                    count(counted, Kind.LETTERS, hash);
                }
            }
        }
    }

    private void concepts(List<String> sentence, Map<Long, Integer> counted, boolean isSubject) {
        List<String> found = glossary.concepts(sentence);
        for (String concept : found) {
            count(counted, Kind.CONCEPT, hash(SEED, concept));
            if (isSubject) {
                count(counted, Kind.CONCEPT, hash(SEED, "subject:", concept));
            }
        }
        Set<String> distinct = new TreeSet<>(found);
        for (String one : distinct) {
            for (String other : distinct) {
                if (one.compareTo(other) < 0) {
                    count(counted, Kind.CONCEPT, hash(SEED, one, "+", other));
                }
            }
        }
    }

    private static void count(Map<Long, Integer> counted, Kind kind, long hash) {
        counted.merge(kind.key(hash), 1, Integer::sum);
    }

    /** FNV-1a, 64 bits. */
    private static long hash(long seed, String... texts) {
        long hash = seed;
        for (String text : texts) {
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * PRIME;
            }
        }
        return hash;
    }

    /** FNV leaves the low bits of short texts alike; this spreads them (MurmurHash3's finalizer). */
    private static long mixed(long hash) {
        long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
