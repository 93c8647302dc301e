package org.deskwright.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A ticket of the shipped history, and how a person read its tone. */
record JudgedTicket(String language, MoodReport.Example example) {

    private static final Path JUDGED = Path.of("src/test/resources/reading/history.txt");

    static List<JudgedTicket> all() {
        try {
            Map<String, String> texts = texts();
            return Files.readAllLines(JUDGED).stream().filter(line -> !line.startsWith("#")).map(line -> line.split("\\|"))
                    .map(field -> new JudgedTicket(field[1], MoodReport.Example.of(field[2], field[3], field[4], texts.get(field[0] + " " + field[1])))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> texts() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Map<String, String> texts = new HashMap<>();
        try (Stream<Path> files = Files.list(Path.of("config/history"))) {
            for (Path file : files.toList()) {
                for (String line : Files.readAllLines(file)) {
                    JsonNode ticket = json.readTree(line);
                    texts.put(ticket.get("template").asText() + " " + ticket.get("language").asText(), ticket.get("subject").asText() + "\n" + ticket.get("body").asText());
                }
            }
        }
        return texts;
    }
}
