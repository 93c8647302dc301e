package org.deskwright.portal;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.UUID;

import org.deskwright.intake.Enclosure;
import org.deskwright.intake.Intake;
import org.deskwright.intake.Request;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What the tests of the pages share: one portal, a few people, requests of a few lines. */
@SpringBootTest(classes = PortalDesk.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.profiles.active=embedded", "server.port=0"})
@AutoConfigureMockMvc
abstract class PortalTest {

    static final RequestPostProcessor ADA = person("ada.lindqvist", "staff");
    static final RequestPostProcessor BEN = person("ben.okafor", "staff");
    static final RequestPostProcessor JUDIT = person("judit.nagy", "staff", "iam-specialists");
    static final RequestPostProcessor HANA = person("hana.sato", "staff", "service-desk");

    @Autowired
    MockMvc mvc;
    @Autowired
    Intake intake;
    @Autowired
    Tickets tickets;
    @Autowired
    Timeline timeline;

    static RequestPostProcessor person(String login, String... groups) {
        return user(login).authorities(List.of(groups).stream().map(group -> new SimpleGrantedAuthority("GROUP_" + group)).toList());
    }

    String filed(String requester, Enclosure... files) {
        return intake.receive(new Request("I forgot my password", "It does <b>not</b> work.\nPlease help.", Channel.PORTAL,
                "portal:" + UUID.randomUUID(), requester, null, true, List.of(files))).number();
    }

    ResultActions page(String address, RequestPostProcessor who) throws Exception {
        return mvc.perform(browser(get(address)).with(who));
    }

    static MockHttpServletRequestBuilder browser(MockHttpServletRequestBuilder request) {
        return request.accept(MediaType.TEXT_HTML, MediaType.ALL);
    }
}
