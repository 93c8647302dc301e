package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;

import org.deskwright.identity.OneTimeCodes;
import org.deskwright.intake.Enclosure;
import org.deskwright.ticket.Attachments;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.ConfirmationReceived;
import org.deskwright.ticket.ReplyReceived;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@RecordApplicationEvents
class RequestPageTest extends PortalTest {

    @Autowired
    private OneTimeCodes codes;
    @Autowired
    private Attachments attachments;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private ApplicationEvents events;

    @Test
    void aRequestIsForItsRequesterAndForStaff() throws Exception {
        String number = filed("ada.lindqvist");
        page("/tickets/" + number, ADA).andExpect(status().isOk())
                .andExpect(content().string(containsString("We have your request.")))
                .andExpect(content().string(containsString("It does &lt;b&gt;not&lt;/b&gt; work.")));
        page("/tickets/" + number, HANA).andExpect(status().isOk());
        page("/tickets/" + number, BEN).andExpect(status().isForbidden())
                .andExpect(content().string(containsString("is not your request")));
        page("/tickets/DW-1", ADA).andExpect(status().isNotFound())
                .andExpect(content().string(containsString("There is nothing at this address")));
    }

    @Test
    void internalNotesAreForStaffButNotAboutTheirOwnRequest() throws Exception {
        String number = filed("ada.lindqvist");
        timeline.note(number, "Sounds like a trick", "judit.nagy");
        String own = filed("hana.sato");
        timeline.note(own, "Sounds like a trick", "judit.nagy");
        page("/tickets/" + number, ADA).andExpect(content().string(not(containsString("Sounds like a trick"))));
        page("/tickets/" + number, HANA).andExpect(content().string(containsString("Sounds like a trick")));
        page("/tickets/" + own, HANA).andExpect(content().string(not(containsString("Sounds like a trick"))));
    }

    @Test
    void aCodeOnThePhoneIsAskedFor() throws Exception {
        String number = filed("ada.lindqvist");
        codes.issue(number, "ada.lindqvist");
        page("/tickets/" + number, ADA).andExpect(content().string(not(containsString("one-time-code"))));
        tickets.setStatus(number, TicketStatus.AWAITING_REQUESTER);
        page("/tickets/" + number, ADA).andExpect(content().string(containsString("Enter it here.")))
                .andExpect(content().string(containsString("autocomplete=\"one-time-code\"")))
                .andExpect(content().string(not(containsString("not the right code"))));
        codes.check(number, "0000000 is short, 12345678 is wrong");
        page("/tickets/" + number, ADA).andExpect(content().string(containsString("You have 4 tries left.")));
        mvc.perform(browser(get("/tickets/" + number)).flashAttr("thanks", "Thank you, we have it.").with(ADA))
                .andExpect(content().string(not(containsString("Thank you"))));
        page("/tickets/" + number, HANA).andExpect(content().string(not(containsString("one-time-code"))));
        say(number, "1234 5678", ADA).andExpect(redirectedUrl("/tickets/" + number));
        assertThat(timeline.of(number, false)).extracting("what").contains("••••••••");
        jdbc.sql("update one_time_code set expires_at = issued_at where ticket_number = ?").param(number).update();
        page("/tickets/" + number, ADA).andExpect(content().string(containsString("Send me a new code")));
    }

    @Test
    void aQuestionIsShownWithAFieldForTheAnswer() throws Exception {
        String number = filed("ada.lindqvist");
        timeline.tell(number, "We asked: Which program?", "desk");
        tickets.setStatus(number, TicketStatus.AWAITING_REQUESTER);
        page("/tickets/" + number, ADA).andExpect(content().string(containsString("We have a question for you.")))
                .andExpect(content().string(containsString("Send answer")));
    }

