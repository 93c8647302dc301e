package org.deskwright.connector.passwordpage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.identity.PasswordChosen;
import org.deskwright.identity.Subjects;
import org.deskwright.identity.TargetRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureWebMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@SpringBootTest(classes = PasswordPageTest.Page.class, properties = "logging.level.org.deskwright=trace")
@AutoConfigureWebMvc
@AutoConfigureMockMvc
@ExtendWith(OutputCaptureExtension.class)
class PasswordPageTest {

    private static final String PASSWORD = "correct horse battery";

    private final UUID action = UUID.randomUUID();
    @Autowired
    private MockMvc mvc;
    @Autowired
    private TestDesk desk;
    private Cookie cookie;
    private String csrf;

    @BeforeEach
    void aLinkIsMailedAndOpened() throws Exception {
        desk.events.clear();
        desk.passwords = (login, password) -> { };
        desk.identityProvider.sendResetLink(Subjects.verified("ada.lindqvist"), Subjects.attempt(action));
        // no .with(csrf()): it would put another token repository in the place of the page's own
        MockHttpServletResponse page = mvc.perform(open()).andReturn().getResponse();
        cookie = page.getCookie("choose-password");
        Matcher field = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.getContentAsString());
        assertThat(field.find()).isTrue();
        csrf = field.group(1);
    }

    @Test
    void anOpenLinkShowsTheFormAsOftenAsItIsOpened() throws Exception {
        for (int i = 0; i < 2; i++) {
            mvc.perform(open()).andExpect(status().isOk())
                    .andExpect(content().string(containsString("autocomplete=\"new-password\"")))
                    .andExpect(content().string(containsString("name=\"_csrf\"")))
                    .andExpect(content().string(containsString("href=\"/css/desk.css\"")))
                    .andExpect(content().string(not(containsString("class=\"error\""))))
                    .andExpect(header().string("Cache-Control", containsString("no-store")))
                    .andExpect(header().string("Referrer-Policy", "no-referrer"))
                    .andExpect(header().string("X-Frame-Options", "DENY"))
                    .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                    .andExpect(cookie().doesNotExist("JSESSIONID"));
        }
    }

    @Test
    void withoutTheFormsOwnTokenAndCookieNothingIsTaken() throws Exception {
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/choose-password");
        mvc.perform(form().cookie(cookie)).andExpect(status().isForbidden());
        mvc.perform(form().param("_csrf", csrf)).andExpect(status().isForbidden());
        assertThat(desk.events).isEmpty();
    }

    @Test
    void aGoodPasswordIsHandedOverAndTheLinkIsUsed(CapturedOutput output) throws Exception {
        mvc.perform(choose(PASSWORD, PASSWORD)).andExpect(status().isOk())
                .andExpect(content().string(containsString("Your new password is saved")))
                .andExpect(content().string(not(containsString("<form"))));
        assertThat(desk.events).containsExactly(new PasswordChosen(action, "ada.lindqvist"));
        mvc.perform(choose(PASSWORD, PASSWORD)).andExpect(status().isGone());
        mvc.perform(open()).andExpect(status().isGone())
                .andExpect(content().string(containsString("This link has been used.")));
        assertThat(desk.events).hasSize(1);
        assertThat(output.getAll()).doesNotContain(PASSWORD, desk.mailed().secret());
    }

    @Test
    void closedLinksSayWhyAndNotWhose() throws Exception {
        desk.clock.pass(Duration.ofMinutes(31));
        mvc.perform(open()).andExpect(status().isGone()).andExpect(content().string(containsString("too old")))
                .andExpect(content().string(not(containsString("lindqvist"))))
                .andExpect(content().string(not(containsString("<form"))));
        desk.identityProvider.cancelResetLink(action);
        mvc.perform(open()).andExpect(status().isGone()).andExpect(content().string(containsString("withdrawn")));
        mvc.perform(get("/choose-password").param("token", "<script>")).andExpect(status().isNotFound())
                .andExpect(content().string(not(containsString("<script>"))));
        mvc.perform(get("/choose-password")).andExpect(status().isNotFound())
                .andExpect(header().string("Cache-Control", containsString("no-store")));
    }

    @Test
    void whatTheDirectoryRefusesCanBeTriedAgain() throws Exception {
        desk.passwords = (login, password) -> {
            throw new TargetRefused("It has fewer than <8> characters.");
        };
        mvc.perform(choose("short", "short")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("It has fewer than &lt;8&gt; characters.")))
                .andExpect(content().string(containsString("aria-invalid=\"true\"")))
                .andExpect(content().string(not(containsString("value=\"short\""))));
        desk.passwords = (login, password) -> { };
        mvc.perform(choose(PASSWORD, PASSWORD)).andExpect(status().isOk());
    }

    @Test
    void slipsAndFailuresLeaveTheLinkOpen(CapturedOutput output) throws Exception {
        mvc.perform(choose(PASSWORD, "another horse")).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("The two passwords differ.")));
        mvc.perform(choose("", "")).andExpect(status().isUnprocessableEntity());
        mvc.perform(choose("x".repeat(257), "x".repeat(257))).andExpect(status().isUnprocessableEntity());
        desk.passwords = (login, password) -> {
            throw new DirectoryUnavailable("The directory could not be asked", null);
        };
        mvc.perform(choose(PASSWORD, PASSWORD)).andExpect(status().isServiceUnavailable());
        desk.passwords = (login, password) -> {
            throw new CannotAcquireLockException("locked");
        };
        mvc.perform(choose(PASSWORD, PASSWORD)).andExpect(status().isConflict());
        mvc.perform(open()).andExpect(status().isOk());
        assertThat(output.getAll()).doesNotContain(PASSWORD, desk.mailed().secret());
    }

    @Test
    void theLoginIsNoPassword() throws Exception {
        for (String password : List.of("ada.lindqvist", "ADA.Lindqvist", "my-ada.lindqvist-2026")) {
            mvc.perform(choose(password, password)).andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString("does not contain your login")));
        }
        mvc.perform(choose(PASSWORD, PASSWORD)).andExpect(status().isOk());
    }

    @Test
    void passwordsAreNotAskedForOverPlainHttp() {
        assertThatThrownBy(() -> new PasswordPageProperties(URI.create("http://desk.example.org"), "example.org"))
                .hasMessageContaining("https://");
        assertThat(new PasswordPageProperties(URI.create("https://desk.example.org"), "example.org").isSecure()).isTrue();
    }

    private MockHttpServletRequestBuilder open() {
        return get("/choose-password").param("token", desk.mailed().secret());
    }

    private MockHttpServletRequestBuilder choose(String password, String repeated) {
        return post("/choose-password").param("token", desk.mailed().secret()).param("password", password)
                .param("repeated", repeated).param("_csrf", csrf).cookie(cookie);
    }

    private MockHttpServletRequestBuilder form() {
        return post("/choose-password").param("token", desk.mailed().secret()).param("password", PASSWORD)
                .param("repeated", PASSWORD);
    }

    @Configuration
    @EnableWebSecurity
    @Import({PasswordPage.class, PasswordPageSecurity.class})
    @ImportAutoConfiguration(ThymeleafAutoConfiguration.class)
    static class Page {

        @Bean(destroyMethod = "close")
        TestDatabase database() {
            return TestDatabase.h2();
        }

        @Bean
        TestDesk desk(TestDatabase database) {
            return new TestDesk(database.dataSource());
        }

        @Bean
        PasswordChoice choice(TestDesk desk) {
            return desk.choice;
        }

        @Bean
        PasswordPageProperties properties() {
            return new PasswordPageProperties(URI.create("http://127.0.0.1:8080"), "example.org");
        }
    }
}
