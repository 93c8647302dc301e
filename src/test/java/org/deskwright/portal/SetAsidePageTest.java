package org.deskwright.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;

import org.deskwright.correspondence.Conversation;
import org.deskwright.correspondence.Heard;
import org.deskwright.ticket.Channel;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Mails with which nothing was done: for staff alone, newest first, page by page, and whatever they say is text. */
class SetAsidePageTest extends PortalTest {

    @Autowired
    private Conversation conversation;

    @Test
    void isForStaffAndLinkedFromTheirPage() throws Exception {
        page("/staff/set-aside", ADA).andExpect(status().isForbidden());
        page("/staff", HANA).andExpect(content().string(containsString("href=\"/staff/set-aside\"")));
    }

    @Test
    void saysFromWhomAboutWhatAndWhy() throws Exception {
        String ticket = filed("ada.lindqvist");
        setAside(ticket, "mallory@else.example", "Re: <b>hello</b>", "Nobody vouches for its sender");
        page("/staff/set-aside", HANA).andExpect(status().isOk()).andExpect(content().string(containsString("Re: &lt;b&gt;hello&lt;/b&gt;")))
                .andExpect(content().string(containsString("mallory@else.example"))).andExpect(content().string(containsString("Nobody vouches for its sender")))
                .andExpect(content().string(containsString("<span class=\"meta\"><a href=\"/tickets/" + ticket + "\""))) // a line of its own
                .andExpect(content().string(not(containsString("the text itself"))));
    }

    @Test
    void olderOnesStandOnTheNextPage() throws Exception {
        setAside(null, "first@else.example", "The first", "A machine wrote it");
        for (int i = 0; i < 50; i++) {
            setAside(null, null, null, "A machine wrote it");
        }
        page("/staff/set-aside", HANA).andExpect(content().string(not(containsString("The first"))))
                .andExpect(content().string(containsString("(no subject)"))).andExpect(content().string(containsString("unknown sender")))
                .andExpect(content().string(containsString("/staff/set-aside?page=1")));
        page("/staff/set-aside?page=1", HANA).andExpect(content().string(containsString("The first")));
        page("/staff/set-aside?page=-7", HANA).andExpect(status().isOk());
    }

    private void setAside(String ticket, String from, String subject, String why) {
        conversation.setAside(new Heard(ticket, Channel.MAIL, from, subject, "the text itself", "<%s@x>".formatted(UUID.randomUUID()), List.of(), true), why);
    }
}
