package org.deskwright.reading;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a request's words: from text to facts, always the same for the same text, at once for any text, and for many at a
 * time. The words that it goes by stand in {@code config/reading}, one folder per language.
 */
public final class TextReader {

    /** Characters; nobody says what they want, or how they feel, after that many. */
    private static final int ENOUGH = 20_000;

    private final Letter letter;
    private final Languages languages;
    private final Moods moods;
    private final Dates dates;
    private final Fields fields;
    private final People people;
    private final Intents intents;
    private final Injections injections;
    private final Questions questions;
    private final Applications applications;
    private final Assets assets;

    private TextReader(Lexicons lexicons) {
        this.letter = new Letter(lexicons.ofAll("common"));
        this.languages = new Languages(lexicons);
        this.moods = new Moods(lexicons);
        this.dates = new Dates(lexicons);
        this.fields = new Fields(lexicons);
        this.people = new People(lexicons);
        this.intents = new Intents(lexicons);
        this.injections = new Injections(lexicons);
        this.questions = new Questions(lexicons);
        this.applications = new Applications(lexicons);
        this.assets = new Assets(lexicons);
    }

    /**
     * @param application folder whose {@code config/reading} goes before the one in the jar
     * @throws IllegalArgumentException with the line that is wrong in one of the files
     */
    public static TextReader of(Path application) {
        return new TextReader(new Lexicons(application));
    }

    public Reading read(String subject, String body, Context context) {
        return read(subject, body, List.of(), context);
    }

    /** @param answers what was added to the request since, the earliest first: each with a signature of its own, that hides no other */
    public Reading read(String subject, String body, List<Answered> answers, Context context) {
        String request = body == null ? "" : body;
        PlainText text = answers.stream().map(answer -> letter.read("", answer.body())).reduce(letter.read(subject == null ? "" : subject, request), PlainText::and);
        Words words = words(text);
        String language = languages.of(words.text());
        OtherPeople others = people.in(text, context);
        Slots slots = new Slots(applications.in(words, context.names()), context.names().groupsIn(words), change(words, language, answers),
                assets.in(words), Amounts.in(words.text()), dates.in(words, language, context.writtenOn()), others.people());
        return new Reading(text, language, moods.of(words, language), slots, others, intents.in(words, language, context), injection(subject, joined(request, answers), text));
    }

    private static Words words(PlainText text) {
        String asked = text.asked();
        return Words.of(asked.length() > ENOUGH ? asked.substring(0, ENOUGH) : asked);
    }

    /** Whoever is asked what a field becomes says just that, and names the field no more. */
    private Optional<FieldChange> change(Words words, String language, List<Answered> answers) {
        return fields.in(words, language).map(change -> change.value().isPresent() ? change : answers.stream()
                .filter(answer -> questions.asksFor(answer.question(), Slot.NEW_VALUE)).reduce((earlier, later) -> later)
                .map(answer -> fields.answered(change, letter.read("", answer.body()).own())).orElse(change));
    }

    private static String joined(String request, List<Answered> answers) {
        return Stream.concat(Stream.of(request), answers.stream().map(Answered::body)).collect(Collectors.joining("\n"));
    }

    /** The one question to ask before a request of this category can be done; none if it says all that it must. */
    public Optional<Question> missing(String category, Reading reading) {
        return questions.missing(category, reading, words(reading.text()));
    }

    /**
     * A question by its id, in English where the language is not spoken.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Question question(String id, String language) {
        return questions.question(id, language);
    }

    /** What people do not see counts here too, and so does what others wrote. */
    private InjectionSignal injection(String subject, String body, PlainText text) {
        Map<Removed, Integer> ignored = new EnumMap<>(Removed.class);
        String whole = Characters.plain((subject == null ? "" : subject) + "\n" + body, ignored);
        return injections.in(whole, text.removed());
    }
}
