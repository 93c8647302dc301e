package org.deskwright.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskwright.intake.Mails.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.deskwright.BareDeskTest;
import org.deskwright.ExamplePeople;
import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Erasures;
import org.deskwright.audit.ReadEntry;
import org.deskwright.audit.Reading;
import org.deskwright.audit.RecordSearch;
import org.deskwright.correspondence.Correspondence;
import org.deskwright.correspondence.RecoveryNotice;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.Tickets;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever is forgotten stands nowhere in the story of any ticket any more, and everybody else does as before. */
@BareDeskTest
class ForgottenPeopleTest {

    private final Intake intake;
    private final Requesters requesters;
    private final Correspondence correspondence;
    private final RecoveryNotice notice;
    private final Tickets tickets;
    private final AuditLog log;
    private final Erasures erasures;
    private final Reading reading;
    private final ExamplePeople people;
    private final JdbcClient jdbc;
    private final String tag = UUID.randomUUID().toString().substring(0, 8);
    private final String lea = "lea." + tag;
    private final String max = "max." + tag;

    ForgottenPeopleTest(Intake intake, Requesters requesters, Correspondence correspondence, RecoveryNotice notice, Tickets tickets, AuditLog log, Erasures erasures,
                        Reading reading, ExamplePeople people, JdbcClient jdbc) {
        this.intake = intake;
        this.requesters = requesters;
        this.correspondence = correspondence;
        this.notice = notice;
        this.tickets = tickets;
        this.log = log;
        this.erasures = erasures;
        this.reading = reading;
        this.people = people;
        this.jdbc = jdbc;
        people.add(max, "Max", true, "staff");
        people.add(lea, "Lea", max);
    }

    @Test
    void whoWroteByMailIsForgottenWithTheirAddressWhoeverTheyWereThoughtToBe() {
        String known = mailed(lea + "@Example.org");
        people.unavailable(true);
        String unknownYet = mailed(lea + "@example.org");
        people.unavailable(false);
        requesters.identify(tickets.get(known));
        requesters.identify(tickets.get(unknownYet));
        assertThat(story(known)).contains(lea);
        assertThat(story(unknownYet)).contains(lea);

        assertThat(forget(lea)).isTrue();
        assertThat(story(known)).doesNotContainIgnoringCase(lea).contains("(erased on ");
        assertThat(story(unknownYet)).doesNotContainIgnoringCase(lea).contains("(erased on ");
    }

    @Test
    void whoIsOnlyWrittenToIsForgottenByThemselvesAndNotWithTheRequester() {
        String number = mailed(lea + "@example.org");
        notice.send(number, lea, "secret", Optional.empty());
        assertThat(story(number)).contains(lea + "@example.org", lea + "@home.example", max + "@example.org", "+4915550000001");

        assertThat(forget(lea)).isTrue();
        assertThat(story(number)).doesNotContain(lea, "+4915550000001").contains(max + "@example.org");
        assertThat(forget(max + "@EXAMPLE.org")).as("by their address").isTrue();
        assertThat(story(number)).doesNotContain(max);
        assertThat(jdbc.sql("select count(*) from person_key where login like ?").param("%" + tag + "%").query(Integer.class).single()).isZero();
    }

    @Test
    void whoIsAlertedIsForgottenToo() {
        people.add(max, "Max", true, "alerted-" + tag);
        correspondence.alert("alerted-" + tag, "breaker-opened", Map.of("why", "drill", "number", "-"));
        assertThat(messages(max)).isOne();
        assertThat(forget(max)).isTrue();
        assertThat(messages(max)).isZero();
    }

    @Test
    void aStrangerIsForgottenByTheirAddress() {
        String stranger = "snarkmarker." + tag + "@outside.example";
        String number = mailed(stranger);
        requesters.identify(tickets.get(number));
        assertThat(story(number)).contains(stranger);
        assertThat(found(stranger.toUpperCase(Locale.ROOT))).isPositive();

        assertThat(forget(stranger)).isTrue();
        assertThat(story(number)).doesNotContain(stranger);
        assertThat(forget(stranger)).as("the second time").isFalse();
    }

    @Test
    void whoIsLookedForIsFoundUnderAllTheirNames() {
        people.unavailable(true);
        mailed(lea + "@Example.org");
        people.unavailable(false);
        assertThat(found(lea)).isPositive().isEqualTo(found(lea + "@EXAMPLE.org"));
        try {
            people.unavailable(true);
            assertThat(found(lea + "@example.org")).as("by the name that is typed, though nobody knows another").isPositive();
            assertThat(found(lea)).isZero();
        } finally {
            people.unavailable(false);
        }
    }

    @Test
    void whoDecidedIsOneUnderWhateverNameTheirErasureIsDemanded() {
        log.write(null, "HUMAN_DECISION", Actor.person(lea), Map.of("outcome", "approve"));
        assertThat(erasures.forget(lea + "@example.org", "kwame.mensah", "They left")).isEqualTo(Erasures.Outcome.AWAITS_SECOND_WORD);
        assertThat(jdbc.sql("select person from erasure_demand where person like ?").param("%" + tag + "%").query(String.class).list()).as("their one name").containsExactly(lea);
        assertThat(erasures.forget(lea, "kwame.mensah", "They left")).isEqualTo(Erasures.Outcome.AWAITS_SECOND_WORD);
        assertThat(erasures.forget(lea, "hana.sato", "They left")).isEqualTo(Erasures.Outcome.FORGOTTEN);
    }

    private String mailed(String from) {
        IncomingMail mail = mail("Printer", from, List.of(), null, "It is broken");
        return intake.receive(new Request(mail.subject(), mail.text(), Channel.MAIL, "test:" + UUID.randomUUID(), null, from, false, List.of()), mail, false).number();
    }

    private boolean forget(String person) {
        return erasures.forget(person, "kwame.mensah", "They asked") == Erasures.Outcome.FORGOTTEN;
    }

    private String story(String number) {
        return reading.story(number).stream().map(entry -> entry.words() + entry.entry()).toList().toString();
    }

    private long messages(String person) {
        return reading.search(new RecordSearch(null, null, "MESSAGE", null, null, null, true, 0, 200)).items().stream().map(ReadEntry::words)
                .filter(words -> words.contains(person)).count();
    }

    private long found(String person) {
        return reading.search(new RecordSearch(null, person, null, null, null, null, true, 0, 50)).total();
    }
}
