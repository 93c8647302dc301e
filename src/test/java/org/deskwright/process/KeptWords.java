package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;

/** What people say to processes that cannot hear it, and how time passes until they can. */
abstract class KeptWords extends TicketPaths {

    static final Duration A_MOMENT = Duration.ofSeconds(20);
    static final Duration THREE_MINUTES = Duration.ofMinutes(3).plus(A_MOMENT);
    static final Duration FOUR_MINUTES = Duration.ofMinutes(4);
    static final Duration A_WHILE = Duration.ofMinutes(11);

    @Autowired
    Messenger messenger;
    @Autowired
    RuntimeService runtime;

    @AfterEach
    void nothingIsLeftUnheard() {
        assertThat(jdbc.sql("select message from unheard").query(String.class).list()).isEmpty();
    }

    String codeIsSent(String login) {
        classifier.believe("password-reset", 0.97);
        return desk.file(login, "Password", "I forgot my password");
    }

    String reset(String login) {
        String number = codeIsSent(login);
        desk.reply(number, login, desk.codeOnPhone(number));
        return number;
    }

    String askForAccess() {
        classifier.believe("access-request", 0.95);
        String number = desk.file("hana.sato", "Wiki", "Please give me edit rights in the wiki");
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_reviewAction");
        return number;
    }

    void passes(Duration time) {
        looksAgain(time);
        messenger.run();
        desk.runJobs();
    }

    void looksAgain(Duration after) {
        jdbc.sql("update unheard set looked_at = ?").param(ago(after)).update();
    }

    String main(String number) {
        return instance(number, MainProcess.KEY);
    }

    String instance(String number, String process) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number, process).singleResult().getId();
    }

    List<String> incidents(String number) {
        return jdbc.sql("select number from ticket where source_key = ?").param("withdrawal-unheard:" + number).query(String.class).list();
    }

    static Timestamp ago(Duration time) {
        return Timestamp.from(Instant.now().minus(time));
    }
}