    @Test
    void aPersonsQuestionComesBeforeACode() throws Exception {
        String number = filed("ada.lindqvist");
        codes.issue(number, "ada.lindqvist");
        tickets.setStatus(number, TicketStatus.AWAITING_REQUESTER);
        page("/tickets/" + number, ADA).andExpect(content().string(containsString("Code from your phone")));
        say(number, "Which phone do you have?", HANA);
        timeline.tell(number, "We wrote: Which phone do you have?", "desk");
        page("/tickets/" + number, ADA).andExpect(content().string(containsString("We have a question for you.")))
                .andExpect(content().string(containsString("Send answer")))
                .andExpect(content().string(not(containsString("Code from your phone"))));
    }

    @Test
    void onlyTheRequesterAnswersAsTheRequester() throws Exception {
        String number = filed("ada.lindqvist");
        say(number, "Any news?", ADA).andExpect(redirectedUrl("/tickets/" + number)).andExpect(flash().attributeExists("thanks"));
        say(number, "I look at it", HANA).andExpect(redirectedUrl("/tickets/" + number)).andExpect(flash().attributeExists("thanks"));
        assertThat(events.stream(ReplyReceived.class)).extracting(ReplyReceived::number).containsExactly(number);
        say(number, "I say so", BEN).andExpect(status().isForbidden());
        say(number, "  ", ADA).andExpect(flash().attribute("problem", "Please write something first."));
        say(number, "a\u0000b", ADA).andExpect(flash().attribute("problem", containsString("U+0000")))
                .andExpect(flash().attributeCount(1));
    }

    @Test
    void aResolvedRequestAsksWhetherItIsSolved() throws Exception {
        String number = filed("ada.lindqvist");
        tickets.resolve(number, "You chose a new password.");
        page("/tickets/" + number, ADA).andExpect(content().string(containsString("Yes, it is solved")))
                .andExpect(content().string(containsString("You chose a new password.")));
        confirm(number, false, HANA).andExpect(status().isForbidden());
        confirm(number, false, ADA).andExpect(flash().attributeExists("thanks"));
        assertThat(events.stream(ConfirmationReceived.class)).containsExactly(new ConfirmationReceived(number, false, false));
    }

    @Test
    void aClosedRequestTakesNothingMore() throws Exception {
        String number = filed("ada.lindqvist");
        tickets.close(number, ClosureCode.DECLINED);
        page("/tickets/" + number, ADA).andExpect(content().string(containsString("We cannot do this.")))
                .andExpect(content().string(not(containsString("<textarea")))).andExpect(content().string(not(containsString("data-refresh"))));
        say(number, "But why?", ADA).andExpect(flash().attributeExists("problem"));
    }

    @Test
    void filesAreDownloadedAndNeverShown() throws Exception {
        String number = filed("ada.lindqvist", new Enclosure("crème.html", "text/html", "<script>alert(1)</script>".getBytes()));
        String foreign = filed("ben.okafor");
        UUID id = attachments.of(number).get(0).id();
        page("/tickets/%s/attachments/%s".formatted(number, id), ADA).andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("attachment; filename")))
                .andExpect(header().string("Content-Disposition", containsString("cr%C3%A8me.html")))
                .andExpect(header().string("Content-Type", "application/octet-stream"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        page("/tickets/%s/attachments/%s".formatted(number, id), BEN).andExpect(status().isForbidden());
        page("/tickets/%s/attachments/%s".formatted(foreign, id), BEN).andExpect(status().isNotFound());
        page("/tickets/%s/attachments/x".formatted(number), ADA).andExpect(status().isBadRequest());
    }

    private ResultActions say(String number, String text, RequestPostProcessor who) throws Exception {
        return mvc.perform(browser(post("/tickets/{number}/replies", number).param("text", text)).with(csrf()).with(who));
    }

    private ResultActions confirm(String number, boolean solved, RequestPostProcessor who) throws Exception {
        return mvc.perform(browser(post("/tickets/{number}/confirmation", number).param("solved", String.valueOf(solved)))
                .with(csrf()).with(who));
    }
}
