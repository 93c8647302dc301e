package org.deskwright.reading;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a text asks for two things: by "also" and the like, by numbered lists, by sentences about different things. */
final class Intents {

    private static final int MOST_SENTENCES = 40;
    /** Nothing is told by fewer words. */
    private static final int SHORTEST = 3;
    private static final int BEGINNING = 4;
    private static final Set<String> ALSO = Set.of("also");
    private static final Set<String> ASKING = Set.of("asking");
    private static final Pattern SECOND_ITEM = Pattern.compile("^\\s{0,4}(?:2[.)]|\\(2\\)|b\\))\\s+\\S.*");
    private static final String NOTHING = "other";

    private final ByLanguage lexicons;

    Intents(Lexicons lexicons) {
        this.lexicons = lexicons.byLanguage("common");
    }

    Optional<SecondIntent> in(Words words, String language, Context context) {
        Phrases phrases = lexicons.of(language);
        List<String> sentences = words.sentences(MOST_SENTENCES);
        Optional<String> first = Optional.empty();
        for (String sentence : sentences) {
            Words said = Words.of(sentence);
            List<Phrases.Hit> asking = phrases.in(said, ASKING);
            boolean asks = !asking.isEmpty();
            Optional<String> category = asks && said.size() >= SHORTEST
                    ? context.categoryOf().apply(sentence).filter(about -> !about.equals(NOTHING)) : Optional.empty();
            boolean another = first.isPresent() && category.isPresent() && !category.equals(first);
            if (another || isAdded(phrases.in(said, ALSO), asking, sentence.equals(sentences.get(0)))) {
                return Optional.of(new SecondIntent(category, sentence));
            }
            first = first.isPresent() ? first : category;
        }
        return secondItem(words.text(), phrases, context);
    }

    /** "Also" at its beginning, or just before what is asked for: "… and also install". */
    private static boolean isAdded(List<Phrases.Hit> also, List<Phrases.Hit> asking, boolean first) {
        return also.stream().anyMatch(more -> asking.stream().anyMatch(hit -> more.from() < BEGINNING && !first
                || more.from() >= BEGINNING && hit.from() >= more.from() && hit.from() <= more.to() + 1));
    }

    private static Optional<SecondIntent> secondItem(String text, Phrases phrases, Context context) {
        return text.lines().filter(line -> line.length() < 1_000 && SECOND_ITEM.matcher(line).matches() && !phrases.in(Words.of(line), ASKING).isEmpty())
                .findFirst().map(line -> new SecondIntent(context.categoryOf().apply(line).filter(about -> !about.equals(NOTHING)), line.strip()));
    }
}
