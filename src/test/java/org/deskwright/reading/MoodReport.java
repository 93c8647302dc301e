package org.deskwright.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Prints how often tone, frustration and urgency are read right, by language, in texts written before the lexicons, in those
 * that were not looked at meanwhile, and in a sample of the shipped ticket history ({@code src/test/resources/reading}). Run it from the top folder as {@code TriageReport}
 * in the README is run; the argument {@code tuning}, {@code unseen} or {@code history}
 * also lists what was read wrongly.
 */
final class MoodReport {

    static final List<String> PARTS = List.of("tuning", "unseen");

    private static final Path FOLDER = Path.of("src/test/resources/reading");

    private MoodReport() {
    }

    record Example(Sentiment sentiment, boolean frustrated, Urgency urgency, String text) {

        static List<Example> of(String part, String language) {
            try {
                return Files.readAllLines(FOLDER.resolve(part).resolve(language + ".txt")).stream().filter(line -> !line.startsWith("#"))
                        .map(line -> line.split("\\|", 4)).map(field -> of(field[0], field[1], field[2], field[3])).toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static Example of(String sentiment, String frustrated, String urgency, String text) {
            return new Example(Sentiment.valueOf(sentiment.toUpperCase(Locale.ROOT)), frustrated.equals("yes"),
                    Urgency.valueOf(urgency.toUpperCase(Locale.ROOT)), text);
        }
    }

    record Score(double sentiment, double frustrated, double urgency, double language) {

        static Score of(List<Example> examples, String language, TextReader reader) {
            return of(examples, examples.stream().map(example -> language).toList(), reader);
        }

        static Score ofHistory(TextReader reader) {
            List<JudgedTicket> tickets = JudgedTicket.all();
            return of(tickets.stream().map(JudgedTicket::example).toList(), tickets.stream().map(JudgedTicket::language).toList(), reader);
        }

        private static Score of(List<Example> examples, List<String> languages, TextReader reader) {
            double[] right = new double[4];
            for (int i = 0; i < examples.size(); i++) {
                Reading reading = reader.read("", examples.get(i).text(), Context.NONE);
                Mood mood = reading.mood();
                right[0] += mood.sentiment() == examples.get(i).sentiment() ? 1 : 0;
                right[1] += mood.frustrated() == examples.get(i).frustrated() ? 1 : 0;
                right[2] += mood.urgency() == examples.get(i).urgency() ? 1 : 0;
                right[3] += reading.language().equals(languages.get(i)) ? 1 : 0;
            }
            int all = examples.size();
            return new Score(right[0] / all, right[1] / all, right[2] / all, right[3] / all);
        }
    }

    public static void main(String[] arguments) {
        TextReader reader = TextReader.of(Path.of(""));
        for (String part : PARTS) {
            for (String language : Languages.SPOKEN) {
                List<Example> examples = Example.of(part, language);
                print(part + " " + language, examples.size(), Score.of(examples, language, reader));
                if (arguments.length > 0 && part.equals(arguments[0])) {
                    examples.forEach(example -> miss(example, reader.read("", example.text(), Context.NONE).mood()));
                }
            }
        }
        print("history", JudgedTicket.all().size(), Score.ofHistory(reader));
        if (arguments.length > 0 && arguments[0].equals("history")) {
            JudgedTicket.all().forEach(ticket -> miss(ticket.example(), reader.read("", ticket.example().text(), Context.NONE).mood()));
        }
    }

    private static void print(String what, int texts, Score score) {
        Report.say("%s: %d texts, sentiment %.2f, frustrated %.2f, urgency %.2f, language %.2f", what, texts, score.sentiment(), score.frustrated(),
                score.urgency(), score.language());
    }

    private static void miss(Example example, Mood mood) {
        if (mood.sentiment() != example.sentiment() || mood.frustrated() != example.frustrated() || mood.urgency() != example.urgency()) {
            Report.say("  %s %s %s, not %s %s %s: %s %s", mood.sentiment(), mood.frustrated(), mood.urgency(), example.sentiment(), example.frustrated(),
                    example.urgency(), example.text(), mood.because());
        }
    }
}
