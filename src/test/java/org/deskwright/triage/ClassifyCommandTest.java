package org.deskwright.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifyCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;
    private Path model;
    private Path answers;

    @BeforeEach
    void train() throws IOException {
        List<String> rows = new ArrayList<>(List.of("body,topic"));
        IntStream.range(0, 40).forEach(i -> rows.add("the printer on floor %d jams and the toner of tray %c is empty,printing".formatted(i, 'a' + i % 26)));
        IntStream.range(0, 40).forEach(i -> rows.add("my laptop finds no wifi in room %d and vpn %c disconnects,network".formatted(i, 'a' + i % 26)));
        Path data = Files.write(folder.resolve("past.csv"), rows);
        model = folder.resolve("my.model");
        answers = folder.resolve("answers.jsonl");
        assertThat(run("train", "--data", data, "--text", "body", "--label", "topic", "--out", model)).as(err.toString()).isZero();
    }

    @Test
    void eachLineIsAnswered() throws IOException {
        List<JsonNode> lines = classified(Map.of("id", "a-1", "subject", "Printer", "body", "Again! For the third time the toner is empty. This is unacceptable, I need it today!!!"),
                Map.of("subject", "WLAN", "body", "Guten Tag, mein Laptop findet im Büro kein wifi, das vpn sagt \"vpn disconnects\" und \"laptop finds no wifi\". Bitte auch für meine Kollegin Anna Weber."));
        assertThat(lines.get(0).fieldNames()).toIterable().containsExactly("id", "category", "confidence", "calibrated", "sentiment", "frustrated", "urgency",
                "language", "slots", "namesOtherPerson", "injectionSignal", "secondCategory");
        JsonNode printer = lines.get(0);
        assertThat(printer.get("id").asText()).isEqualTo("a-1");
        assertThat(printer.get("category").asText()).isEqualTo("printing");
        assertThat(printer.get("confidence").asDouble()).isBetween(0.5, 1.0);
        assertThat(printer.get("calibrated").asBoolean()).isTrue();
        assertThat(printer.get("sentiment").asText()).isEqualTo("negative");
        assertThat(printer.get("frustrated").asBoolean()).isTrue();
        assertThat(printer.get("language").asText()).isEqualTo("en");
        JsonNode laptop = lines.get(1);
        assertThat(laptop.get("id").asText()).isEqualTo("2");
        assertThat(laptop.get("category").asText()).isEqualTo("network");
        assertThat(laptop.get("language").asText()).isEqualTo("de");
        assertThat(laptop.get("namesOtherPerson").asBoolean()).isTrue();
    }

    @Test
    void whatSaysNothingIsNeverSure() throws IOException {
        List<JsonNode> lines = classified(Map.of("body", ""), Map.of("body", "\u00a7"), Map.of("body", "\ud83d\ude00\ud83d\ude00"), Map.of("body", "\u0000\u0001\ufffe"),
                Map.of("body", "zqx ".repeat(250_000)));
        assertThat(lines).hasSize(5).allSatisfy(line -> assertThat(line.get("confidence").asDouble()).isLessThan(0.9));
    }

    @Test
    void whatCannotBeReadIsASentence() throws IOException {
        assertThat(run("classify", "--model", folder.resolve("none"), "--in", model, "--out", answers)).isEqualTo(2);
        Path rows = Files.writeString(folder.resolve("rows.jsonl"), "{\"text\":\"no body\"}\n");
        assertThat(run("classify", "--model", folder.resolve("none"), "--in", rows, "--out", answers)).isEqualTo(2);
        assertThat(run("classify", "--model", model, "--in", rows, "--out", answers)).isEqualTo(2);
        assertThat(err.toString()).contains("give the path of a model", "row 1 has no column \"body\"");
        assertThat(run("classify", "--in", rows, "--out", answers)).as("neither a model nor the desk's").isEqualTo(2);
    }

    @Test
    void whatWasWrittenBeforeStaysWhereNothingCanBeRead() throws IOException {
        Files.writeString(answers, "of yesterday");
        assertThat(run("classify", "--model", model, "--in", folder, "--out", answers)).isEqualTo(2);
        Path rows = Files.writeString(folder.resolve("rows.jsonl"), "{\"body\":\"toner\"}\n");
        assertThat(run("classify", "--model", folder.resolve("none"), "--in", rows, "--out", answers)).isEqualTo(2);
        assertThat(err.toString()).contains("give the path of a CSV", "give the path of a model");
        assertThat(answers).hasContent("of yesterday");
    }

    @Test
    void aSubjectByItselfIsEnough() throws IOException {
        List<JsonNode> lines = classified(Map.of("subject", "the toner of the printer on floor 3 jams"), Map.of("body", "toner"));
        assertThat(lines).extracting(line -> line.get("category").asText()).containsExactly("printing", "printing");
    }

    /** Nothing at all is written then, also not of the rows before it. */
    @Test
    void aRowWithoutWordsIsNamed() throws IOException {
        Files.writeString(answers, "of yesterday");
        Path rows = Files.writeString(folder.resolve("rows.jsonl"), "{\"subject\":\"toner\"}\n{\"id\":\"7\"}\n");
        assertThat(run("classify", "--model", model, "--in", rows, "--out", answers)).isEqualTo(2);
        assertThat(err.toString()).contains("row 2 has no column \"body\"");
        assertThat(answers).hasContent("of yesterday");
    }

    @SafeVarargs
    private List<JsonNode> classified(Map<String, String>... texts) throws IOException {
        Path rows = Files.write(folder.resolve("rows.jsonl"), Stream.of(texts).map(text -> JSON.valueToTree(text).toString()).toList());
        assertThat(run("classify", "--model", model, "--in", rows, "--out", answers)).as(err.toString()).isZero();
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(answers)) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    private int run(String command, Object... arguments) {
        return ToolProvider.findFirst(command).orElseThrow().run(new PrintWriter(out, true), new PrintWriter(err, true),
                Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }
}
