package org.deskwright.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Phrases under headings, found in a text in one pass over its words. */
final class Phrases {

    private static final Comparator<Hit> LONGEST_LAST = Comparator.comparingInt(Hit::to);
    private static final List<Phrase> NONE = List.of();

    private final Map<String, List<Phrase>> exact = new HashMap<>();
    private final Map<String, List<Phrase>> beginnings = new HashMap<>();
    private final Map<String, List<Phrase>> endings = new HashMap<>();
    private final int[] beginningLengths;
    private final int[] endingLengths;
    private final List<Phrase> numbers = new ArrayList<>();

    /** Where a phrase stands: from one word up to, without, another. */
    record Hit(String heading, int from, int to) {
    }

    Phrases(List<Phrase> phrases) {
        for (Phrase phrase : phrases) {
            for (List<Phrase.Part> alternative : phrase.steps().get(0).alternatives()) {
                Phrase.Part first = alternative.get(0);
                switch (first.kind()) {
                    case EXACT -> exact.computeIfAbsent(first.letters(), key -> new ArrayList<>()).add(phrase);
                    case BEGINNING -> beginnings.computeIfAbsent(first.letters(), key -> new ArrayList<>()).add(phrase);
                    case ENDING -> endings.computeIfAbsent(first.letters(), key -> new ArrayList<>()).add(phrase);
                    case NUMBER -> numbers.add(phrase);
                }
            }
        }
        beginningLengths = lengths(beginnings.keySet());
        endingLengths = lengths(endings.keySet());
    }

    private static int[] lengths(Set<String> parts) {
        return parts.stream().mapToInt(String::length).distinct().toArray();
    }

    /** At each word the longest phrase under these headings; phrases may overlap. */
    List<Hit> in(Words words, Set<String> headings) {
        List<Hit> hits = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            at(words, from, headings).ifPresent(hits::add);
        }
        return hits;
    }

    /** From left to right, the longest phrase each time; none overlap. */
    List<Hit> apart(Words words, Set<String> headings) {
        List<Hit> hits = new ArrayList<>();
        for (int from = 0; from < words.size(); ) {
            Optional<Hit> hit = at(words, from, headings);
            hit.ifPresent(hits::add);
            from = hit.map(Hit::to).orElse(from + 1);
        }
        return hits;
    }

    Optional<Hit> at(Words words, int from, Set<String> headings) {
        List<Hit> hits = new ArrayList<>(0);
        String word = words.at(from).plain();
        collect(exact.getOrDefault(word, NONE), words, from, headings, hits);
        for (int length : beginningLengths) {
            if (length <= word.length()) {
                collect(beginnings.getOrDefault(word.substring(0, length), NONE), words, from, headings, hits);
            }
        }
        for (int length : endingLengths) {
            if (length <= word.length()) {
                collect(endings.getOrDefault(word.substring(word.length() - length), NONE), words, from, headings, hits);
            }
        }
        if (words.at(from).isNumber()) {
            collect(numbers, words, from, headings, hits);
        }
        return hits.stream().max(LONGEST_LAST);
    }

    private static void collect(List<Phrase> phrases, Words words, int from, Set<String> headings, List<Hit> hits) {
        for (Phrase phrase : phrases) {
            int end = headings.contains(phrase.heading()) ? phrase.end(words, from) : -1;
            if (end > 0) {
                hits.add(new Hit(phrase.heading(), from, end));
            }
        }
    }
}
