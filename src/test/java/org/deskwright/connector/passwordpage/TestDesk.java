package org.deskwright.connector.passwordpage;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.deskwright.correspondence.MailTransport;
import org.deskwright.correspondence.OutgoingMail;
import org.deskwright.correspondence.Wordings;
import org.deskwright.identity.Contact;
import org.deskwright.identity.Directory;
import org.deskwright.identity.HumanResources;
import org.deskwright.identity.Passwords;
import org.deskwright.identity.Person;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** This connector on a database, with people, mail and time in the test's hands. */
final class TestDesk {

    final List<OutgoingMail> mails = new ArrayList<>();
    final List<Object> events = new CopyOnWriteArrayList<>();
    final MovableClock clock = new MovableClock();
    final JdbcClient database;
    final TransactionTemplate transaction;
    final PasswordPageIdentityProvider identityProvider;
    final PasswordChoice choice;
    Passwords passwords = (login, password) -> { };
    MailTransport mail = mails::add;
    Instant contactsChangedAt = Instant.EPOCH;

    TestDesk(DataSource dataSource) {
        database = JdbcClient.create(dataSource);
        transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        PasswordLinks links = new PasswordLinks(database, clock);
        identityProvider = new PasswordPageIdentityProvider(links, directory(), humanResources(),
                outgoing -> mail.send(outgoing), new Wordings(new DefaultResourceLoader()),
                new PasswordPageProperties(URI.create("http://127.0.0.1:8080/"), "example.org"), transaction, clock);
        choice = new PasswordChoice(links, (login, password) -> passwords.choose(login, password), events::add,
                transaction, clock);
    }

    /** The token in the last mail. */
    Token mailed() {
        Matcher link = Pattern.compile("http://127\\.0\\.0\\.1:8080/choose-password\\?token=([\\w-]{43})\\s")
                .matcher(mails.get(mails.size() - 1).text());
        if (!link.find()) {
            throw new AssertionError("There is no link in the mail");
        }
        return new Token(link.group(1));
    }

    private static Directory directory() {
        Directory directory = mock(Directory.class);
        when(directory.byLogin(any())).thenAnswer(asked -> Optional.of(person(asked.getArgument(0))));
        return directory;
    }

    private static Person person(String login) {
        return new Person(login, "Ada Lindqvist", login + "@example.org", null, null, null, Set.of(),
                !login.equals("oscar.lund"));
    }

    private HumanResources humanResources() {
        return login -> Optional.of(login.startsWith("svc-") ? new Contact(null, null, contactsChangedAt)
                : new Contact("+4915550000001", login + "@home.example", contactsChangedAt));
    }

    static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-03-02T09:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
