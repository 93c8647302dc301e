package org.deskwright.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.deskwright.BareDeskTest;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.ticket.Ticket;
import org.junit.jupiter.api.Test;

/** What a person took back, the desk does not do again alone: the same, for the same person, for as long as it is remembered. */
@BareDeskTest
class TakenBackBeforeTest {

    private final Revocations revocations;
    private final RevocationSettings settings;
    private final Paperwork paperwork;
    private final TestClock clock;

    TakenBackBeforeTest(Revocations revocations, RevocationSettings settings, Paperwork paperwork, TestClock clock) {
        this.revocations = revocations;
        this.settings = settings;
        this.paperwork = paperwork;
        this.clock = clock;
    }

    @Test
    void theSameForTheSamePersonIsForAPersonToDecide() {
        revocations.demand(paperwork.grant("ben.okafor"), "judit.nagy", "Granted to the wrong person");
        assertThat(reasons(paperwork.grant("ben.okafor"))).containsExactly("taken-back-before", "mandatory-review");
        assertThat(reasons(paperwork.grant("ada.lindqvist"))).as("somebody else").containsExactly("confident");
        assertThat(revocations.tookBack(other("ben.okafor"))).as("something else").isFalse();
        assertThat(revocations.tookBack(paperwork.reset("ben.okafor"))).as("another type of action").isFalse();
    }

    @Test
    void itIsForgottenAfterItsTime() {
        revocations.demand(paperwork.grant("ben.okafor"), "judit.nagy", "Granted to the wrong person");
        clock.pass(settings.remembered().minusSeconds(1));
        assertThat(revocations.tookBack(paperwork.grant("ben.okafor"))).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(reasons(paperwork.grant("ben.okafor"))).containsExactly("confident");
    }

    @Test
    void whatWasWithdrawnCountsOnceSomebodyHasSomethingAgainstIt() {
        Plan link = paperwork.reset("ben.okafor");
        paperwork.tickets().withdraw(link.ticket(), "ben.okafor");
        Revocation withdrawn = revocations.withdraw(link);
        assertThat(revocations.tookBack(paperwork.reset("ben.okafor"))).isFalse();
        revocations.giveWay(withdrawn);
        revocations.demand(link, "judit.nagy", "It was not theirs to have");
        assertThat(revocations.tookBack(paperwork.reset("ben.okafor"))).isTrue();
    }

    @Test
    void whatItsRequesterDidNotWithdrawIsNotTakenBackAsTheirWish() {
        Plan grant = paperwork.grant("ben.okafor");
        assertThatExceptionOfType(RevocationRefused.class).isThrownBy(() -> revocations.withdraw(grant))
                .withMessage("Nobody has withdrawn " + grant.ticket());
        assertThat(revocations.of(grant.id())).isEmpty();
    }

    private List<String> reasons(Plan plan) {
        return paperwork.ask(plan, Map.of()).reasons();
    }

    private Plan other(String login) {
        Ticket ticket = paperwork.ticket(login);
        return paperwork.plan(ticket, Step.GRANT_ACCESS, ActionType.ADD_TO_GROUP, Map.of("entitlement", "vpn-users", "group", "vpn-users", "costs", "0 EUR"));
    }
}
