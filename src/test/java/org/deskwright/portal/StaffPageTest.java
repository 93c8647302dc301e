package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.deskwright.governance.Demands;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Impression;
import org.deskwright.ticket.Reader;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketSearch;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Worklist;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StaffPageTest extends PortalTest {

    private static final Instant NOW = Instant.now();
    private static final Reader EVERYTHING = new Reader("hana.sato", Set.of(), Set.of(), true);

    @Autowired
    private Worklist worklist;
    @Autowired
    private Demands demands;

    @Test
    void isForStaff() throws Exception {
        page("/staff", ADA).andExpect(status().isForbidden())
                .andExpect(content().string(containsString("for the people of the service desk")));
        page("/staff", HANA).andExpect(status().isOk());
    }

    @Test
    void myQueuesComeFirstThenWhatIsUrgent() {
        String foreign = queued("security", 1, 60);
        String calm = queued("hr", 3, 60);
        String later = queued("hr", 2, 120);
        String sooner = queued("hr", 2, -60);
        String resolved = queued("hr", 1, 60);
        tickets.resolve(resolved, "Done");
        String closed = queued("hr", 1, 60);
        tickets.close(closed, ClosureCode.PERSON);
        List<String> shown = worklist.of(new TicketSearch(EVERYTHING, null, null, null, 0, 200), Set.of("hr")).items().stream()
                .map(Ticket::number).filter(List.of(foreign, calm, later, sooner, resolved, closed)::contains).toList();
        assertThat(shown).containsExactly(sooner, later, calm, foreign, resolved);
        assertThat(worklist.of(new TicketSearch(EVERYTHING, TicketStatus.CLOSED, null, null, 0, 200), Set.of()).items())
                .extracting(Ticket::number).contains(closed);
    }

    @Test
    void whatIsOverdueIsMarkedAndFiltersHold() throws Exception {
        String overdue = queued("service-desk", 1, -5);
        page("/staff?queue=service-desk", HANA).andExpect(content().string(containsString(overdue)))
                .andExpect(content().string(containsString("Overdue"))).andExpect(content().string(containsString("yours")));
        page("/staff?queue=identity", HANA).andExpect(content().string(not(containsString(overdue))));
        page("/staff?queue=service-desk&status=closed", HANA).andExpect(content().string(not(containsString(overdue))));
        page("/staff?page=-1&status=nonsense", HANA).andExpect(status().isOk());
        page("/staff?page=many", HANA).andExpect(status().isBadRequest());
    }

    @Test
    void aDecisionThatWaitsForOthersSaysForWhom() throws Exception {
        String number = queued("identity", 1, 60);
        when(demands.lastQueueOf(number)).thenReturn(Optional.of("security"));
        String brief = "/staff/tickets/%s/brief".formatted(number);
        page("/staff?queue=identity", HANA).andExpect(content().string(not(containsString("waits for a decision"))));
        tickets.setStatus(number, TicketStatus.IN_REVIEW);
        page("/staff?queue=identity", HANA).andExpect(content().string(containsString("waits for a decision by Security")))
                .andExpect(content().string(not(containsString("tag mine"))));
        page("/staff?queue=identity", person("kwame.mensah", "security")).andExpect(content().string(containsString("tag mine")));
        page(brief, HANA).andExpect(content().string(containsString("Waits for a decision by Security.")));
        when(demands.lastQueueOf(number)).thenReturn(Optional.of("identity"));
        page(brief, HANA).andExpect(content().string(not(containsString("Waits for a decision"))));
    }

    @Test
    void whatIsUnusualShowsInTheList() throws Exception {
        String number = queued("hr", 1, 60);
        tickets.keepImpression(number, new Impression("en", "neutral", false, "medium", false, false, null, List.of(), false, false));
        page("/staff?queue=hr", HANA).andExpect(content().string(not(containsString("In English"))));
        tickets.keepImpression(number, new Impression("pt", "negative", true, "high", false, false, null, List.of(), false, false));
        page("/staff?queue=hr", HANA).andExpect(content().string(containsString(">In Portuguese<")))
                .andExpect(content().string(containsString(">Frustrated; urgent, they say<")));
    }

    private String queued(String queue, int priority, long minutes) {
        String number = filed("ben.okafor");
        tickets.assign(number, priority, queue, NOW, NOW.plusSeconds(60 * minutes));
        return number;
    }
}
