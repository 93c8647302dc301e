package org.deskwright.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.Config;

/**
 * Prints of how many tickets of the shipped history, by category, the desk would ask which question. Run it from the top folder as
 * {@code LearningReport} in the README is run; a category as the argument also lists what would be asked for in it.
 */
final class QuestionReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private QuestionReport() {
    }

    public static void main(String[] arguments) throws IOException {
        TextReader reader = TextReader.of(Path.of(""));
        for (String category : Config.CATEGORIES) {
            TreeMap<String, Integer> asked = new TreeMap<>();
            int all = 0;
            try (Stream<String> lines = Files.lines(Path.of("config/history", category + ".jsonl"))) {
                for (String line : (Iterable<String>) lines::iterator) {
                    JsonNode ticket = JSON.readTree(line);
                    String subject = ticket.get("subject").asText();
                    String body = ticket.get("body").asText();
                    Optional<Question> question = reader.missing(category, reader.read(subject, body, Context.NONE));
                    question.ifPresent(missing -> asked.merge(missing.id(), 1, Integer::sum));
                    if (question.isPresent() && arguments.length > 0 && arguments[0].equals(category)) {
                        System.out.println(question.get().id() + " | " + subject + " | " + body.replace('\n', ' '));
                    }
                    all++;
                }
            }
            System.out.printf("%-22s %5d tickets, asked %s%n", category, all, asked);
        }
    }
}
