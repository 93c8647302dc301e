package org.deskwright.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;

import org.deskwright.BareDeskTest;
import org.deskwright.ExamplePeople;
import org.deskwright.Paperwork;
import org.deskwright.identity.Evidence;
import org.deskwright.identity.Identification;
import org.deskwright.identity.VerifiedSubject;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The gate with the analysts' own tables: what leads to AUTO, and that nothing else mints a clearance. */
@BareDeskTest
class GateTest {

    private final Gate gate;
    private final Facts facts;
    private final Clearances clearances;
    private final Identification identification;
    private final Paperwork paperwork;
    private final Tickets tickets;
    private final ExamplePeople people;
    private final JdbcClient jdbc;

    GateTest(Gate gate, Facts facts, Clearances clearances, Identification identification, Paperwork paperwork, Tickets tickets, ExamplePeople people,
             JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.facts = facts;
        this.clearances = clearances;
        this.identification = identification;
        this.paperwork = paperwork;
        this.tickets = tickets;
        this.people = people;
    }

    @AfterEach
    void directoryIsBack() {
        people.unavailable(false);
    }

    @Test
    void aHarmlessGrantIsClearedAtOnce() {
        Plan plan = paperwork.grant("ben.okafor");
        GateDecision decision = ask(plan);
        assertThat(decision.autonomy()).isEqualTo(Autonomy.AUTO);
        assertThat(decision.reasons()).containsExactly("confident");
        assertThat(clearances.forAction(plan.id()).plan().id()).isEqualTo(plan.id());
    }

    @ParameterizedTest
    @CsvSource({"other, nothing-fits", "email, medium-confidence"})
    void whatIsOtherIsNotProposedForBeingSure(String category, String reason) {
        String number = paperwork.ticket("ben.okafor").number();
        tickets.classify(number, category, calibrated(0.5));
        assertThat(gate.ask(tickets.get(number), Step.CLASSIFY).reasons()).containsExactly(reason);
    }

    @Test
    void aTextThatNamesAnotherPersonIsReadByOne() {
        Plan plan = plan(paperwork.ticket("Wiki", "Like Ada Lindqvist I need the wiki", "ben.okafor"), "wiki-editors", "wiki-editors");
        assertThat(ask(plan).reasons()).containsExactly("other-person-named", "mandatory-review");
        uncleared(plan);
    }

    @Test
    void aTextThatWasNotReadToItsEndMayNameAnotherPerson() {
        String rest = "the wiki ".repeat(2_500);
        Plan plan = plan(paperwork.ticket("Wiki", rest + "for Ada, Lindqvist that is", "ben.okafor"), "wiki-editors", "wiki-editors");
        assertThat(ask(plan).reasons()).containsExactly("other-person-unknown", "mandatory-review");
        uncleared(plan);
    }

    @Test
    void aGroupThatIsNotTheEntitlementsIsUnknown() {
        Plan plan = plan(paperwork.ticket("ben.okafor"), "wiki-editors", "domain-admins");
        assertThat(ask(plan).reasons()).contains("sensitivity-unknown", "regulated-data-unknown");
        uncleared(plan);
    }

    @Test
    void aDirectoryThatDoesNotAnswerLeavesFactsUnknown() {
        Plan plan = paperwork.grant("ben.okafor");
        VerifiedSubject subject = subject(plan);
        people.unavailable(true);
        Map<Fact, String> known = facts.of(plan, tickets.get(plan.ticket()), subject);
        assertThat(known).doesNotContainKeys(Fact.ACCOUNT_KIND, Fact.OTHER_PERSON_NAMED, Fact.BLAST_RADIUS);
        assertThat(gate.ask(plan, tickets.get(plan.ticket()), known).reasons()).contains("other-person-unknown", "blast-radius-unknown");
        uncleared(plan);
    }

    @Test
    void factsOnNoListAreUnknown() {
        Plan plan = paperwork.grant("ben.okafor");
        Map<Fact, String> forged = new HashMap<>(facts.of(plan, tickets.get(plan.ticket()), subject(plan)));
        forged.put(Fact.ACCOUNT_KIND, "harmless");
        forged.remove(Fact.SENSITIVITY);
        assertThat(gate.ask(plan, tickets.get(plan.ticket()), forged).reasons())
                .containsExactly("account-kind-unknown", "sensitivity-unknown", "mandatory-review");
        uncleared(plan);
    }

    @Test
    void aResetNeedsTwoEvidences() {
        Plan plan = paperwork.reset("ada.lindqvist");
        assertThat(ask(plan).reasons()).containsExactly("no-second-evidence", "mandatory-review");
        uncleared(plan);
        identification.record(plan.ticket(), "ada.lindqvist", Evidence.ONE_TIME_CODE);
        assertThat(ask(plan).autonomy()).isEqualTo(Autonomy.AUTO);
    }

    @Test
    void whatAnotherTicketSaysClearsNothing() {
        Plan plan = paperwork.grant("ben.okafor");
        Plan harmless = paperwork.grant("ben.okafor");
        GateDecision decision = gate.ask(plan, tickets.get(harmless.ticket()), facts.of(harmless, tickets.get(harmless.ticket()), subject(harmless)));
        assertThat(decision.autonomy()).isEqualTo(Autonomy.ESCALATE);
        assertThat(decision.reasons()).containsExactly("foreign-plan");
        uncleared(plan);
        assertThat(gate.askForRevocation(plan, tickets.get(harmless.ticket())).autonomy()).isEqualTo(Autonomy.ESCALATE);
    }

