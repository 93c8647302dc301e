package org.deskwright.inference;

import java.util.Set;

/** {@code decisions/performer.dmn}, as it is deployed. */
public interface PerformerTable {

    /** Decision id. */
    String KEY = "performer";

    /** Words of its column on the sensitivity; what nobody could establish is unknown. */
    String ORDINARY = "ordinary";
    String SENSITIVE = "sensitive";
    String UNKNOWN = "unknown";
    /** Of a text in none of the languages that have a word of their own in the table. */
    String OTHER_LANGUAGE = "other";
    Set<String> LANGUAGES = Set.of("de", "en", "es", "fr", "pt", OTHER_LANGUAGE);

    /** @return {@link Chain#PEOPLE} unless exactly one row applies */
    Chain chain(String ticket, Facts facts);

    /**
     * What the table is asked with, in its own words.
     *
     * @param category that is known so far: {@code other} if none is
     * @param language {@code null}, or one that the table has no word for, is {@link #OTHER_LANGUAGE}
     */
    record Facts(Skill step, String category, String language, String sensitivity) {

        public Facts {
            language = language != null && LANGUAGES.contains(language) ? language : OTHER_LANGUAGE;
        }
    }
}
