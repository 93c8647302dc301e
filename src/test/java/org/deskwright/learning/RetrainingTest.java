package org.deskwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class RetrainingTest {

    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final TicketHistory SHIPPED = TicketHistory.of(IntStream.range(0, 60).mapToObj(i -> new PastTicket("t" + i, "en",
            i % 2 == 0 ? "printing" : "network", "", "the %s of page %d and number %d".formatted(i % 2 == 0 ? "printing" : "network", i * 7 % 13, i * i))).toList());
    private static final TextModel PRESENT = train(SHIPPED);

    @Test
    void theWordsOfTheDeskAreLearnedAndBeatAModelThatDoesNotKnowThem() {
        List<ClosedTicket> tickets = tickets(300, 0);
        Retraining.Retrained trained = new Retraining(SHIPPED, tickets, PRESENT, null).run(Glossary.none(), Clock.systemUTC(), Progress.SILENT);
        long heldOut = tickets.stream().filter(ClosedTicket::isHeldOut).count();
        assertThat(heldOut).isBetween(40L, 85L);
        assertThat(trained.learned()).isEqualTo(300 - (int) heldOut);
        assertThat(trained.comparison().isBetter()).as(trained.comparison().sentence()).isTrue();
        assertThat(trained.comparison().candidateAccuracy()).isGreaterThan(0.9);
        assertThat(trained.model().provenance().n()).isEqualTo(60 + trained.learned());

        List<ClosedTicket> shuffled = new ArrayList<>(tickets);
        Collections.shuffle(shuffled, new Random(7));
        assertThatThrownBy(() -> new Retraining(SHIPPED, shuffled, trained.model(), null)).as("the same tickets make the same model, whatever their order")
                .isInstanceOf(Unlearnable.class).hasMessageContaining("nothing new");
    }

    @Test
    void whatIsHeldOutIsNeverLearnedFrom() {
        List<ClosedTicket> tickets = tickets(300, 0).stream().map(ticket -> ticket.isHeldOut() ? ticket : relabelled(ticket)).toList();
        Comparison comparison = new Retraining(SHIPPED, tickets, PRESENT, null).run(Glossary.none(), Clock.systemUTC(), Progress.SILENT).comparison();
        assertThat(comparison.crossFitted()).isZero();
        assertThat(comparison.candidateAccuracy()).as("it learned the opposite").isLessThan(0.2);
        assertThat(comparison.isBetter()).isFalse();
    }

    @Test
    void whereTooFewAreHeldOutThoseCountThatThePresentModelHasNotSeen() {
        List<ClosedTicket> tickets = tickets(120, 0);
        Comparison comparison = new Retraining(SHIPPED, tickets, PRESENT, null).run(Glossary.none(), Clock.systemUTC(), Progress.SILENT).comparison();
        assertThat(comparison.n()).isEqualTo(120);
        assertThat(comparison.crossFitted()).isEqualTo((int) tickets.stream().filter(ticket -> !ticket.isHeldOut()).count());
        assertThat(comparison.isBetter()).isTrue();

        Instant until = tickets.get(99).closedAt();
        int left = (int) tickets.stream().filter(ticket -> ticket.isHeldOut() || ticket.closedAt().isAfter(until)).count();
        assertThatThrownBy(() -> new Retraining(SHIPPED, tickets, PRESENT, until)).isInstanceOf(TooFewTickets.class)
                .hasMessageContaining("not yet: %d more closed tickets".formatted(Retraining.FEWEST - left));
    }

    /** A template of which some are held out would else be recognised rather than understood. */
    @Test
    void aNearTwinOfWhatWasLearnedShowsNothing() {
        List<ClosedTicket> twins = tickets(300, 0).stream().map(ticket -> new ClosedTicket(ticket.number(), ticket.category(), "",
                "Automatic message: the monitoring has found the service %s of the main site to be slow and asks somebody to look at it".formatted(ticket.category()), ticket.closedAt())).toList();
        assertThatThrownBy(() -> new Retraining(SHIPPED, twins, PRESENT, Instant.MAX)).isInstanceOf(TooFewTickets.class).hasMessageContaining("There are 0 to compare on");
    }

    private static ClosedTicket relabelled(ClosedTicket ticket) {
        return new ClosedTicket(ticket.number(), ticket.category().equals("printing") ? "network" : "printing", ticket.subject(), ticket.body(), ticket.closedAt());
    }

    /** Their own word for each category stands among others that say nothing. */
    private static List<ClosedTicket> tickets(int n, int seed) {
        Random chance = new Random(seed);
        return IntStream.range(0, n).mapToObj(i -> {
            String filling = chance.ints(12, 0, 400).mapToObj(word -> "w" + (char) ('a' + word / 20) + "o" + (char) ('a' + word % 20) + "um").collect(Collectors.joining(" "));
            return new ClosedTicket("DW-" + (1001 + i), i % 2 == 0 ? "printing" : "network", "", (i % 2 == 0 ? "the quokka " : "the zebra ") + filling,
                    BEGINNING.plusSeconds(60L * i));
        }).toList();
    }

    private static TextModel train(TicketHistory history) {
        return Training.train(history, Glossary.none(), Clock.systemUTC(), Progress.SILENT);
    }
}
