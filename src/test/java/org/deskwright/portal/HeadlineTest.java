package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.deskwright.identity.OneTimeCodes.Awaited;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.PlainContents;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeadlineTest {

    private static final Instant NOW = Instant.parse("2026-03-07T14:05:00Z");

    @ParameterizedTest
    @EnumSource
    void everyStatusIsSaidInPlainWords(TicketStatus status) {
        Ticket ticket = ticket(status, null);
        Headline headline = Headline.of(ticket, Ask.of(ticket, Optional.empty(), false, false, NOW), false, false, false, "We asked: Which?", Optional.of("Identity"));
        assertThat(headline.text()).matches(".+[.?]");
        assertThat(headline.detail()).isNotNull();
        assertThat(Headline.forStaff(ticket, Ask.of(ticket, Optional.empty(), false, false, NOW), Optional.empty()).text()).doesNotContainIgnoringCase("you");
        assertThat(Milestone.of(ticket, false)).hasSize(5).filteredOn(stone -> stone.state().equals("current"))
                .hasSize(status == TicketStatus.CLOSED ? 0 : 1);
    }

    @ParameterizedTest
    @EnumSource
    void everyClosureIsSaidInPlainWords(ClosureCode code) {
        Ticket ticket = ticket(TicketStatus.CLOSED, code);
        assertThat(Headline.of(ticket, Ask.NOTHING, false, false, false, "Declined: no", Optional.empty()).detail()).isNotBlank();
        boolean unsolved = code == ClosureCode.DECLINED || code == ClosureCode.WITHDRAWN;
        assertThat(Milestone.of(ticket, false).get(4)).isEqualTo(unsolved ? new Milestone(Badge.of(ticket).text(), "ended")
                : new Milestone("Closed", "done"));
    }

    @Test
    void aCodeIsAskedForUntilItRunsOut() {
        Ticket ticket = ticket(TicketStatus.AWAITING_REQUESTER, null);
        assertThat(Ask.of(ticket, Optional.of(new Awaited(NOW.plusSeconds(1), 5)), false, false, NOW)).isEqualTo(Ask.CODE);
        assertThat(Ask.of(ticket, Optional.of(new Awaited(NOW, 5)), false, false, NOW)).isEqualTo(Ask.NEW_CODE);
        assertThat(Ask.of(ticket, Optional.empty(), false, false, NOW)).isEqualTo(Ask.ANSWER);
        assertThat(Ask.of(ticket, Optional.empty(), true, false, NOW)).isEqualTo(Ask.MISSING_PART);
    }

    private static Ticket ticket(TicketStatus status, ClosureCode code) {
        return new Ticket("DW-1001", PlainContents.words("VPN", "down", "Done."), Channel.PORTAL, "k", "ada.lindqvist", null, true, status, code, null, null, null,
                null, null, null, "identity", null, List.of(), NOW, null, null, null, null);
    }
}
