package org.deskwright.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tone and urgency by the words of {@code mood.txt}: what a negation turns round, how loud it is said, and the words that
 * decided. Words say how something is told, not how bad it is: that is for the category.
 */
final class Moods {

    private static final int MOST_NAMED = 8;
    private static final int NEGATION_REACHES = 3;
    /** In a longer text one "great" or one "sadly" colours a sentence, not the whole. */
    private static final int WORDS_COLOURED_BY_ONE = 40;
    private static final String NEGATION = "not";
    private static final String TROUBLE = "trouble";
    /** Whom trouble in the same sentence or the next one reaches, and what that makes of it. */
    private static final Map<String, String> REACH = Map.of("many", "critical", "several", "high");
    private static final Set<String> FACTS = Set.of("critical", "many", "several", TROUBLE);
    private static final Set<String> HEADINGS = Set.of("frustrated", "strained", "negative", "positive", "low", "high", "critical", "many", "several", TROUBLE,
            "polite", NEGATION);

    private final ByLanguage lexicons;

    Moods(Lexicons lexicons) {
        this.lexicons = lexicons.byLanguage("mood");
    }

    /** English words for a language that has none of its own. */
    Mood of(Words words, String language) {
        Map<String, List<String>> said = said(words, lexicons.of(language));
        List<String> loud = Loudness.of(words);
        int negative = count(said, "negative");
        int strained = (int) said.getOrDefault("strained", List.of()).stream().distinct().count();
        boolean loudOfTrouble = !loud.isEmpty() && (strained > 0 || negative > 0 && !said.containsKey("high"));
        boolean frustrated = said.containsKey("frustrated") || strained > 1 || strained > 0 && negative > 0 || loudOfTrouble || loud.size() > 1;
        int balance = count(said, "positive") - negative;
        boolean telling = Math.abs(balance) > 1 || words.size() <= WORDS_COLOURED_BY_ONE;
        Sentiment sentiment = frustrated || balance < 0 && telling ? Sentiment.NEGATIVE : balance > 0 && telling ? Sentiment.POSITIVE : Sentiment.NEUTRAL;
        Urgency urgency = said.containsKey("critical") ? Urgency.CRITICAL : said.containsKey("high") ? Urgency.HIGH
                : said.containsKey("low") ? Urgency.LOW : Urgency.MEDIUM;
        Set<String> because = new LinkedHashSet<>(said.getOrDefault(urgency.name().toLowerCase(Locale.ROOT), List.of()));
        if (frustrated) {
            Stream.of("frustrated", "strained").forEach(heading -> because.addAll(said.getOrDefault(heading, List.of())));
            because.addAll(loud);
        }
        because.addAll(said.getOrDefault(sentiment.name().toLowerCase(Locale.ROOT), List.of()));
        return new Mood(sentiment, frustrated, urgency, because.stream().limit(MOST_NAMED).toList());
    }

    private static Map<String, List<String>> said(Words words, Phrases lexicon) {
        Map<String, List<String>> said = new HashMap<>();
        Map<String, Phrases.Hit> last = new HashMap<>();
        for (Phrases.Hit hit : lexicon.apart(words, HEADINGS)) {
            String heading = isNegated(words, last.get(NEGATION), hit) ? turned(hit.heading()) : hit.heading();
            last.put(heading, hit);
            said.computeIfAbsent(heading, key -> new ArrayList<>()).add(words.written(hit.from(), hit.to()));
            REACH.forEach((reach, urgency) -> {
                boolean meet = (heading.equals(TROUBLE) || heading.equals(reach)) && isNear(words, last.get(reach), last.get(TROUBLE));
                if (meet) {
                    said.computeIfAbsent(urgency, key -> new ArrayList<>()).addAll(List.of(written(words, last.get(reach)), written(words, last.get(TROUBLE))));
                }
            });
        }
        return said;
    }

    private static boolean isNegated(Words words, Phrases.Hit negation, Phrases.Hit hit) {
        return negation != null && !hit.heading().equals(NEGATION) && hit.from() - negation.to() < NEGATION_REACHES
                && words.at(negation.from()).sentence() == words.at(hit.from()).sentence() && !words.written(negation.from(), hit.to()).contains(",");
    }

    private static boolean isNear(Words words, Phrases.Hit one, Phrases.Hit other) {
        return one != null && other != null && Math.abs(words.at(one.from()).sentence() - words.at(other.from()).sentence()) < 2;
    }

    private static String written(Words words, Phrases.Hit hit) {
        return words.written(hit.from(), hit.to());
    }

    /** "Not happy" is a complaint; "no complaint" and "not urgent" are nothing, unless they stand in the lexicon themselves. */
    private static String turned(String heading) {
        return heading.equals("positive") ? "negative" : FACTS.contains(heading) ? heading : "nothing";
    }

    private static int count(Map<String, List<String>> said, String heading) {
        return said.getOrDefault(heading, List.of()).size();
    }
}
