package org.deskwright.portal;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.Config;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Exhibits;
import org.deskwright.audit.Reading;
import org.deskwright.audit.Records;
import org.deskwright.correspondence.Conversation;
import org.deskwright.correspondence.Clarifications;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.correspondence.SetAside;
import org.deskwright.drafting.MachineTexts;
import org.deskwright.governance.AutomationSettings;
import org.deskwright.governance.Breaker;
import org.deskwright.governance.Demands;
import org.deskwright.governance.LimitSettings;
import org.deskwright.governance.Phases;
import org.deskwright.governance.Plans;
import org.deskwright.governance.RevocationSettings;
import org.deskwright.governance.Revocations;
import org.deskwright.governance.Switches;
import org.deskwright.identity.Directory;
import org.deskwright.identity.Disavowals;
import org.deskwright.identity.Entitlements;
import org.deskwright.identity.Identification;
import org.deskwright.identity.OneTimeCodes;
import org.deskwright.identity.Named;
import org.deskwright.identity.Person;
import org.deskwright.intake.Intake;
import org.deskwright.reading.TextReader;
import org.deskwright.resolution.Actions;
import org.deskwright.resolution.NotMe;
import org.deskwright.resolution.TakeBack;
import org.deskwright.review.Reviewers;
import org.deskwright.review.StaffReplies;
import org.deskwright.ticket.Attachments;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Contents;
import org.deskwright.ticket.PlainContents;
import org.deskwright.ticket.Readers;
import org.deskwright.ticket.ReadingSettings;
import org.deskwright.ticket.Taxonomy;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.deskwright.ticket.Work;
import org.deskwright.ticket.Worklist;
import org.deskwright.triage.Classification;
import org.deskwright.triage.Classifier;
import org.deskwright.triage.RequestReader;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.http.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.thymeleaf.ThymeleafAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.HttpEncodingAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.MultipartAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.ServletWebServerFactoryAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.boot.autoconfigure.web.servlet.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;

/**
 * The portal with its own doors on real tables; the engine, the directory and the ledger are absent or played.
 * No annotation makes it a component, so that {@link org.deskwright.DeskTest} never finds it.
 */
@EnableWebSecurity
@EnableConfigurationProperties({Taxonomy.class, AutomationSettings.class, LimitSettings.class, RevocationSettings.class, ReadingSettings.class})
@ImportAutoConfiguration({ServletWebServerFactoryAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class, MultipartAutoConfiguration.class, ErrorMvcAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class, JacksonAutoConfiguration.class,
        ThymeleafAutoConfiguration.class, SecurityFilterAutoConfiguration.class})
@Import({SecurityConfiguration.class, ApiProblems.class, DirectoryAuthentication.class, Viewer.class, Navigation.class,
        BrowserErrors.class, ErrorAdvice.class, RequestViews.class, Remarks.class, RequestReader.class, LoginPage.class, MyRequestsPage.class, NewRequestPage.class, RequestPage.class,
        AttachmentDownload.class, StaffPage.class, BriefPage.class, MachineTexts.class, Tickets.class, Readers.class, Timeline.class, Attachments.class, Worklist.class,
        Identification.class, OneTimeCodes.class, Conversation.class, Clarifications.class, Plans.class, Intake.class, Replies.class, StaffReplies.class,
        AutomationPage.class, AutomationViews.class, RecordedRefusals.class, Switches.class, Phases.class, Breaker.class,
        PlannedActions.class, Revocations.class, RevocationPage.class, SetAsidePage.class, SetAside.class, Disavowals.class, WhyPage.class, NotMe.class, NotMePage.class,
        RecordPages.class, TicketRecords.class, RecordFiles.class})
@ComponentScan(basePackageClasses = {Plans.class, Intake.class, StaffReplies.class}, useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.(governance\\.Permits|governance\\.GateDecisions|review\\.Precedents|intake\\.(OpenCodes|DisowningWords|Doubts|Relations|Enclosures))"))
class PortalDesk {

    private static final Map<String, String> PLACEHOLDERS =
            Map.of("binary", "blob", "next_ticket_number", "next value for ticket_number");

    private static final Map<String, Set<String>> GROUPS =
            Map.of("judit.nagy", Set.of("staff", "iam-specialists"), "noor.ali", Set.of("staff", "desk-admins"),
                    "kwame.mensah", Set.of("staff", "security"));

    @Bean
    DataSource dataSource() {
        DataSource h2 = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        Flyway.configure().dataSource(h2).locations("classpath:db/migration", "classpath:db/demo").placeholders(PLACEHOLDERS)
                .load().migrate();
        return h2;
    }

    @Bean
    Work work() {
        return id -> Optional.empty();
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Contents contents() {
        return new PlainContents();
    }

    @Bean
    AuditLog auditLog(DataSource dataSource) {
        return Records.on(dataSource);
    }

    @Bean
    Directory directory() {
        Directory directory = mock(Directory.class);
        when(directory.namedIn(any())).thenReturn(new Named(List.of(), true));
        when(directory.byLogin(any())).thenAnswer(asked -> Optional.of(person(asked.getArgument(0))));
        return directory;
    }

    @Bean
    TextReader textReader() {
        return TextReader.of(Path.of(""));
    }

    /** Sure of nothing. */
    @Bean
    Classifier classifier() {
        return (subject, body) -> new Classification(Taxonomy.OTHER, Confidence.missing());
    }

    @Bean
    Entitlements entitlements() {
        return Config.ENTITLEMENTS;
    }

    @Bean
    Correspondence correspondence() {
        return mock(Correspondence.class);
    }

    @Bean
    Actions actions() {
        return mock(Actions.class);
    }

    @Bean
    Reading reading() {
        return mock(Reading.class);
    }

    @Bean
    Exhibits exhibits() {
        return mock(Exhibits.class);
    }

    @Bean
    Demands demands() {
        return mock(Demands.class);
    }

    @Bean
    Reviewers reviewers() {
        return mock(Reviewers.class);
    }

    @Bean
    TakeBack takeBack() {
        return mock(TakeBack.class);
    }

    private static Person person(String login) {
        return new Person(login, login.equals("ada.lindqvist") ? "Ada Lindqvist" : login, login + "@example.org", "Accountant",
                "Finance", "grace.kim", GROUPS.getOrDefault(login, Set.of("staff")), true);
    }
}
