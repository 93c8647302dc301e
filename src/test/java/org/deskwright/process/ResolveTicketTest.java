package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.reset;

import java.util.Map;

import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.Test;

/** Triage, the work of people, and how tickets end. */
class ResolveTicketTest extends TicketPaths {

    @Test
    void nobodyDecidesOnTheirOwnRequest() {
        classifier.believe("access-request", 0.99);
        String number = desk.file("kwame.mensah", "Reports", "finance reports please");
        assertThat(desk.candidateGroups(desk.task(number))).as("security is only him").containsExactly("executives");
        assertThatThrownBy(() -> desk.decideAnyway(number, "kwame.mensah", "approve", Map.of())).hasMessageContaining("your own request");
        assertThat(desk.task(number)).isNotNull();
    }

    @Test
    void anUnclearRequestIsReviewedAndTheReviewersWordCounts() {
        classifier.believe("hardware", 0.55);
        String number = desk.file("pia.weber", "It", "the thing is broken");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.IN_REVIEW);
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly("service-desk");
        desk.decide(number, "hana.sato", "approve", Map.of());
        assertThat(desk.ticket(number).confidence().source()).isEqualTo("person:hana.sato");
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_fulfilRequest");

        String declined = desk.file("pia.weber", "Lunch", "what is for lunch");
        desk.decide(declined, "hana.sato", "decline", Map.of("text", "Please ask the canteen."));
        assertThat(desk.ticket(declined).closureCode()).isEqualTo(ClosureCode.DECLINED);
    }

    @Test
    void whatIsNotUnderstoodGoesToPeopleAndNothingRunsByItself() {
        classifier.believe("password-reset", 0.2);
        String number = desk.file("ada.lindqvist", "?", "hm");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        assertThat(desk.ticket(number).autonomy()).isEqualTo("escalate");
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly("service-desk");
        assertThat(desk.actions(number)).isEmpty();
    }

    @Test
    void aSenderNobodyKnowsIsServedByAPerson() {
        classifier.believe("password-reset", 0.99);
        String number = desk.fileUnauthenticated("stranger@elsewhere.example", "Password", "reset my password");
        assertThat(desk.ticket(number).requester()).isNull();
        assertThat(handled(number)).isEqualTo("review [requester-unknown]");
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_fulfilRequest");
        assertThat(desk.actions(number)).isEmpty();
    }

    @Test
    void aPersonAsksTransfersNotesAndResolves() {
        classifier.believe("software", 0.9);
        String number = desk.file("ada.lindqvist", "Excel", "Excel is slow");
        assertThat(desk.task(number).getDueDate()).isEqualTo(java.util.Date.from(desk.ticket(number).resolutionDue()));
        desk.decide(number, "hana.sato", "note", Map.of("text", "Looks like the add-in"));
        desk.decide(number, "hana.sato", "ask", Map.of("text", "Which version?"));
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.AWAITING_REQUESTER);
        desk.reply(number, "ada.lindqvist", "The new one");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.IN_PROGRESS);
        desk.decide(number, "hana.sato", "ask", Map.of("text", "Since when?"));
        desk.fireTimer(number, "timerEvent_oneWeekPassed");
        desk.decide(number, "hana.sato", "transfer", Map.of("newQueue", "security"));
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly("security");
        desk.decide(number, "kwame.mensah", "correct", Map.of("newCategory", "hardware"));
        desk.decide(number, "hana.sato", "done", Map.of("text", "The add-in was switched off."));
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.RESOLVED);
        desk.reply(number, "ada.lindqvist", "Thanks, works now");
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.PERSON);
    }

    /** The gate was sure of the category; whoever reads the ticket wants to know why a person has it. */
    @Test
    void theTicketSaysWhyItIsAPersonsWork() {
        classifier.believe("software", 0.99);
        String number = desk.file("ada.lindqvist", "Excel", "Excel is slow");
        assertThat(handled(number)).isEqualTo("review [no-process]");
        desk.decide(number, "hana.sato", "done", Map.of("text", "The add-in was switched off."));
        desk.confirm(number, "ada.lindqvist", false);
        assertThat(handled(number)).isEqualTo("escalate [resolution-rejected, no-process]");
        desk.decide(number, "hana.sato", "note", Map.of("text", "It was another add-in"));
        assertThat(handled(number)).isEqualTo("escalate [resolution-rejected, no-process]");
        assertThat(jdbc.sql("select autonomy || ' ' || reasons from gate_decision where ticket_number = ?").param(number)
                .query(String.class).list()).as("what the gate answered stays as it was").containsExactly("auto confident");
    }

    @Test
    void aPersonMayDecline() {
        classifier.believe("purchase", 0.9);
        String number = desk.file("ada.lindqvist", "Yacht", "buy one for 900000 EUR");
        desk.decide(number, "hana.sato", "decline", Map.of("text", "Not this year."));
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.DECLINED);
    }

    @Test
    void aRequesterMayWithdraw() {
        classifier.believe("software", 0.9);
        String number = desk.file("ada.lindqvist", "Excel", "Excel is slow");
        desk.withdraw(number, "ada.lindqvist");
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.WITHDRAWN);
        assertThat(desk.isRunning(number)).isFalse();
    }

    private String handled(String number) {
        return desk.ticket(number).autonomy() + " " + desk.ticket(number).reasons();
    }
}
