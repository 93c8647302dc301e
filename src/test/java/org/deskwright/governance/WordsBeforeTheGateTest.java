package org.deskwright.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;

import org.deskwright.BareDeskTest;
import org.deskwright.Paperwork;
import org.deskwright.identity.Identification;
import org.deskwright.ticket.Impression;
import org.deskwright.ticket.Tickets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a request's words say besides what it is about is a reason for a person, and so is that nobody knows it. */
@BareDeskTest
class WordsBeforeTheGateTest {

    private final Gate gate;
    private final Facts facts;
    private final Clearances clearances;
    private final Identification identification;
    private final Paperwork paperwork;
    private final Tickets tickets;
    private final JdbcClient jdbc;

    WordsBeforeTheGateTest(Gate gate, Facts facts, Clearances clearances, Identification identification, Paperwork paperwork, Tickets tickets, JdbcClient jdbc) {
        this.gate = gate;
        this.facts = facts;
        this.clearances = clearances;
        this.identification = identification;
        this.paperwork = paperwork;
        this.tickets = tickets;
        this.jdbc = jdbc;
    }

    @ParameterizedTest
    @CsvSource({"true, false, , false, other-person-named, identity", "false, true, , false, second-request, identity",
            "false, false, override, false, injection-signal, security", "false, false, , true, broken-answer, identity"})
    void whatItsWordsSayBesidesIsReadByOne(boolean other, boolean second, String sign, boolean broken, String reason, String queue) {
        Plan plan = paperwork.grant("ben.okafor");
        tickets.keepImpression(plan.ticket(), new Impression("en", "neutral", false, "medium", other, second, null, sign == null ? List.of() : List.of(sign), broken, false));
        GateDecision decision = ask(plan);
        assertThat(decision.reasons()).containsExactly(reason, "mandatory-review").allSatisfy(code -> assertThat(Reasons.sentence(code)).endsWith("."));
        assertThat(decision.reviewQueue()).isEqualTo(queue);
        uncleared(plan);
    }

    /** Received before the desk read what it now asks about. */
    @Test
    void whatNobodyHasReadIsReadByOne() {
        Plan plan = paperwork.grant("ben.okafor");
        jdbc.sql("update ticket set machine_signs = null where number = ?").param(plan.ticket()).update();
        assertThat(ask(plan).reasons()).containsExactly("other-person-unknown", "injection-signal-unknown", "second-request-unknown",
                "broken-answer-unknown", "left-to-people-unknown", "mandatory-review");
        uncleared(plan);
    }

    /** The directory finds people by their logins, the words find "my colleague": either is enough. */
    @Test
    void whomTheDirectoryFindsIsNamedWhateverWasRead() {
        Plan plan = paperwork.plan(paperwork.ticket("Wiki", "The wiki for ben.okafor, as Ada Lindqvist has it", "ben.okafor"), Step.GRANT_ACCESS,
                ActionType.ADD_TO_GROUP, Map.of("entitlement", "wiki-editors", "group", "wiki-editors", "costs", "0 EUR"));
        assertThat(ask(plan).reasons()).containsExactly("other-person-named", "mandatory-review");
        jdbc.sql("update ticket set machine_signs = null where number = ?").param(plan.ticket()).update();
        assertThat(ask(plan).reasons()).startsWith("other-person-named");
    }

    private GateDecision ask(Plan plan) {
        return gate.ask(plan, tickets.get(plan.ticket()),
                facts.of(plan, tickets.get(plan.ticket()), identification.subjectOf(plan.ticket(), plan.target()).orElseThrow()));
    }

    private void uncleared(Plan plan) {
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> clearances.forAction(plan.id()));
    }
}
