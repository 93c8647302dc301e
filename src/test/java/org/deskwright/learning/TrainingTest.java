package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class TrainingTest {

    @Test
    void fourOfFiveTicketsAreRightWhoseTemplateItHasNotSeen() {
        Quality heldOut = SampleHistory.trained().provenance().heldOut();
        assertThat(heldOut.accuracy()).isGreaterThanOrEqualTo(0.80);
        assertThat(heldOut.macroF1()).isGreaterThanOrEqualTo(0.78);
    }

    @Test
    void itsConfidenceIsWhatItPromises() {
        Quality heldOut = SampleHistory.trained().provenance().heldOut();
        assertThat(heldOut.ece()).isLessThanOrEqualTo(0.035);
        assertThat(heldOut.atOrAbove().get("0.9").precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(heldOut.atOrAbove().get("0.9").coverage()).isGreaterThanOrEqualTo(0.35);
    }

    @Test
    void noTemplateIsBothLearnedFromAndTestedOn() {
        List<PastTicket> tickets = SampleHistory.SHIPPED.tickets();
        int[] folds = HeldOut.folds(tickets);
        assertThat(IntStream.range(0, folds.length).boxed().collect(Collectors.groupingBy(i -> tickets.get(i).template(),
                Collectors.mapping(i -> folds[i], Collectors.toSet()))).values()).extracting(Set::size).containsOnly(1);
        assertThat(IntStream.of(folds).distinct().sorted().toArray()).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void theSameHistoryMakesTheSameModel() {
        List<PastTicket> few = SampleHistory.SHIPPED.tickets().stream()
                .filter(ticket -> Set.of("email", "printing", "network", "other").contains(ticket.category())).toList();
        TrainedModel one = Training.train(TicketHistory.of(few), SampleHistory.GLOSSARY, Clock.systemUTC());
        TrainedModel two = Training.train(TicketHistory.of(few), SampleHistory.GLOSSARY, Clock.systemUTC());
        assertThat(two.model().weights()).isEqualTo(one.model().weights());
        assertThat(two.model().vocabulary().keys()).isEqualTo(one.model().vocabulary().keys());
        assertThat(two.calibration().temperature()).isEqualTo(one.calibration().temperature());
        assertThat(two.provenance().heldOut()).isEqualTo(one.provenance().heldOut());
    }
}
