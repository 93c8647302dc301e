package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final ThresholdTable TABLE = table();

    @Test
    void coverageIsTheLargestShareOfThatPrecisionAndTiesCountTogether() {
        List<Coverage.Step> steps = Coverage.steps(List.of(new Judged(0, 0, 0.9), new Judged(0, 1, 0.8), new Judged(0, 0, 0.8), new Judged(0, 0, 0.7), new Judged(0, 1, 0.6)));
        assertThat(steps).extracting(Coverage.Step::n).containsExactly(1, 3, 4, 5);
        Coverage at = Coverage.at(0.75, steps);
        assertThat(at.n()).isEqualTo(4);
        assertThat(at.threshold()).isEqualTo(0.7);
        assertThat(at.coverage()).isEqualTo(0.8);
        assertThat(at.precisionAtLeast()).isEqualTo(ClopperPearson.atLeast(3, 4, 0.05));
        assertThat(Coverage.at(1.01, steps).coverage()).isZero();
        assertThat(Coverage.from(0.75, steps).n()).isEqualTo(3);
    }

    @Test
    void theCalibrationErrorIsWhatIsPromisedTooMuch() {
        Random random = new Random(2);
        List<Judged> honest = IntStream.range(0, 30_000).mapToDouble(i -> random.nextDouble())
                .mapToObj(confidence -> new Judged(0, random.nextDouble() < confidence ? 0 : 1, confidence)).toList();
        assertThat(Reliability.error(Reliability.bins(honest))).isLessThan(0.015);
        List<Judged> boastful = honest.stream().map(each -> new Judged(0, each.truth(), Math.min(1, each.confidence() + 0.1))).toList();
        assertThat(Reliability.error(Reliability.bins(boastful))).isCloseTo(0.1, within(0.015));
        assertThat(Reliability.bins(honest)).hasSize(15).allSatisfy(bin -> assertThat(bin.n()).isEqualTo(2_000));
        assertThat(Reliability.bins(honest.subList(0, 3))).hasSize(3);
    }

    @Test
    void labelsThatTheModelDoesNotHaveCountAsMissed() {
        List<PastTicket> seen = tickets(60, 0);
        TextModel model = Training.train(TicketHistory.of(seen), Glossary.none(), Clock.systemUTC(), Progress.SILENT);
        List<PastTicket> test = new ArrayList<>(tickets(30, 1_000));
        test.add(new PastTicket("x", "", "new", "", "the network of number 3"));
        Evaluation evaluation = Evaluation.of(model, test, new NearTwins(seen.stream().map(ticket -> Text.of("", ticket.body())).toList()), TABLE);
        assertThat(evaluation.labels()).containsExactly("network", "printing", "new");
        assertThat(evaluation.accuracy()).isCloseTo(30 / 31.0, within(1e-9));
        assertThat(evaluation.categories().get(2)).isEqualTo(new CategoryQuality("new", null, 0.0, 0, 1, 0));
        assertThat(evaluation.confusion()).containsExactly(List.of(15, 0, 0), List.of(0, 15, 0), List.of(1, 0, 0));
        assertThat(evaluation.macroF1()).isCloseTo((30 / 31.0 + 1 + 0) / 3, within(1e-9));
        assertThat(evaluation.brier()).isBetween(1 / 31.0, 0.3);
        assertThat(evaluation.coverage()).containsOnlyKeys("0.90", "0.95", "0.98");
        assertThat(evaluation.nearTwins()).isBetween(0.0, 1.0);
    }

    /** Each by the threshold of what it was taken for, and nothing that no row speaks of. */
    @Test
    void whatTheTableLetsThroughIsCounted() {
        List<String> labels = List.of("password-reset", "other", "outage", "unheard-of");
        List<Judged> judged = List.of(new Judged(0, 0, 0.70), new Judged(0, 0, 0.69), new Judged(0, 2, 0.95), new Judged(1, 1, 1), new Judged(2, 2, 0.61), new Judged(3, 3, 1));
        Map<String, LetThrough> steps = LetThrough.by(TABLE, judged, labels);
        assertThat(steps).containsOnlyKeys("classify", "reset-password", "grant-access");
        assertThat(steps.get("classify").n()).isEqualTo(3);
        assertThat(steps.get("classify").coverage()).isCloseTo(0.5, within(1e-9));
        assertThat(steps.get("classify").precision()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(steps.get("classify").precisionAtLeast()).isBetween(0.05, 0.5);
        assertThat(steps.get("reset-password")).extracting(LetThrough::n, LetThrough::precision).containsExactly(1, 0.0);
        assertThat(steps.get("grant-access")).isEqualTo(new LetThrough(0, 0, null, null));
    }

    @Test
    void thePageStandsByItself() {
        TextModel model = Training.train(TicketHistory.of(tickets(60, 0)), Glossary.none(), Clock.systemUTC(), Progress.SILENT);
        List<PastTicket> test = new ArrayList<>(tickets(30, 1_000));
        test.add(new PastTicket("x", "", "<script>alert(1)</script>", "", "the network"));
        String page = new EvaluationPage(Evaluation.of(model, test, null, TABLE), Map.of(0.7, List.of("printing"), 0.6, List.of("outage"))).html();
        assertThat(page).contains("Reliability diagram", "from 0.70", "<td>grant-access</td>", "prefers-color-scheme: dark", "&lt;script&gt;")
                .doesNotContain("<script", "http://", "https://", "href=", "src=", "{{", "NaN");
    }

    private static ThresholdTable table() {
        try {
            return ThresholdTable.present(Path.of(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<PastTicket> tickets(int n, int from) {
        return IntStream.range(from, from + n).mapToObj(i -> {
            String category = i % 2 == 0 ? "printing" : "network";
            return new PastTicket("row " + i, "", category, "", "the %s of page %d and number %d".formatted(category, i * 7 % 13, i * i));
        }).toList();
    }
}
