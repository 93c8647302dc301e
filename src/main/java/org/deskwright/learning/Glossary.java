package org.deskwright.learning;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Words that mean the same in the languages of the desk ({@code config/glossary.txt}): what is learned from the many
 * English tickets then also holds for the few in another language.
 */
public final class Glossary {

    static final String FILE = "config/glossary.txt";

    /** Marks a concept that says that something is wrong, but not of what. */
    private static final String UNSPECIFIC = "?";
    private static final int LONGEST_PHRASE = 4;
    private static final int SHORTEST_STEM = 2;

    private final Map<String, Set<String>> exact = new HashMap<>();
    private final Map<String, Set<String>> beginnings = new HashMap<>();
    private final Map<String, Set<String>> endings = new HashMap<>();
    private final Set<String> phraseStarts = new HashSet<>();
    private final List<String> lines;
    private final String hash;

    private Glossary(List<String> lines) {
        this.lines = List.copyOf(lines);
        Digest digest = new Digest();
        for (String line : lines) {
            digest.add(line);
            int colon = line.indexOf(':');
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            if (colon < 1) {
                throw new IllegalArgumentException("%s has a line without a concept: %s".formatted(FILE, line));
            }
            for (String term : line.substring(colon + 1).trim().split("\\s+")) {
                add(line.substring(0, colon).trim(), Wording.normalised(term));
            }
        }
        hash = digest.hex();
    }

    public static Glossary read(Path application) {
        try (InputStream file = Shipped.open(application, FILE).orElse(InputStream.nullInputStream())) {
            return of(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
    }

    public static Glossary of(List<String> lines) {
        return new Glossary(lines);
    }

    /** Knows no word. */
    public static Glossary none() {
        return new Glossary(List.of());
    }

    boolean isEmpty() {
        return exact.isEmpty() && beginnings.isEmpty() && endings.isEmpty();
    }

    List<String> lines() {
        return lines;
    }

    String hash() {
        return hash;
    }

    /** The concepts of a sentence, one entry per occurrence. */
    List<String> concepts(List<String> words) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String phrase = words.get(i);
            found.addAll(of(phrase));
            if (phraseStarts.contains(phrase)) {
                for (int j = i + 1; j < Math.min(i + LONGEST_PHRASE, words.size()); j++) {
                    phrase += "_" + words.get(j);
                    found.addAll(of(phrase));
                }
            }
        }
        return found;
    }

    /** Whether a concept says what something is about, not only that something is wrong. */
    static boolean isSpecific(String concept) {
        return !concept.startsWith(UNSPECIFIC);
    }

    private Set<String> of(String term) {
        Set<String> concepts = new TreeSet<>(exact.getOrDefault(term, Set.of()));
        // a star does not reach over the end of a word
        int lastWord = Math.max(term.lastIndexOf('_') + 1, SHORTEST_STEM);
        for (int end = lastWord; end <= term.length(); end++) {
            concepts.addAll(beginnings.getOrDefault(term.substring(0, end), Set.of()));
        }
        for (int start = 0; start <= term.length() - SHORTEST_STEM && term.indexOf('_') < 0; start++) {
            concepts.addAll(endings.getOrDefault(term.substring(start), Set.of()));
        }
        return concepts;
    }

    private void add(String concept, String term) {
        int joint = term.indexOf('_');
        if (joint > 0) {
            phraseStarts.add(term.substring(0, joint));
        }
        Map<String, Set<String>> map = term.endsWith("*") ? beginnings : term.startsWith("*") ? endings : exact;
        map.computeIfAbsent(term.replace("*", ""), key -> new TreeSet<>()).add(concept);
    }
}
