package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;

import org.deskwright.resolution.ActionState;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.NotAwaited;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people say to a process that an operator has suspended stands, and is heard once, when it goes on. */
class HaltedProcessTest extends KeptWords {

    @Autowired
    private Unheard unheard;
    @Autowired
    private Hearing hearing;

    @Test
    void aWithdrawalIsHeardWhenTheProcessGoesOn() {
        String number = askForAccess();
        halted(main(number), () -> {
            desk.withdraw(number, "hana.sato");
            passes(A_MOMENT);
            assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.REFUSED);
            assertThat(desk.ticket(number).isClosed()).isFalse();
        });
        passes(A_MOMENT);
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.WITHDRAWN);
        assertThat(incidents(number)).isEmpty();
    }

    @Test
    void aReplyIsHeardWhenTheStepThatWaitsForItGoesOnAndOnlyOnce() {
        classifier.believe("password-reset", 0.97);
        String number = desk.file("ben.okafor", "Password", "I forgot my password");
        String wrong = desk.codeOnPhone(number).equals("00000000") ? "11111111" : "00000000";
        halted(instance(number, "verify-requester"), () -> {
            desk.reply(number, "ben.okafor", wrong);
            passes(A_MOMENT);
            assertThat(tries(number)).isZero();
        });
        looksAgain(A_MOMENT);
        Unheard.Saying said = unheard.due().get(0);
        for (int node = 1; node <= 2; node++) {
            assertThat(hearing.hear(said)).isTrue();
            desk.runJobs();
            assertThat(tries(number)).isOne();
        }
    }

    @Test
    void aPasswordThatWasChosenIsHeardWhenTheProcessGoesOnAndAnAnswerMustWait() {
        String number = reset("ada.lindqvist");
        UUID link = desk.actions(number).get(0).id();
        halted(main(number), () -> {
            choosePassword(number, "ada.lindqvist");
            assertThat(jdbc.sql("select count(*) from ledger where action_id = ? and password_chosen_at is not null").param(link).query(Integer.class).single()).isOne();
        });
        passes(A_MOMENT);
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.RESOLVED);
        halted(main(number), () -> assertThatThrownBy(() -> desk.confirm(number, "ada.lindqvist", true))
                .isInstanceOf(NotAwaited.class).hasMessageContaining("halted"));
        desk.confirm(number, "ada.lindqvist", true);
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.AUTOMATIC);
    }

    /** In a mail, nobody could be told to say so again. */
    @Test
    void whatTheyAnswerInWordsIsHeardWhenTheProcessGoesOn() {
        String number = reset("ada.lindqvist");
        choosePassword(number, "ada.lindqvist");
        halted(instance(number, "confirm-resolution"), () -> desk.reply(number, "ada.lindqvist", "No, it still says that it is wrong"));
        passes(A_MOMENT);
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
    }

    /** Nobody is to file it again; and who has something to add, or needs nothing any more, does not have to wait either. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRequestBeginsWhenItsProcessMay(boolean withdrawn) {
        classifier.believe("network", 0.9);
        repository.suspendProcessDefinitionByKey(MainProcess.KEY);
        String number;
        try {
            number = desk.file("hana.sato", "Network", "The Wi-Fi is slow");
            desk.reply(number, "hana.sato", "On the second floor");
            if (withdrawn) {
                desk.withdraw(number, "hana.sato");
            }
            passes(A_MOMENT);
            assertThat(desk.isRunning(number)).isFalse();
            assertThat(desk.ticket(number).isClosed()).isFalse();
        } finally {
            repository.activateProcessDefinitionByKey(MainProcess.KEY);
        }
        passes(A_MOMENT);
        assertThat(desk.ticket(number).status()).isEqualTo(withdrawn ? TicketStatus.CLOSED : TicketStatus.IN_PROGRESS);
        assertThat(desk.story(number)).noneMatch(line -> line.contains("begins anew"));
    }

    private void halted(String instance, Runnable meanwhile) {
        runtime.suspendProcessInstanceById(instance);
        try {
            meanwhile.run();
        } finally {
            runtime.activateProcessInstanceById(instance);
        }
    }

    private int tries(String number) {
        return jdbc.sql("select sum(tries) from one_time_code where ticket_number = ?").param(number).query(Integer.class).single();
    }
}
