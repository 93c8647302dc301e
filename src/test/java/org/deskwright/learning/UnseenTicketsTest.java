package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/**
 * What the shipped model makes of tickets as people write them, forty to a category, in five languages. Whoever wrote them had
 * not read the history, and nobody who adds to the history has them before their eyes.
 */
class UnseenTicketsTest {

    private static final Path UNSEEN = Path.of("src", "test", "resources", "learning", "unseen.jsonl");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<Judgement> judgements = judgements();

    private record Judgement(String language, String truth, Prediction prediction) {

        boolean isRight() {
            return prediction.category().equals(truth);
        }
    }

    @Test
    void nineOfTenAreRight() {
        assertThat(rightOf(judgement -> true)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void inEachLanguageMostAreRight() {
        Map<String, Double> right = judgements.stream().map(Judgement::language).distinct()
                .collect(Collectors.toMap(language -> language, language -> rightOf(judgement -> judgement.language().equals(language))));
        assertThat(right).hasSize(5).allSatisfy((language, share) -> assertThat(share).as(language).isGreaterThanOrEqualTo(0.85));
    }

    @Test
    void whatTheShippedThresholdsLetThroughIsRight() throws IOException {
        ThresholdTable table = ThresholdTable.present(Path.of(""));
        Predicate<Judgement> sorted = judgement -> table.letsThrough(ThresholdTable.CLASSIFY, judgement.prediction().category(), judgement.prediction().confidence());
        assertThat(judgements).filteredOn(sorted).hasSizeGreaterThan(judgements.size() / 2);
        assertThat(rightOf(sorted)).isGreaterThanOrEqualTo(0.97);
        for (String step : List.of("reset-password", "grant-access")) {
            assertThat(rightOf(judgement -> table.letsThrough(step, judgement.prediction().category(), judgement.prediction().confidence()))).as(step).isGreaterThanOrEqualTo(0.97);
        }
    }

    private double rightOf(Predicate<Judgement> which) {
        return judgements.stream().filter(which).mapToInt(judgement -> judgement.isRight() ? 1 : 0).average().orElseThrow();
    }

    private static List<Judgement> judgements() {
        try {
            return Files.readAllLines(UNSEEN).parallelStream().map(UnseenTicketsTest::judgement).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Judgement judgement(String line) {
        try {
            JsonNode ticket = JSON.readTree(line);
            return new Judgement(ticket.get("language").asText(), ticket.get("category").asText(),
                    SampleHistory.model().predict(ticket.get("subject").asText(), ticket.get("body").asText()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
