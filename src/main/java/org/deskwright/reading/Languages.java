package org.deskwright.reading;

import java.lang.Character.UnicodeScript;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;

/**
 * Which language a text is in: ISO 639-1, or {@link #UNKNOWN} for any that the desk does not speak. Short texts are told by
 * their small words, longer ones by Lingua's trigrams (its other models would take 250 MB instead of 20, for hardly more).
 */
public final class Languages {

    public static final String UNKNOWN = "unknown";
    public static final List<String> SPOKEN = List.of("en", "de", "fr", "es", "pt");

    /** Characters; longer texts say nothing more about it. */
    private static final int ENOUGH = 600;
    private static final int SHORT = 90;
    private static final Set<String> SMALL_WORDS = Set.of("word");

    private final ByLanguage smallWords;
    private final Phrases neighbours;

    Languages(Lexicons lexicons) {
        this.smallWords = lexicons.byLanguage("common");
        this.neighbours = lexicons.shared("neighbours");
    }

    /** Loaded when first asked, once. The neighbours are there so that they are not taken for one of the five. */
    private static final class Lingua {
        static final LanguageDetector DETECTOR = LanguageDetectorBuilder.fromLanguages(Language.ENGLISH, Language.GERMAN, Language.FRENCH, Language.SPANISH,
                Language.PORTUGUESE, Language.ITALIAN, Language.DUTCH, Language.POLISH, Language.TURKISH, Language.RUSSIAN, Language.CHINESE,
                Language.JAPANESE, Language.KOREAN, Language.ARABIC, Language.GREEK, Language.HINDI, Language.HEBREW, Language.THAI)
                .withLowAccuracyMode().build();
    }

    String of(String text) {
        String start = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
        if (start.codePoints().noneMatch(Character::isLetter)) {
            return UNKNOWN;
        }
        Optional<String> told = start.length() < SHORT && isMostlyLatin(start) ? bySmallWords(Words.of(start)) : Optional.empty();
        return told.orElseGet(() -> {
            String code = Lingua.DETECTOR.detectLanguageOf(start).getIsoCode639_1().toString().toLowerCase(Locale.ROOT);
            return SPOKEN.contains(code) ? code : UNKNOWN;
        });
    }

    /** A polite word in the subject does not make the rest one of the five. */
    private static boolean isMostlyLatin(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        return text.codePoints().filter(Character::isLetter).filter(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN).count() * 2 > letters;
    }

    /** The language with the most of them, if it has more than any other, neighbours too. */
    private Optional<String> bySmallWords(Words words) {
        Map<String, Integer> counts = new HashMap<>();
        smallWords.phrases().forEach((language, phrases) -> counts.put(language, phrases.apart(words, SMALL_WORDS).size()));
        String best = SPOKEN.stream().max(Comparator.comparing(counts::get)).orElseThrow();
        long asMany = counts.values().stream().filter(count -> count >= counts.get(best)).count();
        int foreign = neighbours.apart(words, SMALL_WORDS).size();
        return counts.get(best) > foreign && asMany == 1 ? Optional.of(best) : Optional.empty();
    }
}
