package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.stream.Stream;

import jakarta.servlet.RequestDispatcher;
import org.deskwright.ticket.TicketStatus;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class PagesTest extends PortalTest {

    /** The content policy allows neither inline scripts nor inline styles: what needs them would be dead. */
    @Test
    void everyPageLivesUnderTheContentPolicyAndNamesItsFields() throws Exception {
        for (TicketStatus status : TicketStatus.values()) {
            String number = filed("ada.lindqvist");
            tickets.setStatus(number, status);
            for (String address : new String[] {"/tickets/" + number, "/", "/tickets/new", "/login", "/nowhere"}) {
                check(address, Jsoup.parse(page(address, ADA).andReturn().getResponse().getContentAsString()));
            }
            for (String address : new String[] {"/tickets/" + number, "/staff", "/staff/tickets/" + number + "/brief"}) {
                check(address, Jsoup.parse(page(address, HANA).andReturn().getResponse().getContentAsString()));
            }
        }
    }

    @Test
    void errorsBeforeAnyPageHaveAPageAsWell() throws Exception {
        mvc.perform(browser(get("/error")).requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 500).with(ADA))
                .andExpect(status().isInternalServerError()).andExpect(content().string(containsString("It is not your fault.")));
    }

    @Test
    void aRefusalSaysWhetherTheSessionOrTheRightsAreMissing() throws Exception {
        refused("/camunda/app/tasklist/default/", null).andExpect(content().string(containsString("for the service desk&#39;s staff")))
                .andExpect(content().string(containsString("href=\"/\""))).andExpect(content().string(not(containsString("session"))));
        refused("/camunda/app/cockpit/default/", null).andExpect(content().string(containsString("who run the service desk")));
        refused("/tickets/new", new MissingCsrfTokenException("")).andExpect(content().string(containsString("your session may have ended")));
        refused("/tickets/new", null).andExpect(content().string(containsString("You may not do this with your login")))
                .andExpect(content().string(not(containsString("session"))));
    }

    private ResultActions refused(String address, Exception why) throws Exception {
        MockHttpServletRequestBuilder error = browser(get("/error")).requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403)
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, address).with(ADA);
        return mvc.perform(why == null ? error : error.requestAttr(WebAttributes.ACCESS_DENIED_403, why)).andExpect(status().isForbidden());
    }

    private static void check(String address, Document page) {
        assertThat(page.select("[style], style, script:not([src]), [onclick], [onsubmit]")).as(address).isEmpty();
        assertThat(page.select("script, img, link").eachAttr("src")).as(address).allMatch(source -> source.startsWith("/"));
        assertThat(page.title()).as(address).endsWith("Deskwright");
        assertThat(page.select("h1")).as(address).hasSize(1);
        Stream.of("input:not([type=hidden])", "textarea", "select").flatMap(kind -> page.select(kind).stream()).forEach(field ->
                assertThat(page.select("label[for=%s]".formatted(field.id()))).as(address + " " + field).hasSize(1));
        page.select("form[method=post]").forEach(form -> assertThat(form.select("input[name=_csrf]")).as(address).hasSize(1));
    }
}
