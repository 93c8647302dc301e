package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.deskwright.audit.Records;
import org.deskwright.governance.Phase;
import org.deskwright.governance.Phases;
import org.deskwright.governance.Scope;
import org.deskwright.governance.Switches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

class AutomationPageTest extends PortalTest {

    private static final RequestPostProcessor KWAME = person("kwame.mensah", "staff", "security");
    private static final RequestPostProcessor NOOR = person("noor.ali", "staff", "desk-admins");

    @Autowired
    private Switches switches;
    @Autowired
    private Phases phases;
    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void goOn() {
        switches.all().stream().filter(it -> it.stopped()).forEach(it -> switches.resume(it.scope(), it.name(), "noor.ali", "Test over", switches.revision()));
        jdbc.sql("delete from automation_phase").update();
        jdbc.sql("update breaker set closed_at = opened_at").update();
    }

    @Test
    void isForSecurityAndDeskAdmins() throws Exception {
        page("/staff/automation", HANA).andExpect(status().isForbidden()).andExpect(content().string(containsString("security and desk-admins")));
        set(ADA, "everything", "", true, "x").andExpect(status().isForbidden());
        page("/staff", HANA).andExpect(content().string(not(containsString("/staff/automation"))));
        page("/", NOOR).andExpect(content().string(containsString("/staff/automation")));
        page("/staff/automation", KWAME).andExpect(status().isOk()).andExpect(content().string(containsString("Stop everything")));
        assertThat(refused("ada.lindqvist")).isPositive();
    }

    private int refused(String login) {
        return jdbc.sql("select count(*) from record.entry where kind = 'AUTOMATION_REFUSED' and who = " + Records.PERSON).param(login).query(Integer.class).single();
    }

    @Test
    void showsWhoStoppedWhatAndWhyAndResumes() throws Exception {
        set(KWAME, "category", "password-reset", true, "Strange <b>mails</b>").andExpect(redirectedUrl("/staff/automation"))
                .andExpect(flash().attribute("thanks", "Stopped."));
        page("/staff/automation", NOOR).andExpect(content().string(containsString("Some of it is stopped")))
                .andExpect(content().string(containsString("kwame.mensah"))).andExpect(content().string(containsString("Strange &lt;b&gt;mails&lt;/b&gt;")));
        set(NOOR, "category", "password-reset", false, "All is well").andExpect(flash().attribute("thanks", "Resumed."));
        assertThat(switches.isStopped(Scope.CATEGORY, "password-reset")).isFalse();
        set(NOOR, "everything", "", true, "Drill");
        page("/staff/automation", NOOR).andExpect(content().string(containsString("Everything is stopped")));
    }

    /** Judit is none of them in the directory, whatever her session says; to stop it takes no more than that. */
    @Test
    void whoHasLeftTheGroupSinceSigningInCanOnlyStopIt() throws Exception {
        RequestPostProcessor judit = person("judit.nagy", "staff", "security");
        set(judit, "category", "password-reset", true, "Strange mails").andExpect(flash().attribute("thanks", "Stopped."));
        set(judit, "category", "password-reset", false, "All is well").andExpect(status().isForbidden());
        assertThat(switches.isStopped(Scope.CATEGORY, "password-reset")).isTrue();
        mvc.perform(browser(post("/staff/automation/categories/email")).param("phase", "assist").param("reason", "x").param("override", "x")
                .param("revision", String.valueOf(switches.revision())).with(csrf()).with(judit)).andExpect(status().isForbidden());
        mvc.perform(browser(post("/staff/automation/breaker/votes")).param("reason", "x").with(csrf()).with(judit)).andExpect(status().isForbidden());
    }

    @Test
    void badInputChangesNothingAndIsOnTheRecord() throws Exception {
        int before = refused("kwame.mensah");
        set(KWAME, "everything", "", true, " ").andExpect(flash().attribute("problem", containsString("reason")));
        set(KWAME, "everything", "", true, "x".repeat(1_001)).andExpect(flash().attribute("problem", containsString("1000")));
        set(KWAME, "category", "cars", true, "x").andExpect(status().isNotFound());
        set(KWAME, "ticket", "DW-0", true, "x").andExpect(status().isNotFound());
        set(KWAME, "planet", "", true, "x").andExpect(status().isBadRequest());
        assertThat(switches.all()).noneMatch(it -> it.stopped());
        switches.stop(Scope.EVERYTHING, "", "noor.ali", "First");
        mvc.perform(browser(post("/staff/automation/switches")).param("scope", "everything").param("stopped", "false").param("reason", "x")
                .param("revision", String.valueOf(switches.revision() - 1)).with(csrf()).with(KWAME)).andExpect(flash().attribute("problem", containsString("look again")));
        assertThat(switches.isStopped(Scope.EVERYTHING, "")).isTrue();
        assertThat(refused("kwame.mensah")).isEqualTo(before + 6);
        mvc.perform(post("/staff/automation/switches").param("scope", "everything").param("stopped", "false").with(KWAME)).andExpect(status().isForbidden());
    }

