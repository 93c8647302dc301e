package org.deskwright.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.deskwright.BareDeskTest;
import org.deskwright.Paperwork;
import org.deskwright.audit.AuditLog;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The gate with tables that somebody edited until they let everything pass: what a person always decides on stays with people. */
@BareDeskTest
class FloorTest {

    private static final Map<Fact, String> HARMLESS = new EnumMap<>(Map.ofEntries(Map.entry(Fact.SENDER_AUTHENTICATED, "yes"),
            Map.entry(Fact.SECOND_EVIDENCE, "yes"), Map.entry(Fact.ACCOUNT_KIND, "ordinary"), Map.entry(Fact.OTHER_PERSON_NAMED, "no"),
            Map.entry(Fact.SENSITIVITY, "low"), Map.entry(Fact.REGULATED_DATA, "no"), Map.entry(Fact.AUTOMATION, "on"),
            Map.entry(Fact.PHASE, "auto"), Map.entry(Fact.LIMIT, "within"), Map.entry(Fact.BLAST_RADIUS, "one"),
            Map.entry(Fact.AMOUNT, "none"), Map.entry(Fact.RECORD_FIELD, "none"), Map.entry(Fact.TAKEN_BACK_BEFORE, "no"),
            Map.entry(Fact.ASKED_FOR, "yes"), Map.entry(Fact.INJECTION_SIGNAL, "no"), Map.entry(Fact.SECOND_REQUEST, "no"),
            Map.entry(Fact.BROKEN_ANSWER, "no"), Map.entry(Fact.LEFT_TO_PEOPLE, "no")));

    private final Clearances clearances;
    private final Paperwork paperwork;
    private final Tickets tickets;
    private final Gate gate;

    FloorTest(Clearances clearances, Demands demands, Revocations revocations, JdbcClient jdbc, AuditLog audit, Clock clock, Paperwork paperwork, Tickets tickets) {
        this.clearances = clearances;
        this.paperwork = paperwork;
        this.tickets = tickets;
        this.gate = new Gate(FloorTest::evaluate, clearances, demands, revocations, tickets, jdbc, audit, clock);
    }

    /** Nothing is ever mandatory, zero is sure enough, and the answer is always the same. */
    private static Evaluation evaluate(String ticket, String table, Map<String, Object> inputs) {
        return new Evaluation(table, 2, inputs, List.of(), switch (table) {
            case "mandatory-review" -> List.of();
            case "thresholds" -> List.of(Map.of("actAt", 0.0, "reviewAt", 0.0));
            default -> List.of(Map.of("autonomy", "auto", "reason", "confident"));
        });
    }

    static Stream<Arguments> alwaysReviewed() {
        return Stream.of("senderAuthenticated no", "accountKind privileged", "accountKind vip", "accountKind service", "accountKind desk",
                "otherPersonNamed yes", "sensitivity sensitive", "sensitivity privileged", "regulatedData yes", "automation stopped", "phase route",
                "phase assist", "limit person", "limit sender", "limit breaker", "blastRadius many", "amount above", "recordField contact",
                "recordField manager", "recordField bank", "takenBackBefore yes", "askedFor no",
                "injectionSignal yes", "secondRequest yes", "brokenAnswer yes", "leftToPeople yes").map(fact -> Arguments.of((Object[]) fact.split(" ")));
    }

    @ParameterizedTest
    @MethodSource("alwaysReviewed")
    void whatAPersonAlwaysDecidesOnStaysWithPeople(String input, String value) {
        Fact fact = Stream.of(Fact.values()).filter(it -> it.input().equals(input)).findFirst().orElseThrow();
        assertHeld(paperwork.grant("ben.okafor"), with(fact, value));
    }

    @ParameterizedTest
    @EnumSource
    void soDoesWhatNobodyCouldEstablish(Fact fact) {
        Map<Fact, String> facts = new EnumMap<>(HARMLESS);
        facts.remove(fact);
        assertHeld(paperwork.grant("ben.okafor"), facts);
    }

    @ParameterizedTest
    @CsvSource({"no", "not-needed", "unknown"})
    void aResetNeedsItsSecondEvidence(String evidence) {
        Ticket ticket = paperwork.ticket("ben.okafor");
        assertHeld(paperwork.plan(ticket, Step.RESET_PASSWORD, ActionType.SEND_RESET_LINK, Map.of()), with(Fact.SECOND_EVIDENCE, evidence));
    }

    @Test
    void theRestIsLeftToTheTables() {
        Plan plan = paperwork.grant("ben.okafor");
        GateDecision decision = ask(plan, HARMLESS);
        assertThat(decision.autonomy()).isEqualTo(Autonomy.AUTO);
        assertThat(decision.reasons()).containsExactly("confident");
        assertThat(clearances.forAction(plan.id()).plan().id()).isEqualTo(plan.id());
    }

    @Test
    void aNumberThatNobodyCalibratedIsNeverSureEnough() {
        String number = paperwork.ticket("ben.okafor").number();
        tickets.classify(number, "access-request", new Confidence(1, false, "test", 0, null, null));
        GateDecision decision = gate.ask(tickets.get(number), Step.CLASSIFY);
        assertThat(decision.autonomy()).isEqualTo(Autonomy.REVIEW);
        assertThat(decision.reasons()).containsExactly("uncalibrated");
    }

    private static Map<Fact, String> with(Fact fact, String value) {
        Map<Fact, String> facts = new EnumMap<>(HARMLESS);
        facts.put(fact, value);
        return facts;
    }

    private void assertHeld(Plan plan, Map<Fact, String> facts) {
        GateDecision decision = ask(plan, facts);
        assertThat(decision.autonomy()).isEqualTo(Autonomy.REVIEW);
        assertThat(decision.reasons()).containsExactly("always-reviewed", "mandatory-review").allSatisfy(code -> assertThat(Reasons.sentence(code)).endsWith("."));
        assertThat(decision.approvals()).isEqualTo(1);
        assertThat(decision.reviewQueue()).isEqualTo("security");
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> clearances.forAction(plan.id()));
    }

    private GateDecision ask(Plan plan, Map<Fact, String> facts) {
        return gate.ask(plan, tickets.get(plan.ticket()), facts);
    }
}
