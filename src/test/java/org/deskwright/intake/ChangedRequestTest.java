package org.deskwright.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.deskwright.BareDeskTest;
import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Erasures;
import org.deskwright.audit.Personal;
import org.deskwright.audit.Reading;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.Tickets;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was done rests on what was asked: if that is something else now, readers are told. */
@BareDeskTest
class ChangedRequestTest {

    private final Intake intake;
    private final AuditLog log;
    private final Tickets tickets;
    private final Reading reading;
    private final Erasures erasures;
    private final JdbcClient jdbc;
    private final String sender = "writer.%s@outside.example".formatted(UUID.randomUUID());

    ChangedRequestTest(Intake intake, AuditLog log, Tickets tickets, Reading reading, Erasures erasures, JdbcClient jdbc) {
        this.intake = intake;
        this.log = log;
        this.tickets = tickets;
        this.reading = reading;
        this.erasures = erasures;
        this.jdbc = jdbc;
    }

    @Test
    void aStorySaysThatTheRequestsWordsAreNotThoseThatWereReceivedAndRead() {
        String number = intake.receive(new Request("Wiki", "Please give me edit rights", Channel.MAIL, "test:" + UUID.randomUUID(), null, sender, false, List.of()))
                .number();
        isRead(number);
        assertThat(remarks(number)).isEmpty();

        write(number, "Please give me admin rights");
        assertThat(remarks(number)).containsExactly("RECEIVED: The request's words are not those that were received.",
                "CLASSIFICATION: The request's words are not those that this rests on.");
        isRead(number);
        write(number, "Please give me edit rights");
        assertThat(remarks(number)).as("changed while it was read, and back again").containsExactly("CLASSIFICATION: The request's words are not those that this rests on.");

        assertThat(erasures.forget(sender, "kwame.mensah", "They asked")).isEqualTo(Erasures.Outcome.FORGOTTEN);
        assertThat(remarks(number)).as("nobody can tell any more").isEmpty();
    }

    @Test
    void aStorySaysThatAFileIsNotTheOneThatCame() {
        String number = intake.receive(new Request("Invoice", "Please pay", Channel.MAIL, "test:" + UUID.randomUUID(), null, sender, false,
                List.of(new Enclosure("invoice.txt", "text/plain", "IBAN 1".getBytes(UTF_8))))).number();
        assertThat(remarks(number)).isEmpty();
        jdbc.sql("update attachment set content = ? where ticket_number = ?").params("IBAN 2".getBytes(UTF_8), number).update();
        assertThat(remarks(number)).containsExactly("FILE: The file is not the one that came.");
    }

    @Test
    void aStorySaysWhichFileIsGoneAndWhichHasAnotherName() {
        String number = intake.receive(new Request("Invoice", "Please pay", Channel.MAIL, "test:" + UUID.randomUUID(), null, sender, false,
                List.of(new Enclosure("invoice.txt", "text/plain", "IBAN 1".getBytes(UTF_8))))).number();
        jdbc.sql("update attachment set file_name = 'reminder.txt' where ticket_number = ?").param(number).update();
        assertThat(remarks(number)).containsExactly("FILE: The file has another name than the one that came.");
        jdbc.sql("delete from attachment where ticket_number = ?").param(number).update();
        assertThat(remarks(number)).containsExactly("FILE: The file is gone.");
    }

    /** As where words were forgotten, though nothing was: the desk keeps them. */
    @Test
    void aStorySaysThatWordsAreGoneWhichTheDeskKeepsForGood() {
        String number = intake.receive(new Request("Wiki", "Please give me edit rights", Channel.MAIL, "test:" + UUID.randomUUID(), null, sender, false, List.of()))
                .number();
        write(number, "\u27e6%s\u27e7".formatted("a".repeat(32)));
        assertThat(remarks(number)).containsExactly("RECEIVED: The request's words are gone.");
        log.write(number, "CLOSED", Actor.DESK, Map.of("closureCode", "automatic"));
        assertThat(remarks(number)).as("not because it is closed").containsExactly("RECEIVED: The request's words are gone.");
    }

    @Test
    void ofAFileOnlyItsBareTypeIsKept() {
        assertThat(List.of("Text/Plain; name=secret", " text/plain ;charset=x", "text/plain; a=\"\nb\"")).extracting(ChangedRequestTest::typeOf).containsOnly("text/plain");
        assertThat(Arrays.asList("text", "my secret/words", "text/", "a/b c", "x".repeat(128) + "/a", "", null)).extracting(ChangedRequestTest::typeOf)
                .containsOnly("application/octet-stream");
    }

    private static String typeOf(String claimed) {
        return new Enclosure("a.txt", claimed, new byte[0]).mediaType();
    }

    private void isRead(String number) {
        log.write(number, "CLASSIFICATION", Actor.DESK, Map.of("category", "software", "request", Personal.print(tickets.get(number).request().orElseThrow().whole())));
    }

    private void write(String number, String body) {
        jdbc.sql("update ticket set body = ? where number = ?").params(body, number).update();
    }

    private List<String> remarks(String number) {
        return reading.story(number).stream().flatMap(entry -> entry.remarks().stream().map(remark -> entry.kind() + ": " + remark)).toList();
    }
}
