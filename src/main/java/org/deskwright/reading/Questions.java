package org.deskwright.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a request of each category must say, the most important first, and how it is asked for ({@code questions.yaml}). */
final class Questions {

    private static final String FILE = "questions.yaml";
    /** Whoever writes more than that has described what they mean. */
    private static final int MOST_WORDS = 40;

    private final Map<String, List<String>> needs;
    private final Map<String, Wanted> wanted;
    private final Map<String, String> offers;
    private final Phrases things;

    /**
     * Any of these slots will do.
     *
     * @param where  headings of {@code things.txt}: asked only of who speaks of one of them; none: of everybody
     * @param unless of none of these
     */
    private record Wanted(List<Slot> slots, Set<String> where, Set<String> unless, Map<String, String> wordings) {

        static Wanted of(Map<String, Object> entry) {
            List<Slot> slots = strings(entry.get("slots")).stream().map(slot -> Slot.valueOf(slot.toUpperCase(Locale.ROOT).replace('-', '_'))).toList();
            return new Wanted(slots, headings(entry, "where"), headings(entry, "unless"), inAllLanguages(entry));
        }

        private static Set<String> headings(Map<String, Object> entry, String key) {
            return Set.copyOf(strings(entry.getOrDefault(key, List.of())));
        }

        boolean isMissing(Reading reading, Words words, Phrases things) {
            return slots.stream().noneMatch(reading.slots()::has) && (where.isEmpty() || isFor(reading.mood(), words, things));
        }

        /** Whoever is in a hurry, or has had enough, or has written all they know, is not asked for what only spares somebody a search. */
        private boolean isFor(Mood mood, Words words, Phrases things) {
            boolean isPatient = !mood.frustrated() && mood.urgency().compareTo(Urgency.HIGH) < 0;
            return isPatient && words.size() <= MOST_WORDS && !things.in(words, where).isEmpty() && things.in(words, unless).isEmpty();
        }
    }

    private static Map<String, String> inAllLanguages(Map<String, Object> entry) {
        return Languages.SPOKEN.stream().collect(Collectors.toMap(language -> language, language -> {
            if (entry.get(language) instanceof String text) {
                return text;
            }
            throw new IllegalArgumentException("A question is missing in \"%s\": %s".formatted(language, entry));
        }));
    }

    @SuppressWarnings("unchecked")
    Questions(Lexicons lexicons) {
        Map<String, Map<String, Object>> file = new Yaml(new SafeConstructor(new LoaderOptions())).load(lexicons.text(FILE));
        this.wanted = file.get("questions").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Wanted.of((Map<String, Object>) entry.getValue())));
        this.offers = inAllLanguages(file.get("offer"));
        this.needs = file.get("needs").entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> strings(entry.getValue())));
        this.things = lexicons.shared("things");
        needs.values().stream().flatMap(List::stream).filter(need -> !wanted.containsKey(need)).findFirst().ifPresent(need -> {
            throw new IllegalArgumentException("%s has no question \"%s\"".formatted(FILE, need));
        });
    }

    /** In English where the language is not known. */
    Optional<Question> missing(String category, Reading reading, Words words) {
        return needs.getOrDefault(category, List.of()).stream().filter(need -> wanted.get(need).isMissing(reading, words, things)).findFirst()
                .map(need -> question(need, reading.language()));
    }

    /** @throws IllegalArgumentException if there is none of this id */
    Question question(String id, String language) {
        if (!wanted.containsKey(id)) {
            throw new IllegalArgumentException("%s has no question \"%s\"".formatted(FILE, id));
        }
        String spoken = Languages.SPOKEN.contains(language) ? language : "en";
        return new Question(id, spoken, wanted.get(id).wordings().get(spoken), offers.get(spoken));
    }

    /** Not so for a question that the file has no more. */
    boolean asksFor(String id, Slot slot) {
        return Optional.ofNullable(wanted.get(id)).filter(question -> question.slots().contains(slot)).isPresent();
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }
}
