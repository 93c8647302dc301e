package org.deskwright;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.deskwright.audit.StepUnderWay;
import org.deskwright.correspondence.MailTransport;
import org.deskwright.correspondence.OutgoingMail;
import org.deskwright.correspondence.TextMessages;
import org.deskwright.correspondence.Undeliverable;
import org.deskwright.governance.DecisionTables;
import org.deskwright.governance.Evaluation;
import org.deskwright.governance.Facts;
import org.deskwright.governance.Gate;
import org.deskwright.governance.Plans;
import org.deskwright.identity.Identification;
import org.deskwright.intake.IncomingMail;
import org.deskwright.intake.Mailbox;
import org.deskwright.resolution.Actions;
import org.deskwright.review.Reviewers;
import org.deskwright.review.Verdicts;
import org.deskwright.ticket.Tickets;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.retry.annotation.EnableRetry;

/**
 * Ground and work packages on a real database, with the analysts' own tables and texts, but without engine, connectors and
 * web: ports and time are in the test's hands. No annotation makes it a component, so that {@link DeskTest} never finds it.
 */
@ComponentScan({"org.deskwright.audit", "org.deskwright.ticket", "org.deskwright.identity", "org.deskwright.correspondence", "org.deskwright.governance",
    "org.deskwright.intake", "org.deskwright.review", "org.deskwright.resolution", "org.deskwright.privacy", "org.deskwright.inference"})
@ConfigurationPropertiesScan({"org.deskwright.ticket", "org.deskwright.identity", "org.deskwright.correspondence", "org.deskwright.governance",
    "org.deskwright.privacy"})
@ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
    FlywayAutoConfiguration.class, JacksonAutoConfiguration.class})
@EnableRetry(order = 0)
public class BareDesk {

    /** What went out, and whether the carriers take it. */
    public static final class Carriers implements MailTransport, TextMessages {

        public final List<OutgoingMail> mails = new CopyOnWriteArrayList<>();
        public final List<String> texts = new CopyOnWriteArrayList<>();
        public volatile boolean down;
        public volatile boolean refusing;

        @Override
        public void send(OutgoingMail mail) {
            take();
            mails.add(mail);
        }

        @Override
        public void send(UUID id, String mobile, String text) {
            take();
            texts.add(text);
        }

        private void take() {
            if (refusing) {
                throw new Undeliverable("The mail server refuses the address.", null);
            }
            if (down) {
                throw new IllegalStateException("The carrier is down");
            }
        }
    }

    /** No engine, no step. */
    @Bean
    StepUnderWay noStep() {
        return Optional::empty;
    }

    @Bean
    Clock clock() {
        return new TestClock();
    }

    @Bean
    ExamplePeople people() {
        return new ExamplePeople();
    }

    @Bean
    OutsideWorld outsideWorld() {
        return new OutsideWorld();
    }

    @Bean
    Carriers carriers() {
        return new Carriers();
    }

    @Bean
    Mailbox mailbox() {
        return new Mailbox() {
            @Override
            public int collect(Consumer<IncomingMail> sink) {
                return 0;
            }

            @Override
            public List<IncomingMail> find(String messageId) {
                return List.of();
            }
        };
    }

    @Bean
    Paperwork paperwork(Tickets tickets, Identification identification, Plans plans, Actions actions, Facts facts, Gate gate,
                        Reviewers reviewers, Verdicts verdicts) {
        return new Paperwork(tickets, identification, plans, actions, facts, gate, reviewers, verdicts);
    }

    /** The tables as they stand in {@code decisions/}. */
    @Bean
    DecisionTables tables() {
        Map<String, Table> tables = new ConcurrentHashMap<>();
        return (ticket, key, inputs) -> new Evaluation(key, 1, inputs, List.of(), tables.computeIfAbsent(key, Table::of).ask(inputs));
    }
}
