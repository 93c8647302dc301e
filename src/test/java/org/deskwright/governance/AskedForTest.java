package org.deskwright.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.spy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.deskwright.BareDeskTest;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.identity.Identification;
import org.deskwright.review.Outcome;
import org.deskwright.review.Verdict;
import org.deskwright.ticket.TextUnavailable;
import org.deskwright.ticket.Ticket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is granted without a person is what the request asks for, or what a person put in its place. */
@BareDeskTest
class AskedForTest {

    private static final String WIKI = "wiki-editors";
    private static final String VPN = "vpn-users";

    private final Gate gate;
    private final Facts facts;
    private final Identification identification;
    private final Paperwork paperwork;
    private final TestClock clock;

    AskedForTest(Gate gate, Facts facts, Identification identification, Paperwork paperwork, TestClock clock) {
        this.gate = gate;
        this.facts = facts;
        this.identification = identification;
        this.paperwork = paperwork;
        this.clock = clock;
    }

    @ParameterizedTest
    @ValueSource(strings = {"wiki please", "Please give me access to the wiki", "I cannot edit in Confluence"})
    void whatTheRequestNamesIsGiven(String words) {
        assertThat(reasons(plan(paperwork.ticket("Access", words, "ben.okafor"), WIKI))).containsExactly("confident");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Please give me access to the CRM", "The CRM or the wiki, whichever is right", "Access as usual"})
    void whatItDoesNotNameWaits(String words) {
        assertThat(reasons(plan(paperwork.ticket("Access", words, "ben.okafor"), WIKI))).containsExactly("not-asked-for", "mandatory-review");
    }

    @Test
    void whatNobodyCanReadWaits() {
        Plan plan = paperwork.grant("ben.okafor");
        Ticket away = spy(paperwork.ticketOf(plan));
        doThrow(new TextUnavailable("The mailbox does not answer", null)).when(away).said();
        assertThat(reasons(plan, away)).containsExactly("other-person-unknown", "asked-for-unknown", "mandatory-review");
        doReturn(Optional.empty()).when(away).said();
        assertThat(reasons(plan, away)).containsExactly("other-person-unknown", "asked-for-unknown", "mandatory-review");
    }

    /** Where a person changed the plan, the last of them says what is wanted, and the words of the request no longer do. */
    @Test
    void whatAPersonPutInItsPlaceCounts() {
        Plan asked = paperwork.grant("ben.okafor");
        Ticket ticket = paperwork.ticketOf(asked);
        change(asked, VPN);
        Plan changed = plan(ticket, VPN);
        assertThat(reasons(changed)).containsExactly("owner-approval", "mandatory-review");
        assertThat(reasons(plan(ticket, WIKI))).containsExactly("not-asked-for", "mandatory-review");

        clock.pass(Duration.ofSeconds(1));
        change(changed, WIKI);
        assertThat(reasons(plan(ticket, WIKI))).containsExactly("confident");
        assertThat(reasons(plan(paperwork.ticket("VPN", "vpn please", "ben.okafor"), WIKI))).as("another ticket").contains("not-asked-for");
    }

    @Test
    void aResetNamesNothing() {
        assertThat(paperwork.ask(paperwork.reset("ben.okafor"), Map.of(Fact.SECOND_EVIDENCE, "yes")).reasons()).containsExactly("confident");
    }

    private void change(Plan plan, String entitlement) {
        paperwork.ask(plan, Map.of(Fact.SENDER_AUTHENTICATED, "no"));
        paperwork.verdicts().decide(new Verdict(UUID.randomUUID(), paperwork.put(plan), Outcome.EDIT, "judit.nagy", null, Map.of("entitlement", entitlement), null));
    }

    private Plan plan(Ticket ticket, String entitlement) {
        return paperwork.plan(ticket, Step.GRANT_ACCESS, ActionType.ADD_TO_GROUP, Map.of("entitlement", entitlement, "group", entitlement, "costs", "0 EUR"));
    }

    private List<String> reasons(Plan plan) {
        return reasons(plan, paperwork.ticketOf(plan));
    }

    private List<String> reasons(Plan plan, Ticket ticket) {
        return gate.ask(plan, ticket, facts.of(plan, ticket, identification.subjectOf(plan.ticket(), plan.target()).orElseThrow())).reasons();
    }
}
