package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.command.Commands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LearningCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;
    private Path data;
    private Path model;

    @BeforeEach
    void write() throws IOException {
        data = Files.write(folder.resolve("tickets.csv"), rows(0, 80));
        model = folder.resolve("my.model");
    }

    @Test
    void aModelIsTrainedScoredAndAdvisesOnThresholds() throws IOException {
        assertThat(run("train", "--data", data, "--text", "body", "--label", "topic", "--out", model)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("Learned from 80 tickets of 2 categories", "expected calibration error", "coverage at precision .95");
        Path test = Files.write(folder.resolve("test.csv"), rows(1_000, 30));
        Path json = folder.resolve("out/figures.json");
        Path html = folder.resolve("out/page.html");
        assertThat(run("evaluate", "--model", model, "--test", test, "--text", "body", "--label", "topic", "--json", json, "--html", html)).isZero();
        assertThat(out.toString()).contains("30 tickets: accuracy 1.0000", "precision 0.95: coverage", "not known of a saved model");
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.fieldNames()).toIterable().contains("accuracy", "macroF1", "ece", "brier", "categories", "coverage", "confusion", "nearTwins", "model");
        assertThat(figures.at("/coverage/0.95").fieldNames()).toIterable().contains("coverage", "coverageAtLeast", "precisionAtLeast");
        assertThat(html).content().contains("</html>");
        Path others = Files.write(folder.resolve("others.csv"), List.of("body,topic", "the network,lan"));
        refused("other labels", "is a category of the model, which knows network, printing", "evaluate", "--model", model, "--test", others, "--text", "body", "--label", "topic");
        Path proposal = folder.resolve("proposals/thresholds.dmn");
        assertThat(run("advise", "--model", model, "--out", proposal, "--target", ".9")).as(err.toString()).isZero();
        assertThat(out.toString()).contains("printing: ", "What that means for the table:", "when a risk owner deploys it");
        assertThat(ThresholdTable.read(proposal).rules()).hasSize(6);
    }

    /** As it is simplest: a model knows where the file that it learned from had what counts. */
    @Test
    void aModelKnowsItsColumns() throws IOException {
        assertThat(run("train", "--data", data, "--text", "body", "--label", "topic", "--out", model)).as(err.toString()).isZero();
        Path json = folder.resolve("figures.json");
        assertThat(run("evaluate", "--model", model, "--test", data, "--json", json)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("80 tickets: accuracy", "thresholds of step classify: coverage ", "thresholds of step reset-password: coverage 0.0000, right – (at least –)");
        assertThat(new ObjectMapper().readTree(json.toFile()).at("/letThrough/classify/n").asInt()).isPositive();
        Path others = Files.write(folder.resolve("others.csv"), List.of("words,topic", "the network,network"));
        refused("other columns", "has learned from columns of these names: give this file's with --text", "evaluate", "--model", model, "--test", others);
        assertThat(run("evaluate", "--model", model, "--test", others, "--text", "words")).as(err.toString()).isZero();
        refused("no columns to go by", "say which column has the request's text", "evaluate", "--train", data, "--test", data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"train", "evaluate", "advise"})
    void itIsACommandOfTheApplication(String command) {
        assertThat(Commands.isCommand(command)).isTrue();
    }

    @Test
    void whatIsTrainedForAnEvaluationKnowsItsNearTwins() throws IOException {
        assertThat(run("evaluate", "--train", data, "--test", data, "--text", "body", "--label", "topic")).isZero();
        assertThat(out.toString()).contains("Near duplicates of what was learned: 100.0 %");
    }

    @Test
    void aMisuseIsASentenceAndStatusTwo() throws IOException {
        Path few = Files.write(folder.resolve("few.csv"), rows(0, 12));
        Path blank = Files.write(folder.resolve("blank.csv"), IntStream.range(0, 40).mapToObj(i -> i == 0 ? "body,topic" : "  ,printing").toList());
        Path single = Files.write(folder.resolve("single.csv"), rows(0, 80).stream().map(row -> row.replace(",network", ",printing")).toList());
        Path broken = Files.writeString(folder.resolve("broken.model"), "no model");
        refused("no file", "cannot be read: give the path", "train", "--data", folder.resolve("none.csv"), "--text", "body", "--label", "topic", "--out", model);
        refused("a folder", "cannot be read: give the path", "train", "--data", folder, "--text", "body", "--label", "topic", "--out", model);
        refused("a column", "row 1 has no column \"text\"", "train", "--data", data, "--text", "text", "--label", "topic", "--out", model);
        refused("few", "12 tickets are too few", "train", "--data", few, "--text", "body", "--label", "topic", "--out", model);
        refused("blank", "every text is empty", "train", "--data", blank, "--text", "body", "--label", "topic", "--out", model);
        refused("single", "it takes two categories", "train", "--data", single, "--text", "body", "--label", "topic", "--out", model);
        refused("a folder as model", "cannot be written", "train", "--data", data, "--text", "body", "--label", "topic", "--out", folder);
        refused("a broken model", "it is no model of Deskwright's", "evaluate", "--model", broken, "--test", data, "--text", "body", "--label", "topic");
        refused("both sources", "mutually exclusive", "evaluate", "--model", broken, "--train", data, "--test", data, "--text", "body", "--label", "topic");
        refused("where the desk deploys from", "a place that the desk deploys from", "advise", "--model", broken, "--out", "decisions/thresholds.dmn");
        refused("a target", "--target takes a share", "advise", "--model", broken, "--out", folder.resolve("t.dmn"), "--target", "95");
        assertThat(model).doesNotExist();
    }

    private void refused(String what, String why, String command, Object... arguments) {
        assertThat(run(command, arguments)).as(what).isEqualTo(2);
        assertThat(err.toString()).as(what).contains(why).doesNotContain("\tat ");
        err.getBuffer().setLength(0);
    }

    private int run(String command, Object... arguments) {
        List<String> given = new ArrayList<>();
        for (Object argument : arguments) {
            given.add(argument.toString());
        }
        return ToolProvider.findFirst(command).orElseThrow().run(new PrintWriter(out, true), new PrintWriter(err, true), given.toArray(String[]::new));
    }

    private static List<String> rows(int from, int n) {
        List<String> rows = new ArrayList<>(List.of("body,topic"));
        IntStream.range(from, from + n).forEach(i -> {
            String topic = i % 2 == 0 ? "printing" : "network";
            rows.add("the %s of page %d and number %d,%s".formatted(topic, i * 7 % 13, i * i, topic));
        });
        return rows;
    }
}