    @Test
    void aStepOfAnotherCategoryIsEscalated() {
        Ticket ticket = paperwork.ticket("ben.okafor");
        tickets.classify(ticket.number(), "password-reset", ticket.confidence());
        Plan plan = plan(tickets.get(ticket.number()), "wiki-editors", "wiki-editors");
        GateDecision decision = ask(plan);
        assertThat(decision.autonomy()).isEqualTo(Autonomy.ESCALATE);
        assertThat(decision.reasons()).contains("no-thresholds");
        uncleared(plan);
    }

    /** Certain of "how to" is not certain of an access. */
    @Test
    void aConfidenceClearsNothingOfAnotherCategory() {
        Ticket ticket = paperwork.ticket("ben.okafor");
        tickets.classify(ticket.number(), "how-to", Confidence.of("hana.sato"));
        Plan plan = plan(tickets.get(ticket.number()), "wiki-editors", "wiki-editors");
        tickets.classify(ticket.number(), "access-request", calibrated(0.99));
        GateDecision decision = ask(plan);
        assertThat(decision.autonomy()).isEqualTo(Autonomy.ESCALATE);
        assertThat(decision.reasons()).containsExactly("category-changed").allSatisfy(code -> assertThat(Reasons.sentence(code)).endsWith("."));
        uncleared(plan);
    }

    @Test
    void aPlanOfWhichNobodyKeptTheCategoryIsForPeople() {
        Plan plan = paperwork.grant("ben.okafor");
        jdbc.sql("update action_plan set category = null where id = ?").param(plan.id()).update();
        assertThat(ask(paperwork.plans().get(plan.id())).reasons()).containsExactly("category-changed");
        uncleared(plan);
    }

    @ParameterizedTest
    @CsvSource({"0.7, 1", "1, 0.7"})
    void ofTwoConfidencesTheLowerCounts(double planned, double now) {
        Ticket ticket = paperwork.ticket("ben.okafor");
        tickets.classify(ticket.number(), "access-request", calibrated(planned));
        Plan plan = plan(tickets.get(ticket.number()), "wiki-editors", "wiki-editors");
        tickets.classify(ticket.number(), "access-request", calibrated(now));
        GateDecision decision = ask(plan);
        assertThat(decision.autonomy()).isEqualTo(Autonomy.REVIEW);
        assertThat(decision.reasons()).containsExactly("medium-confidence");
        uncleared(plan);
    }

    @ParameterizedTest
    @CsvSource({"0.85, true, AUTO", "0.8499999999999999, true, REVIEW", "0.6, true, REVIEW", "0.5999999999999999, true, ESCALATE",
        "1, false, REVIEW", "0, false, ESCALATE"})
    void theNumberDecidesToItsLastBit(double value, boolean calibrated, Autonomy autonomy) {
        Ticket ticket = paperwork.ticket("ben.okafor");
        tickets.classify(ticket.number(), "access-request", new Confidence(value, calibrated, "test", 0, null, null));
        Plan plan = plan(tickets.get(ticket.number()), "wiki-editors", "wiki-editors");
        assertThat(ask(plan).autonomy()).isEqualTo(autonomy);
        if (autonomy != Autonomy.AUTO) {
            uncleared(plan);
        }
    }

    @Test
    void withoutAConfidenceNothingIsRouted() {
        Ticket ticket = tickets.get(tickets.add("s", "b", org.deskwright.ticket.Channel.API, "test:" + java.util.UUID.randomUUID(), "ben.okafor", null, true));
        GateDecision decision = gate.ask(ticket, Step.CLASSIFY);
        assertThat(decision.autonomy()).isEqualTo(Autonomy.ESCALATE);
        assertThat(decision.reasons()).containsExactly("confidence-missing");
    }

    @Test
    void forWhatItsRequesterWithdrewNothingIsCleared() {
        Plan plan = paperwork.grant("ben.okafor");
        tickets.withdraw(plan.ticket(), "ben.okafor");
        GateDecision decision = ask(plan);
        assertThat(decision.autonomy()).isEqualTo(Autonomy.ESCALATE);
        assertThat(decision.reasons()).containsExactly("request-withdrawn").allSatisfy(code -> assertThat(Reasons.sentence(code)).endsWith("."));
        uncleared(plan);
        assertThat(gate.ask(tickets.get(plan.ticket()), Step.CLASSIFY).autonomy()).isEqualTo(Autonomy.ESCALATE);
    }

    private Plan plan(Ticket ticket, String entitlement, String group) {
        return paperwork.plan(ticket, Step.GRANT_ACCESS, ActionType.ADD_TO_GROUP, Map.of("entitlement", entitlement, "group", group, "costs", "0 EUR"));
    }

    private static Confidence calibrated(double value) {
        return new Confidence(value, true, "test", 1_000, "isotonic", "0".repeat(64));
    }

    private GateDecision ask(Plan plan) {
        Ticket ticket = tickets.get(plan.ticket());
        return gate.ask(plan, ticket, facts.of(plan, ticket, subject(plan)));
    }

    private VerifiedSubject subject(Plan plan) {
        return identification.subjectOf(plan.ticket(), plan.target()).orElseThrow();
    }

    private void uncleared(Plan plan) {
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> clearances.forAction(plan.id()));
    }
}
