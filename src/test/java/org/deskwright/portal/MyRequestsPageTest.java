package org.deskwright.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.Test;

class MyRequestsPageTest extends PortalTest {

    @Test
    void showsOnesOwnRequestsAlone() throws Exception {
        String mine = filed("ada.lindqvist");
        String foreign = filed("ben.okafor");
        tickets.setStatus(mine, TicketStatus.AWAITING_REQUESTER);
        page("/", ADA).andExpect(status().isOk()).andExpect(content().string(containsString(mine)))
                .andExpect(content().string(containsString("Waiting for you")))
                .andExpect(content().string(not(containsString(foreign))));
    }

    @Test
    void anEmptyListSaysWhatToDo() throws Exception {
        page("/", person("pia.weber", "staff")).andExpect(content().string(containsString("Write your first request")));
    }

    @Test
    void linksForStaffAreShownToStaff() throws Exception {
        page("/", ADA).andExpect(content().string(not(containsString("/camunda/app/"))))
                .andExpect(content().string(not(containsString("href=\"/staff\""))));
        page("/", HANA).andExpect(content().string(containsString("href=\"/staff\"")))
                .andExpect(content().string(not(containsString("/camunda/app/cockpit/"))));
        page("/", person("noor.ali", "desk-admins")).andExpect(content().string(containsString("/camunda/app/cockpit/")))
                .andExpect(content().string(containsString("/demo/outbox")));
    }

    @Test
    void nobodyComesInWithoutSigningIn() throws Exception {
        mvc.perform(browser(get("/"))).andExpect(status().is3xxRedirection()).andExpect(redirectedUrl("http://localhost/login"));
    }
}
