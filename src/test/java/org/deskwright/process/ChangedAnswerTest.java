package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.audit.Reading;
import org.deskwright.audit.RecordSchema;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An answer to what the desk asked counts as the request does: if it is something else now, or was nobody's reply, readers are told. */
class ChangedAnswerTest extends TicketPaths {

    private static final String CHANGED = ": The answers are not those that this rests on.";

    @Autowired
    private Reading reading;
    @Autowired
    private AuditLog log;
    private String number;

    /** A person is asked whether what the answer names is to be granted. */
    @BeforeEach
    void answered() {
        classifier.believe("access-request", 0.99);
        number = desk.file("farid.haddad", "Access", "I need access to the thing we spoke about, please.");
        desk.reply(number, "farid.haddad", "The finance reports.");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.IN_REVIEW);
        desk.reply(number, "farid.haddad", "And the wiki.");
        assertThat(remarks()).isEmpty();
    }

    @AfterEach
    void over() {
        if (desk.task(number) != null) {
            desk.decide(number, "kwame.mensah", "decline", Map.of("text", "No."));
        }
    }

    @Test
    void anAnswerWithOtherWordsIsNotTheOneThatWasReadAndPutBeforeAPerson() {
        assertThat(told()).contains("Fingerprint of what was answered to the desk's own questions, as they read it: ");
        jdbc.sql("select body from record.entry where ticket_number = ? and kind in ('ASKED', 'ANSWER')").param(number).query(String.class).list()
                .forEach(new RecordSchema()::check);
        write("The finance reports.", "The payroll.");
        assertThat(remarks()).containsExactly("ANSWER" + CHANGED, "ASKED" + CHANGED);
        write("The payroll.", "The finance reports.");
        assertThat(remarks()).isEmpty();
    }

    @Test
    void aReplyThatAnswersSomethingOnlyNowIsNone() {
        jdbc.sql("update message set clarification = (select id from clarification where ticket_number = ?) where ticket_number = ? and direction = 'in' and body = 'And the wiki.'")
                .params(number, number).update();
        assertThat(remarks()).containsExactly("ANSWER" + CHANGED);
        jdbc.sql("update message set clarification = null where ticket_number = ?").param(number).update();
        assertThat(remarks()).containsExactly("ANSWER" + CHANGED, "ASKED" + CHANGED);
    }

    @Test
    void whatWasChangedBeforeItWasReadIsNoReplyThatCame() {
        log.write(number, "ANSWER", Actor.DESK, Map.of("place", 1, "need", "access", "outcome", "answered", "answers", List.of(Personal.print("The payroll.")),
                "impression", desk.ticket(number).impression()));
        assertThat(remarks()).containsExactly("ANSWER: What was read as an answer is none of the replies that came.", "ANSWER" + CHANGED);
    }

    @Test
    void theQuestionIsComparedToo() {
        for (String column : List.of("need", "words", "offered")) {
            String before = jdbc.sql("select %s from clarification where ticket_number = ?".formatted(column)).param(number).query(String.class).single();
            ask(column, "price");
            assertThat(remarks()).as(column).containsExactly("CLARIFICATION: The question is not the one that was asked.");
            ask(column, before);
            assertThat(remarks()).isEmpty();
        }
    }

    private void ask(String column, String value) {
        assertThat(jdbc.sql("update clarification set %s = ? where ticket_number = ?".formatted(column)).params(value, number).update()).isOne();
    }

    /** A desk that was told meanwhile to keep no words lets go of those that came since, though it keeps the request's. */
    @Test
    void anAnswerIsGoneWhereItWasToStayAndRightlyWhereItWasNot() {
        desk.decide(number, "kwame.mensah", "decline", Map.of("text", "No."));
        write("The finance reports.", "\u27e6%s\u27e7".formatted("a".repeat(32)));
        assertThat(remarks()).containsExactly("ANSWER: An answer is gone.", "ASKED: An answer is gone.");
        log.write(number, "REPLY", Actor.person("farid.haddad"), Map.of("text", Personal.print("The finance reports."), "staysForGood", false));
        assertThat(remarks()).isEmpty();
        jdbc.sql("select body from record.entry where ticket_number = ? and kind = 'REPLY'").param(number).query(String.class).list().forEach(new RecordSchema()::check);
    }

    /** Earlier versions did not write down what came to a question for whose answer nobody waited any more. */
    @Test
    void ofADroppedQuestionAnyReplyMayBeAnAnswerAndNothingElse() {
        String dropped = desk.file("farid.haddad", "Access", "I need access to the thing we spoke about, please.");
        desk.withdraw(dropped, "farid.haddad");
        jdbc.sql("update message set ticket_number = ? where ticket_number = ? and body = 'And the wiki.'").params(dropped, number).update();
        jdbc.sql("update message set clarification = (select id from clarification where ticket_number = ?) where ticket_number = ? and body = 'And the wiki.'")
                .params(dropped, dropped).update();
        assertThat(remarks(dropped)).containsExactly("ANSWER" + CHANGED);
        log.write(dropped, "REPLY", Actor.person("farid.haddad"), Map.of("text", Personal.print("And the wiki.")));
        assertThat(remarks(dropped)).isEmpty();
    }

    @Test
    void whatTheDeskHasNotAskedNothingAnswers() {
        jdbc.sql("""
                insert into clarification (id, ticket_number, place, need, language, words, offered, asked_at)
                select cast('00000000-0000-0000-0000-' || substring(cast(id as varchar(36)) from 25) as uuid), ticket_number, 2, need, language, words, offered, asked_at
                from clarification where ticket_number = ?""").param(number).update();
        jdbc.sql("update message set clarification = (select id from clarification where ticket_number = ? and place = 2) where ticket_number = ? and body = 'And the wiki.'")
                .params(number, number).update();
        assertThat(remarks()).containsExactly("RECEIVED: Words count as an answer to what the desk has not asked.");
    }

    private void write(String before, String after) {
        assertThat(jdbc.sql("update message set body = ? where ticket_number = ? and body = ?").params(after, number, before).update()).isOne();
    }

    private String told() {
        return reading.story(number).stream().map(entry -> entry.words()).toList().toString();
    }

    private List<String> remarks() {
        return remarks(number);
    }

    /** While an entry gets its seal, a story may show it as waiting and as sealed. */
    private List<String> remarks(String ticket) {
        await().until(() -> jdbc.sql("select count(*) from record.entry e left join record.seal s on s.entry_id = e.id where e.ticket_number = ? and s.entry_id is null")
                .param(ticket).query(Integer.class).single() == 0);
        return reading.story(ticket).stream().flatMap(entry -> entry.remarks().stream().map(remark -> entry.kind() + ": " + remark)).toList();
    }
}
