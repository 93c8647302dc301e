package org.deskwright.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.deskwright.BareDeskTest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is closed stays as it is. */
@BareDeskTest
class TicketsTest {

    private final Tickets tickets;

    TicketsTest(Tickets tickets) {
        this.tickets = tickets;
    }

    @TestFactory
    Stream<DynamicTest> aClosedTicketCannotBeChanged() {
        Map<String, Consumer<String>> changes = Map.of(
                "identify", number -> tickets.identify(number, "ben.okafor"),
                "classify", number -> tickets.classify(number, "network", new Confidence(0.9, true, "test", 1_000, "isotonic", "0".repeat(64))),
                "assess", number -> tickets.assess(number, Level.HIGH, Level.HIGH),
                "assign", number -> tickets.assign(number, 1, "security", Instant.EPOCH, Instant.EPOCH),
                "transfer", number -> tickets.transfer(number, "security"),
                "decide", number -> tickets.decide(number, "auto", List.of()),
                "keep the verification", number -> tickets.keepVerification(number, "pending"),
                "set the status", number -> tickets.setStatus(number, TicketStatus.IN_PROGRESS),
                "resolve", number -> tickets.resolve(number, "Done."));
        return changes.entrySet().stream().map(change -> DynamicTest.dynamicTest(change.getKey(), () -> {
            String number = closed();
            Ticket before = tickets.get(number);
            assertThatExceptionOfType(TicketClosed.class).isThrownBy(() -> change.getValue().accept(number)).withMessageContaining(number);
            assertThat(tickets.get(number)).isEqualTo(before);
        }));
    }

    @Test
    void theFirstCodeStands() {
        String number = closed();
        assertThat(tickets.close(number, ClosureCode.AUTOMATIC)).isFalse();
        assertThat(tickets.get(number).closureCode()).isEqualTo(ClosureCode.WITHDRAWN);
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        assertThatExceptionOfType(UnknownTicket.class).isThrownBy(() -> tickets.transfer("DW-0", "security"));
    }

    private String closed() {
        String number = tickets.add("Wi-Fi", "It is slow", Channel.PORTAL, "test:" + UUID.randomUUID(), "ada.lindqvist", null, true);
        tickets.close(number, ClosureCode.WITHDRAWN);
        return number;
    }
}
