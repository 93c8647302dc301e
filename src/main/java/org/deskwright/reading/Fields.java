package org.deskwright.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which field of an employee's record is to be changed, and what into, by the words of {@code fields.txt}. */
final class Fields {

    private static final Set<String> FIELDS = Set.of("first-name", "surname", "phone", "email", "address", "title", "manager", "bank-account", "department",
            "location", "marital-status");
    private static final Set<String> BECOMES = Set.of("becomes");
    private static final Set<String> WAS = Set.of("was");
    /** Written with capitals, and over where they end. */
    private static final Set<String> NAMES = Set.of("first-name", "surname", "manager", "title", "department", "location");
    /** Words between a field and what says that it changes. */
    private static final int NEAR = 9;
    private static final int MOST_FIELDS = 10;
    private static final int LONGEST_VALUE = 80;
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}.'’-]*+(?: (?:d[aeiou]s? |van |von )?\\p{Lu}[\\p{L}.'’-]*+){0,4}");
    private static final Map<String, Pattern> SHAPES = Map.of(
            "phone", Pattern.compile("(?<![\\w+])\\+?\\d[\\d ()/.-]{4,20}\\d(?!\\w)"),
            "bank-account", Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b"));

    private static final Set<String> GREETING = Set.of("greeting");

    private final ByLanguage lexicons;
    private final Phrases greetings;

    Fields(Lexicons lexicons) {
        this.lexicons = lexicons.byLanguage("fields");
        this.greetings = lexicons.ofAll("people");
    }

    /** The first field whose new value is said, else the first that is named. */
    Optional<FieldChange> in(Words words, String language) {
        Phrases lexicon = lexicons.of(language);
        List<FieldChange> changes = lexicon.apart(words, FIELDS).stream().limit(MOST_FIELDS)
                .map(field -> new FieldChange(field.heading(), value(words, field, lexicon))).toList();
        return changes.stream().filter(change -> change.value().isPresent()).findFirst().or(() -> changes.stream().findFirst());
    }

    /** What was asked for by itself is the value, as it was written, but for a greeting above it. */
    FieldChange answered(FieldChange change, String answer) {
        return new FieldChange(change.field(), hasShape(change.field()) ? shaped(change.field(), answer) : asWritten(Words.of(answer)));
    }

    private Optional<String> asWritten(Words words) {
        int from = 0;
        if (words.size() > 0 && greetings.at(words, 0, GREETING).isPresent()) {
            while (from < words.size() && words.at(from).sentence() == words.at(0).sentence()) {
                from++;
            }
        }
        String value = words.written(from, words.size()).replaceAll("\\s*,?\\R\\s*", ", ");
        return value.isBlank() || value.length() > LONGEST_VALUE ? Optional.empty() : Optional.of(value);
    }

    private static Optional<String> value(Words words, Phrases.Hit field, Phrases lexicon) {
        if (hasShape(field.heading())) {
            return shaped(field.heading(), words.text());
        }
        Optional<String> said = said(words, field, lexicon);
        return NAMES.contains(field.heading()) ? said.map(NAME::matcher).filter(Matcher::lookingAt).map(Matcher::group) : said;
    }

    private static boolean hasShape(String field) {
        return field.equals("email") || SHAPES.containsKey(field);
    }

    private static Optional<String> shaped(String field, String text) {
        return only(field.equals("email") ? MailAddresses.in(text) : SHAPES.get(field).matcher(text).results().map(MatchResult::group).distinct().toList());
    }

    /** Where there are two, nobody knows which is the old one. */
    private static Optional<String> only(List<String> found) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** What stands behind "is now", "to" or a colon, up to the sentence's end or "instead of". */
    private static Optional<String> said(Words words, Phrases.Hit field, Phrases lexicon) {
        for (int i = field.to(); i < Math.min(words.size(), field.to() + NEAR) && words.at(i).sentence() == words.at(field.from()).sentence(); i++) {
            Optional<Phrases.Hit> becomes = lexicon.at(words, i, BECOMES);
            boolean colon = i > 0 && words.text().substring(words.at(i - 1).end(), words.at(i).start()).contains(":");
            if (becomes.isPresent() || colon) {
                return until(words, colon ? i : becomes.get().to(), lexicon);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> until(Words words, int from, Phrases lexicon) {
        int to = from;
        while (to < words.size() && words.at(to).sentence() == words.at(from).sentence() && lexicon.at(words, to, WAS).isEmpty()) {
            to++;
        }
        String value = words.written(from, to);
        return value.isBlank() || value.length() > LONGEST_VALUE ? Optional.empty() : Optional.of(value);
    }
}
