package org.deskwright.inference;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Leaves out of a text what tells who somebody is or opens a door, before it leaves the machine. */
final class Masking {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Letters that are mistaken for no others, and make no word. */
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int NONCE = 8;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}._'’-]*[\\p{L}\\p{M}\\p{N}]");
    private static final int SHORTEST_NAME = 3;
    private static final String NAME = "NAME";
    /** Characters that leave. What a request is about stands at its beginning; nobody pays for a pasted log file. */
    static final int LONGEST = 16_000;
    /** So much more is looked at, as what is cut in two would not be known for what it is. */
    static final int BEYOND = 2_000;

    private final boolean on;

    Masking(boolean on) {
        this.on = on;
    }

    /** @param names of people, whole or in part; logins too */
    Masked mask(String whole, Collection<String> names) {
        String text = cut(whole, Question.LONGEST);
        if (!on) {
            return new Masked(cut(text, LONGEST), Map.of(), 0, 0);
        }
        List<Private.Found> found = new ArrayList<>();
        for (Private kind : Private.values()) {
            kind.in(text).forEach(one -> add(one, found));
        }
        named(text, names).forEach(one -> add(one, found));
        found.sort(Comparator.comparingInt(Private.Found::from));
        return replaced(text, found);
    }

    private static void add(Private.Found one, List<Private.Found> found) {
        if (found.stream().noneMatch(one::overlaps)) {
            found.add(one);
        }
    }

    /**
     * Each word of a name counts by itself if it is written with a capital, so that "will" stays where Will goes; a login, which
     * has a figure or a dot in it, always.
     */
    private static Stream<Private.Found> named(String text, Collection<String> names) {
        Set<String> parts = names.stream().flatMap(name -> Stream.concat(Stream.of(name), Stream.of(name.split("[\\s,]+"))))
                .map(part -> part.strip().toLowerCase(Locale.ROOT)).filter(part -> part.length() >= SHORTEST_NAME).collect(Collectors.toSet());
        return WORD.matcher(text).results().filter(word -> isNamed(word.group(), parts)).map(word -> new Private.Found(NAME, word.start(), word.end()));
    }

    private static boolean isNamed(String word, Set<String> parts) {
        String plain = word.toLowerCase(Locale.ROOT).replaceAll("['’]s?$", "");
        boolean mayBeName = Character.isUpperCase(word.codePointAt(0)) || plain.chars().anyMatch(c -> c == '.' || c == '-' || Character.isDigit(c));
        return mayBeName && (parts.contains(plain) || Stream.of(plain.split("[-.']")).filter(part -> part.length() >= SHORTEST_NAME).anyMatch(parts::contains));
    }

    /** The same thing gets the same placeholder, so that a model sees that it is the same. */
    private static Masked replaced(String text, List<Private.Found> found) {
        String nonce = nonce(text);
        Map<String, String> places = new HashMap<>();
        Map<String, String> values = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        StringBuilder masked = new StringBuilder();
        int end = 0;
        for (Private.Found one : found) {
            String value = text.substring(one.from(), one.to());
            String place = places.computeIfAbsent(one.kind() + value, key -> "[%s-%d-%s]".formatted(one.kind(), counts.merge(one.kind(), 1, Integer::sum), nonce));
            values.put(place, one.kind().equals(Private.SECRET.name()) ? Masked.SECRET : value);
            masked.append(text, end, one.from()).append(place);
            end = one.to();
        }
        double left = found.stream().mapToInt(one -> one.to() - one.from()).sum();
        return new Masked(cut(masked.append(text, end, text.length()).toString(), LONGEST), values, found.size(), text.isEmpty() ? 0 : left / text.length());
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /** Chosen when the text is known: whoever wrote it cannot have put a placeholder there. */
    private static String nonce(String text) {
        String nonce;
        do {
            nonce = RANDOM.ints(NONCE, 0, LETTERS.length()).mapToObj(i -> LETTERS.substring(i, i + 1)).collect(Collectors.joining());
        } while (text.contains(nonce));
        return nonce;
    }

    /**
     * @param text  without what was left out
     * @param left  placeholder to what stood there
     * @param count of things that were left out
     * @param share of the text's characters that they had, in [0, 1]
     */
    record Masked(String text, Map<String, String> left, int count, double share) {

        /** In the place of a secret also for the desk itself: nobody needs it in an answer. */
        static final String SECRET = "***";
        private static final Pattern PLACE = Pattern.compile("\\[[A-Z_]+-\\d+-[A-Z]{8}]");

        /** Puts back what this text had, and nothing else; what is put back is not searched for placeholders again. */
        String restored(String answer) {
            return PLACE.matcher(answer).replaceAll(place -> Matcher.quoteReplacement(left.getOrDefault(place.group(), place.group())));
        }
    }
}
