package org.deskwright.connector.demo.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureWebMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@SpringBootTest(classes = OutboxPageTest.Phones.class, properties = "spring.profiles.active=embedded")
@AutoConfigureWebMvc
@AutoConfigureMockMvc
class OutboxPageTest {

    private static final UUID FIRST = UUID.randomUUID();
    private static final RequestPostProcessor ADMIN = user("quinn.new").authorities(new SimpleGrantedAuthority("GROUP_desk-admins"));

    @Autowired
    private MockMvc mvc;
    @Autowired
    private DemoTextMessages phones;
    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void twoMessagesOneOfThemSentTwice() {
        jdbc.sql("delete from demo_text_message").update();
        phones.send(FIRST, "+4915550000001", "12345678 is your <code>");
        phones.send(FIRST, "+4915550000001", "12345678 is your <code>");
        phones.send(UUID.randomUUID(), "+491700000000", "Hello");
    }

    @Test
    void showsEachMessageOnceNewestFirst() throws Exception {
        assertThat(phones.sent()).extracting(TextMessage::login).containsExactly(null, "ada.lindqvist");
        mvc.perform(get("/demo/outbox").accept(MediaType.TEXT_HTML).with(ADMIN)).andExpect(status().isOk())
                .andExpect(content().string(containsString("12345678 is your &lt;code&gt;")))
                .andExpect(content().string(containsString("ada.lindqvist")))
                .andExpect(content().string(containsString("Demo.")));
    }

    @Test
    void programsGetJson() throws Exception {
        for (String accept : new String[] {"application/json", "*/*"}) {
            mvc.perform(get("/demo/outbox").header("Accept", accept).with(ADMIN)).andExpect(status().isOk())
                    .andExpect(jsonPath("$.length()").value(2)).andExpect(jsonPath("$[1].id").value(FIRST.toString()))
                    .andExpect(jsonPath("$[1].to").value("+4915550000001")).andExpect(jsonPath("$[1].login").value("ada.lindqvist"))
                    .andExpect(jsonPath("$[1].text").value("12345678 is your <code>")).andExpect(jsonPath("$[1].at").isString());
        }
    }

    @Test
    void isForAdministratorsByTheirGroupAndNotByName() throws Exception {
        mvc.perform(get("/demo/outbox").accept(MediaType.TEXT_HTML).with(user("noor.ali"))).andExpect(status().isForbidden())
                .andExpect(content().string(not(containsString("12345678"))));
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(ThymeleafAutoConfiguration.class)
    @Import({DemoTextMessages.class, OutboxPage.class})
    static class Phones {

        @Bean
        DataSource dataSource() {
            DataSource h2 = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
            Flyway.configure().dataSource(h2).locations("classpath:db/demo").load().migrate();
            return h2;
        }

        @Bean
        JdbcClient jdbcClient(DataSource dataSource) {
            return JdbcClient.create(dataSource);
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        /** Stands for the portal's, which this package does not know. */
        @Bean
        Navigation navigation() {
            return new Navigation();
        }
    }

    static class Navigation {

        public Object current() {
            return null;
        }

        public boolean isEmbedded() {
            return true;
        }
    }
}
