package org.deskwright.portal;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;

import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.governance.RevocationRefused;
import org.deskwright.governance.Step;
import org.deskwright.identity.Disavowals;
import org.deskwright.identity.Identification;
import org.deskwright.resolution.TakeBack;
import org.deskwright.ticket.Confidence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;

/** "This wasn't me" without a login: with the link alone, as often as somebody says it, and never by opening it. */
class NotMePageTest extends PortalTest {

    @Autowired
    private Plans plans;
    @Autowired
    private Identification identification;
    @Autowired
    private Disavowals disavowals;
    @Autowired
    private TakeBack takeBack;
    @Autowired
    private JdbcClient jdbc;
    private Plan link;
    private String secret;

    @BeforeEach
    void aRecoveryWasTold() {
        reset(takeBack);
        String number = filed("ada.lindqvist");
        tickets.classify(number, "password-reset", new Confidence(0.9, true, "linear-1", 1480, "isotonic", "0a"));
        link = plans.make(tickets.get(number), Step.RESET_PASSWORD, ActionType.SEND_RESET_LINK,
                identification.subjectOf(number, "ada.lindqvist").orElseThrow(), Map.of());
        secret = disavowals.issue(link.id(), number, "ada.lindqvist");
    }

    @Test
    void openingItChangesNothingAndSaysNotWhoseItIs() throws Exception {
        for (int i = 0; i < 2; i++) {
            open(secret).andExpect(status().isOk()).andExpect(content().string(containsString("This wasn't me: stop it")))
                    .andExpect(content().string(not(containsString("lindqvist")))).andExpect(content().string(not(containsString(link.ticket()))))
                    .andExpect(header().string("Cache-Control", containsString("no-store")));
        }
        verifyNoInteractions(takeBack);
    }

    @Test
    void whatSomebodySaidBeforeIsHeardAgain() throws Exception {
        say(secret).andExpect(status().isOk()).andExpect(content().string(containsString("We are on it.")));
        open(secret).andExpect(status().isOk()).andExpect(content().string(containsString("Somebody has told us so already.")));
        say(secret).andExpect(status().isOk()).andExpect(content().string(containsString("We are on it.")));
        verify(takeBack, times(2)).demand(link.id().toString(), "ada.lindqvist", "This wasn't me");
    }

    @Test
    void itIsTakenThoughThereIsNothingToTakeBackAnyMore() throws Exception {
        when(takeBack.demand(any(), any(), any())).thenThrow(new RevocationRefused(RevocationRefused.Why.NOTHING_TO_TAKE_BACK, "taken back already"));
        say(secret).andExpect(status().isOk()).andExpect(content().string(containsString("We are on it.")));
    }

    @Test
    void foreignOldAndForgedLinksDoNothing() throws Exception {
        for (String forged : new String[] {"", "x", "<script>alert(1)</script>", secret + "x", secret.toLowerCase()}) {
            say(forged).andExpect(status().isNotFound()).andExpect(content().string(not(containsString("<script>alert"))));
        }
        mvc.perform(browser(post("/not-me").param("token", secret))).andExpect(status().isForbidden());
        jdbc.sql("update disavowal set expires_at = issued_at where action_id = ?").param(link.id()).update();
        say(secret).andExpect(status().isGone()).andExpect(content().string(containsString("too old")));
        verifyNoInteractions(takeBack);
    }

    private ResultActions open(String token) throws Exception {
        return mvc.perform(browser(get("/not-me").param("token", token)));
    }

    private ResultActions say(String token) throws Exception {
        return mvc.perform(browser(post("/not-me").param("token", token)).with(csrf()));
    }
}
