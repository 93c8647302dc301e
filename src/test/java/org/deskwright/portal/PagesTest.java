package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.stream.Stream;

import jakarta.servlet.RequestDispatcher;
import org.deskwright.ticket.TicketStatus;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

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
        mvc.perform(browser(get("/error")).requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403).with(ADA))
                .andExpect(content().string(containsString("your session may have ended")));
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
