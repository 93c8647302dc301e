package org.deskwright.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What a request of each category must say, the most important first, and how it is asked for ({@code questions.yaml}). */
final class Questions {

    private static final String FILE = "questions.yaml";

    private final Map<String, List<String>> needs;
    private final Map<String, Wanted> wanted;
    private final Map<String, String> offers;

    /** Any of these slots will do. */
    private record Wanted(List<Slot> slots, Map<String, String> wordings) {

        static Wanted of(Map<String, Object> entry) {
            List<Slot> slots = strings(entry.get("slots")).stream().map(slot -> Slot.valueOf(slot.toUpperCase(Locale.ROOT).replace('-', '_'))).toList();
            return new Wanted(slots, inAllLanguages(entry));
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
        needs.values().stream().flatMap(List::stream).filter(need -> !wanted.containsKey(need)).findFirst().ifPresent(need -> {
            throw new IllegalArgumentException("%s has no question \"%s\"".formatted(FILE, need));
        });
    }

    /** In English where the language is not known. */
    Optional<Question> missing(String category, Slots slots, String language) {
        return needs.getOrDefault(category, List.of()).stream().filter(need -> wanted.get(need).slots().stream().noneMatch(slots::has)).findFirst()
                .map(need -> question(need, language));
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