    @Test
    void rollsOutWithAReasonAndAnOverride() throws Exception {
        rollOut("email", "assist", "").andExpect(flash().attribute("problem", containsString("override")));
        rollOut("email", "assist", "Nothing is measured yet").andExpect(flash().attribute("thanks", "Set."));
        assertThat(phases.of("email")).isEqualTo(Phase.ASSIST);
        page("/staff/automation", KWAME).andExpect(content().string(containsString("Nothing is measured yet")));
        rollOut("email", "route", "").andExpect(flash().attribute("thanks", "Set."));
        assertThat(phases.of("email")).isEqualTo(Phase.ROUTE);
    }

    @Test
    void showsTheBreakerAndTakesTwoToCloseIt() throws Exception {
        String number = filed("ada.lindqvist");
        jdbc.sql("insert into breaker (id, ticket_number, why, opened_at) values (random_uuid(), ?, 'More than 10 password resets', current_timestamp)").param(number).update();
        page("/staff/automation", KWAME).andExpect(content().string(containsString("More than 10 password resets"))).andExpect(content().string(containsString(number)));
        vote(KWAME).andExpect(flash().attribute("thanks", "Noted."));
        vote(KWAME).andExpect(flash().attribute("problem", containsString("another person")));
        page("/staff/automation", NOOR).andExpect(content().string(containsString("wants to close it")));
        vote(NOOR).andExpect(flash().attribute("thanks", "Noted."));
        page("/staff/automation", NOOR).andExpect(content().string(not(containsString("The breaker is open"))));
    }

    @Test
    void aReplyByStaffPausesTheTicketAndOneByItsRequesterDoesNot() throws Exception {
        String number = filed("ada.lindqvist");
        reply(number, ADA, "Any news?");
        assertThat(switches.isStopped(Scope.TICKET, number)).isFalse();
        page("/tickets/" + number, HANA).andExpect(content().string(containsString("Write to the requester")));
        reply(number, BEN, "Me too").andExpect(status().isForbidden());
        reply(number, HANA, "I look at it myself").andExpect(redirectedUrl("/tickets/" + number));
        assertThat(switches.isStopped(Scope.TICKET, number)).isTrue();
        page("/tickets/" + number, HANA).andExpect(content().string(containsString("Automation is paused on this ticket")));
        page("/tickets/" + number, ADA).andExpect(content().string(not(containsString("paused"))));
        page("/staff/automation", KWAME).andExpect(content().string(containsString(number)));
        set(KWAME, "ticket", number, false, "Done").andExpect(flash().attribute("thanks", "Resumed."));
        assertThat(switches.isStopped(Scope.TICKET, number)).isFalse();
        String own = filed("hana.sato");
        reply(own, HANA, "It is mine");
        assertThat(switches.isStopped(Scope.TICKET, own)).isFalse();
    }

    private ResultActions set(RequestPostProcessor who, String scope, String name, boolean stopped, String reason) throws Exception {
        return mvc.perform(browser(post("/staff/automation/switches")).param("scope", scope).param("name", name).param("stopped", "" + stopped)
                .param("reason", reason).param("revision", "" + switches.revision()).with(csrf()).with(who));
    }

    private ResultActions rollOut(String category, String phase, String override) throws Exception {
        return mvc.perform(browser(post("/staff/automation/categories/{id}", category)).param("phase", phase).param("reason", "Because")
                .param("override", override).param("revision", "" + switches.revision()).with(csrf()).with(NOOR));
    }

    private ResultActions vote(RequestPostProcessor who) throws Exception {
        return mvc.perform(browser(post("/staff/automation/breaker/votes")).param("reason", "A migration").with(csrf()).with(who));
    }

    private ResultActions reply(String number, RequestPostProcessor who, String text) throws Exception {
        return mvc.perform(browser(post("/tickets/{number}/replies", number)).param("text", text).with(csrf()).with(who));
    }
}
