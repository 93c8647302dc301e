package org.deskwright.reading;

import java.util.Map;

/** The phrases of one file in each language that the desk speaks. */
record ByLanguage(Map<String, Phrases> phrases) {

    ByLanguage {
        phrases = Map.copyOf(phrases);
    }

    /** English ones for a language that has none of its own. */
    Phrases of(String language) {
        return phrases.getOrDefault(language, phrases.get("en"));
    }
}
