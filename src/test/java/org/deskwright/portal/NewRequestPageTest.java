package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.deskwright.ticket.Attachment;
import org.deskwright.ticket.Attachments;
import org.deskwright.ticket.Ticket;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

class NewRequestPageTest extends PortalTest {

    @Autowired
    private Attachments attachments;

    @Test
    void aFormSentTwiceFilesOneRequest() throws Exception {
        Matcher token = Pattern.compile("name=\"token\" value=\"([0-9a-f-]{36})\"")
                .matcher(page("/tickets/new", ADA).andReturn().getResponse().getContentAsString());
        assertThat(token.find()).isTrue();
        String first = send("VPN", "is\r\ndown", token.group(1)).andReturn().getResponse().getRedirectedUrl();
        String second = send("VPN", "is\r\ndown", token.group(1)).andReturn().getResponse().getRedirectedUrl();
        assertThat(second).startsWith("/tickets/DW-").isEqualTo(first);
        Ticket ticket = tickets.get(first.substring("/tickets/".length()));
        assertThat(ticket.sourceKey()).isEqualTo("portal:ada.lindqvist:" + token.group(1));
        assertThat(ticket.isOf("ada.lindqvist")).isTrue();
        assertThat(ticket.senderAuthenticated()).isTrue();
        assertThat(ticket.body()).isEqualTo("is\ndown");
    }

    @Test
    void whatIsWrittenIntoAFormThatWasSentIsNotLost() throws Exception {
        String token = UUID.randomUUID().toString();
        String first = send("VPN", "is down", token, "a.png", 3).andReturn().getResponse().getRedirectedUrl();
        Document again = Jsoup.parse(send("VPN", "is down, and so is mail", token).andExpect(status().isConflict())
                .andReturn().getResponse().getContentAsString());
        assertThat(again.select("[role=alert] a").attr("href")).isEqualTo(first);
        assertThat(again.select("#body").text()).isEqualTo("is down, and so is mail");
        String fresh = again.select("[name=token]").attr("value");
        assertThat(send("VPN", "is down, and so is mail", fresh).andReturn().getResponse().getRedirectedUrl())
                .startsWith("/tickets/DW-").isNotEqualTo(first);
        send("VPN", "is down", token, "b.png", 3).andExpect(status().isConflict())
                .andExpect(content().string(containsString("choose your files again")));
        send("VPN", "is down", token, "a.png", 3).andExpect(status().isFound());
    }

    @Test
    void whatIsMissingIsMarkedAndWhatWasTypedStays() throws Exception {
        send("", "A text of some length", UUID.randomUUID().toString()).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Please say in a few words")))
                .andExpect(content().string(containsString("A text of some length")));
        send("x".repeat(501), "", UUID.randomUUID().toString()).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("it has 501")))
                .andExpect(content().string(containsString("Please describe what you need")));
    }

    @Test
    void whatNobodyCanSeeIsNamedAtItsField() throws Exception {
        Document refused = Jsoup.parse(send("VPN\u0000", "is\u0007 down", UUID.randomUUID().toString())
                .andExpect(status().isUnprocessableEntity()).andReturn().getResponse().getContentAsString());
        assertThat(refused.select("#subject-problem").text()).contains("U+0000");
        assertThat(refused.select("#body-problem").text()).contains("U+0007");
        String pasted = send("VPN\tis down", "one\r\n\ttwo", UUID.randomUUID().toString()).andReturn().getResponse().getRedirectedUrl();
        assertThat(tickets.get(pasted.substring("/tickets/".length())).subject()).isEqualTo("VPN is down");
    }

    @Test
    void filesAreKeptUnderAHarmlessName() throws Exception {
        String address = send("Screen", "broken", UUID.randomUUID().toString(), "C:\\temp\\..\\shot.png", 3_000, "", 0,
                "gpj\u202Egpj.exe", 1, "../../etc/a\u0000\u200Bb.txt", 1, "..", 1).andReturn().getResponse().getRedirectedUrl();
        assertThat(attachments.of(address.substring("/tickets/".length()))).extracting(Attachment::fileName)
                .containsExactlyInAnyOrder("shot.png", "gpjgpj.exe", "ab.txt", "attachment");
    }

    @Test
    void tooLargeFilesAreNamedAndTheTextStays() throws Exception {
        int half = 13 * 1024 * 1024;
        send("Two films", "A text of some length", UUID.randomUUID().toString(), "a.mp4", half, "b.mp4", half)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Your files have 26 MB together; 25 MB is the most")))
                .andExpect(content().string(containsString("A text of some length")));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        send("VPN", "is down", "not-a-uuid").andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("We could not read that")));
    }

    private ResultActions send(String subject, String body, String token, Object... namesAndSizes) throws Exception {
        MockMultipartHttpServletRequestBuilder form = multipart("/tickets/new");
        for (int i = 0; i < namesAndSizes.length; i += 2) {
            form.file(new MockMultipartFile("files", (String) namesAndSizes[i], "image/png", new byte[(int) namesAndSizes[i + 1]]));
        }
        return mvc.perform(browser(form.param("subject", subject).param("body", body).param("token", token)).with(csrf()).with(ADA));
    }
}
