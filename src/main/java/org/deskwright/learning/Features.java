package org.deskwright.learning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.deskwright.learning.Hashes.Part;

/** Takes from a text what a view looks at. */
final class Features {

    /** Changes whenever the same text would yield other features: a stored model then no longer fits. */
    static final String VERSION = "2";

    private static final int REACH = 4;

    private final Glossary glossary;

    Features(Glossary glossary) {
        this.glossary = glossary;
    }

    Bag of(Kind kind, Text text) {
        Hashes hashes = new Hashes();
        switch (kind) {
            case WORDS -> text.words().forEach(words -> neighbours(words, hashes));
            case PAIRS -> text.words().forEach(words -> pairs(words, hashes));
            case LETTERS -> letters(text.words(), 2, 5, hashes);
            case MEANING -> {
                text.words().forEach(words -> neighbours(words, hashes));
                letters(text.words(), 3, 4, hashes);
                text.subject().forEach(sentence -> subject(sentence, hashes));
                text.body().forEach(sentence -> concepts(sentence, false, hashes));
            }
        }
        return hashes.bag();
    }

    /** Whether the text names something that a desk deals with; "it does not work" does not. Without a glossary, nobody can say. */
    boolean isSpecific(Text text) {
        return glossary.isEmpty() || mentions(text.subject()) || mentions(text.body());
    }

    private boolean mentions(List<List<String>> sentences) {
        return sentences.stream().anyMatch(sentence -> glossary.concepts(sentence).stream().anyMatch(Glossary::isSpecific));
    }

    private static void neighbours(List<String> words, Hashes hashes) {
        long before = Hashes.start();
        for (String word : words) {
            long hash = Hashes.hash(word);
            hashes.add(Part.WORD, hash);
            hashes.add(Part.WORD, Hashes.next(before, hash));
            before = hash;
        }
    }

    private static void pairs(List<String> words, Hashes hashes) {
        long[] each = words.stream().mapToLong(Hashes::hash).toArray();
        for (int i = 0; i < each.length; i++) {
            hashes.add(Part.WORD, each[i]);
            for (int j = i + 1; j < Math.min(each.length, i + 1 + REACH); j++) {
                hashes.add(Part.WORD, Hashes.next(Math.min(each[i], each[j]), Math.max(each[i], each[j])));
            }
        }
    }

    private static void letters(List<List<String>> sentences, int shortest, int longest, Hashes hashes) {
        // long mails say the same words again and again
        Map<String, Integer> words = new LinkedHashMap<>();
        sentences.forEach(sentence -> sentence.forEach(word -> words.merge(word, 1, Integer::sum)));
        words.forEach((word, times) -> {
            String bounded = "_" + word + "_";
            for (int start = 0; start < bounded.length(); start++) {
                long hash = Hashes.start();
                for (int end = start; end < Math.min(bounded.length(), start + longest); end++) {
                    hash = Hashes.next(hash, bounded.charAt(end));
                    if (end - start + 1 >= shortest) {
                        hashes.add(Part.LETTERS, hash, times);
                    }
                }
            }
        });
    }

    private void subject(List<String> sentence, Hashes hashes) {
        Text.apart(sentence).forEach(word -> hashes.add(Part.SUBJECT, Hashes.hash(word)));
        concepts(sentence, true, hashes);
    }

    private void concepts(List<String> sentence, boolean isSubject, Hashes hashes) {
        List<String> found = glossary.concepts(sentence);
        for (String concept : found) {
            hashes.add(Part.CONCEPT, Hashes.hash(concept));
            if (isSubject) {
                hashes.add(Part.CONCEPT, Hashes.hash("subject:", concept));
            }
        }
        Set<String> distinct = new TreeSet<>(found);
        for (String one : distinct) {
            for (String other : distinct) {
                if (one.compareTo(other) < 0) {
                    hashes.add(Part.CONCEPT, Hashes.hash(one, "+", other));
                }
            }
        }
    }
}
