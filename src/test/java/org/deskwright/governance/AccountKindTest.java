package org.deskwright.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;

import org.deskwright.BareDeskTest;
import org.deskwright.ExamplePeople;
import org.deskwright.Paperwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose accounts are not touched without a person, from the directory's groups to the gate's answer. */
@BareDeskTest
class AccountKindTest {

    private final Clearances clearances;
    private final Paperwork paperwork;
    private final ExamplePeople people;

    AccountKindTest(Clearances clearances, Paperwork paperwork, ExamplePeople people) {
        this.clearances = clearances;
        this.paperwork = paperwork;
        this.people = people;
    }

    @AfterEach
    void everyGroupIsShown() {
        people.showAll();
    }

    @ParameterizedTest
    @CsvSource({"dmitri.volkov, privileged-account", "eva.rossi, vip-account", "svc-backup, service-account", "hana.sato, desk-account"})
    void somePeoplesAccountsAreNeverTouchedAlone(String login, String reason) {
        Plan plan = paperwork.grant(login);
        GateDecision decision = paperwork.ask(plan, Map.of());
        assertThat(decision.autonomy()).isEqualTo(Autonomy.REVIEW);
        assertThat(decision.reasons()).containsExactly(reason, "mandatory-review");
        assertThat(decision.reviewQueue()).isEqualTo("security");
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> clearances.forAction(plan.id()));
    }

    /** Nobody sees whether it is one of theirs, nor whether another one is. */
    @ParameterizedTest
    @CsvSource({"dmitri.volkov, domain-admins", "hana.sato, service-desk", "svc-backup, risk-owners", "ben.okafor, domain-admins"})
    void whereAGroupIsNotShownNoAccountIsOrdinary(String login, String group) {
        Plan plan = paperwork.grant(login);
        people.hide(group);
        GateDecision decision = paperwork.ask(plan, Map.of());
        assertThat(decision.autonomy()).isEqualTo(Autonomy.REVIEW);
        assertThat(decision.reasons()).containsExactly("account-kind-unknown", "mandatory-review");
        assertThat(decision.reviewQueue()).isEqualTo("security");
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> clearances.forAction(plan.id()));
    }
}
