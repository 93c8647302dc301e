package org.deskwright.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.deskwright.BareDeskTest;
import org.deskwright.ExamplePeople;
import org.deskwright.Paperwork;
import org.deskwright.identity.Identification;
import org.deskwright.ticket.Ticket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far a change reaches, what it spends and what it writes into an HR record, from the plan to the gate's answer. */
@BareDeskTest
class ChangeFactsTest {

    private final Gate gate;
    private final Facts facts;
    private final Identification identification;
    private final Paperwork paperwork;
    private final ExamplePeople people;

    ChangeFactsTest(Gate gate, Facts facts, Identification identification, Paperwork paperwork, ExamplePeople people) {
        this.gate = gate;
        this.facts = facts;
        this.identification = identification;
        this.paperwork = paperwork;
        this.people = people;
    }

    @AfterEach
    void theGroupIsInNoOther() {
        people.nest("wiki-editors");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 EUR", "0.01 EUR", "99.99 EUR", "100 EUR", "100.00 EUR", "110 USD", "84.99 GBP"})
    void upToTheLimitOfItsCurrencyTheDeskSpendsAlone(String costs) {
        assertThat(reasons(costs)).containsExactly("confident");
    }

    @ParameterizedTest
    @ValueSource(strings = {"100.01 EUR", "110.01 USD", "85.01 GBP", "999999999.99 EUR"})
    void aboveItSomebodySigns(String costs) {
        assertThat(reasons(costs)).containsExactly("amount-above-limit", "mandatory-review");
    }

    /** Also what no plan can be made with, but stands where the plan is read. */
    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"1 JPY", "0 XXX", "-1 EUR", "-0 EUR", "NaN EUR", "Infinity EUR", "1e1 EUR", "1,50 EUR", "1.005 EUR", "1000000000 EUR",
        "50", "EUR", "50 eur", "50  EUR", "50 EUR "})
    void whatCannotBeComparedGoesToAPerson(String costs) {
        assertThat(reasons(costs)).containsExactly("amount-unknown", "mandatory-review");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1 EUR", "NaN EUR", "1e1 EUR", "", "50"})
    void noPlanIsMadeWithWhatIsNoAmount(String costs) {
        Ticket ticket = paperwork.ticket("ben.okafor");
        assertThatIllegalArgumentException().isThrownBy(() -> paperwork.plan(ticket, Step.GRANT_ACCESS, ActionType.ADD_TO_GROUP,
                Map.of("entitlement", "wiki-editors", "group", "wiki-editors", "costs", costs))).withMessageContaining("needs \"costs\" of the form");
    }

    @Test
    void whatItCostsIsPartOfWhatIsApproved() {
        Plan plan = paperwork.grant("ben.okafor");
        assertThat(Digest.of(plan.id(), plan.ticket(), plan.type(), plan.target(), costing(plan, "0.01 EUR").parameters())).isNotEqualTo(plan.digest());
    }

    @Test
    void aGroupThatIsInOthersReachesFurther() {
        people.nest("wiki-editors", "domain-admins");
        assertThat(reasons("0 EUR")).containsExactly("wide-change", "mandatory-review");
    }

    @Test
    void aGroupNobodyKnowsReachesNobodyKnowsHowFar() {
        Plan plan = paperwork.plan(paperwork.ticket("ben.okafor"), Step.GRANT_ACCESS, ActionType.ADD_TO_GROUP,
                Map.of("entitlement", "wiki-editors", "group", "no-such-group", "costs", "0 EUR"));
        assertThat(paperwork.ask(plan, Map.of()).reasons()).contains("blast-radius-unknown");
    }

    /** No type of action writes into an HR record yet; what the gate says of one that will stands already. */
    @ParameterizedTest
    @CsvSource({"contact, contact-change", "manager, manager-change", "bank, bank-change", "iban, record-field-unknown", "unknown, record-field-unknown"})
    void contactManagerAndBankAreNeverChangedAlone(String field, String reason) {
        GateDecision decision = paperwork.ask(paperwork.grant("ben.okafor"), Map.of(Fact.RECORD_FIELD, field));
        assertThat(decision.autonomy()).isEqualTo(Autonomy.REVIEW);
        assertThat(decision.reasons()).containsExactly(reason, "mandatory-review");
        assertThat(decision.reviewQueue()).isEqualTo("hr");
    }

    /** Whichever row of the table stands first. */
    @ParameterizedTest
    @CsvSource({"normal, above, escalation", "normal, unknown, escalation", "normal, within, identity", "sensitive, above, security"})
    void theStrictestQueueOfAllReasonsDecides(String sensitivity, String amount, String queue) {
        GateDecision decision = paperwork.ask(paperwork.grant("ben.okafor"), Map.of(Fact.SENSITIVITY, sensitivity, Fact.AMOUNT, amount));
        assertThat(decision.reviewQueue()).isEqualTo(queue);
    }

    @Test
    void otherFieldsAre() {
        assertThat(paperwork.ask(paperwork.grant("ben.okafor"), Map.of(Fact.RECORD_FIELD, "ordinary")).autonomy()).isEqualTo(Autonomy.AUTO);
    }

    private List<String> reasons(String costs) {
        Plan plan = costing(paperwork.grant("ben.okafor"), costs);
        Ticket ticket = paperwork.ticketOf(plan);
        return gate.ask(plan, ticket, facts.of(plan, ticket, identification.subjectOf(plan.ticket(), plan.target()).orElseThrow())).reasons();
    }

    private static Plan costing(Plan plan, String costs) {
        Map<String, String> parameters = new HashMap<>(plan.parameters());
        parameters.put("costs", costs);
        return new Plan(plan.id(), plan.ticket(), plan.step(), plan.type(), plan.target(), parameters, plan.category(), plan.confidence(), plan.digest(), plan.plannedAt());
    }
}
