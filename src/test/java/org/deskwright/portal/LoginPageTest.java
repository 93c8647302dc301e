package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.deskwright.identity.Directory;
import org.deskwright.identity.DirectoryUnavailable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpSession;

class LoginPageTest extends PortalTest {

    @Autowired
    private Directory directory;

    @Test
    void asksForLoginAndPasswordAndListsTheDemoPeople() throws Exception {
        mvc.perform(browser(get("/login"))).andExpect(status().isOk()).andExpect(content().string(containsString("name=\"_csrf\"")))
                .andExpect(content().string(containsString("kwame.mensah"))).andExpect(content().string(not(containsString("You are signed out."))));
        mvc.perform(browser(get("/login?logout"))).andExpect(content().string(containsString("You are signed out.")));
        mvc.perform(browser(get("/login?as=<b>"))).andExpect(content().string(containsString("value=\"&lt;b&gt;\"")));
    }

    @Test
    void outsideTheEmbeddedDefaultNoDemoIsSpokenOf() {
        assertThat(new Navigation(null, new MockEnvironment().withProperty("spring.profiles.active", "production")).isEmbedded()).isFalse();
    }

    @Test
    void saysWhetherThePasswordOrTheDirectoryIsToBlame() throws Exception {
        assertThat(refusal("mallory")).contains("Login or password is not right");
        when(directory.authenticate("late", "secret")).thenThrow(new DirectoryUnavailable("away", null));
        assertThat(refusal("late")).contains("The directory does not answer");
    }

    private String refusal(String login) throws Exception {
        MockHttpSession session = new MockHttpSession();
        mvc.perform(browser(post("/login").param("username", login).param("password", "secret")).session(session).with(csrf()))
                .andExpect(redirectedUrl("/login?error"));
        return mvc.perform(browser(get("/login?error")).session(session)).andReturn().getResponse().getContentAsString();
    }
}
