package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

class TrainingTest {

    /** The history has far more texts that are hard to tell than a desk receives; for those see {@link UnseenTicketsTest}. */
    @Test
    void threeOfFourTicketsAreRightWhoseTemplateItHasNotSeen() {
        Quality heldOut = SampleHistory.model().provenance().heldOut();
        assertThat(heldOut.accuracy()).isGreaterThanOrEqualTo(0.78);
        assertThat(heldOut.macroF1()).isGreaterThanOrEqualTo(0.78);
    }

    @Test
    void itsConfidenceIsWhatItPromises() {
        Quality heldOut = SampleHistory.model().provenance().heldOut();
        assertThat(heldOut.ece()).isLessThanOrEqualTo(0.035);
        assertThat(heldOut.atOrAbove().get("0.9").precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(heldOut.atOrAbove().get("0.9").coverage()).isGreaterThanOrEqualTo(0.35);
    }

    @Test
    void theSameHistoryMakesTheSameModelHoweverManyLearnAtOnce() {
        TicketHistory few = TicketHistory.of(SampleHistory.SHIPPED.tickets().stream()
                .filter(ticket -> Set.of("email", "printing", "network", "other").contains(ticket.category())).toList());
        TrainedModel one = train(few).trained();
        List<TrainedModel> others = Stream.of(few, few).parallel().map(each -> train(each).trained()).toList();
        for (TrainedModel other : others) {
            assertThat(other.views().get(0).models().get(1).weights()).isEqualTo(one.views().get(0).models().get(1).weights());
            assertThat(other.views().get(0).vocabulary().weights()).isEqualTo(one.views().get(0).vocabulary().weights());
            assertThat(other.calibration()).usingRecursiveComparison().isEqualTo(one.calibration());
            assertThat(other.heldOut()).isEqualTo(one.heldOut());
            assertThat(other.provenance().heldOut()).isEqualTo(one.provenance().heldOut());
        }
    }

    @Test
    void twentyTicketsOfTwoCategoriesAreEnough() {
        TextModel model = train(history(20, i -> i % 2 == 0 ? "printing" : "network"));
        assertThat(model.categories()).containsExactly("network", "printing");
        assertThat(model.predict("", "the printing of page 7 number 300").category()).isEqualTo("printing");
        assertThat(model.trained().heldOut()).hasSize(20);
    }

    @Test
    void aCategoryOfASingleTicketHindersNobody() {
        TextModel model = train(history(40, i -> i == 0 ? "once" : i % 2 == 0 ? "printing" : "network"));
        assertThat(model.categories()).contains("once");
        Prediction prediction = model.predict("", "network of number 12 at page 3");
        assertThat(prediction.category()).isEqualTo("network");
        assertThat(prediction.confidence()).isBetween(0.3, 0.999);
        assertThat(prediction.probabilities().stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(1, within(1e-6));
    }

    @Test
    void whatCannotBeLearnedFromIsRefusedWithTheReason() {
        assertThatThrownBy(() -> train(history(19, i -> i % 2 == 0 ? "a" : "b"))).isInstanceOf(Unlearnable.class)
                .hasMessage("19 tickets are too few to learn from: it takes 20");
        assertThatThrownBy(() -> train(history(30, i -> "a"))).isInstanceOf(Unlearnable.class).hasMessageContaining("two categories");
        assertThatThrownBy(() -> train(history(600, i -> "c" + i % 301))).isInstanceOf(Unlearnable.class).hasMessageContaining("301 categories");
        TicketHistory alike = TicketHistory.of(IntStream.range(0, 30).mapToObj(i -> new PastTicket("one", "", i % 2 == 0 ? "a" : "b", "", "x")).toList());
        assertThatThrownBy(() -> train(alike)).isInstanceOf(Unlearnable.class).hasMessageContaining("nearly the same");
    }

    @Test
    void textInWhichNothingIsKnownGetsTheMostFrequentCategoryAndItsShare() {
        Prediction prediction = train(history(40, i -> i % 4 == 0 ? "printing" : "network")).predict(null, "\u65e5\u672c");
        assertThat(prediction.isKnown()).isFalse();
        assertThat(prediction.category()).isEqualTo("network");
        assertThat(prediction.confidence()).isEqualTo(0.75);
    }

    private static TextModel train(TicketHistory history) {
        return Training.train(history, Glossary.none(), Clock.systemUTC(), Progress.SILENT);
    }

    private static TicketHistory history(int n, IntFunction<String> category) {
        return TicketHistory.of(IntStream.range(0, n).mapToObj(i -> new PastTicket("row " + i, "", category.apply(i), "",
                "the %s of page %d and number %d".formatted(category.apply(i), i * 7 % 13, i * i))).toList());
    }
}
