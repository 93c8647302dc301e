package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;

import org.deskwright.identity.PasswordChosen;
import org.deskwright.intake.Intake;
import org.deskwright.resolution.ActionState;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What people say to a process that an operator has suspended stands, and is heard once, when it goes on. */
class HaltedProcessTest extends KeptWords {

    @Autowired
    private Unheard unheard;
    @Autowired
    private Intake intake;
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
        String number = codeIsSent("ben.okafor");
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
    void aPasswordThatWasChosenIsHeardWhenTheProcessGoesOnAndSoIsAnAnswer() {
        String number = reset("ada.lindqvist");
        UUID link = desk.actions(number).get(0).id();
        halted(main(number), () -> {
            choosePassword(number, "ada.lindqvist");
            assertThat(jdbc.sql("select count(*) from ledger where action_id = ? and password_chosen_at is not null").param(link).query(Integer.class).single()).isOne();
        });
        passes(A_MOMENT);
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.RESOLVED);
        halted(main(number), () -> desk.confirm(number, "ada.lindqvist", true));
        assertThat(desk.ticket(number).isClosed()).isFalse();
        passes(A_MOMENT);
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.AUTOMATIC);
    }

    /** Over whatever door they take; each stands on the record. */
    @ParameterizedTest
    @CsvSource({"false, true, CLOSED", "true, false, ESCALATED"})
    void theLastOfSeveralAnswersCounts(boolean first, boolean last, TicketStatus status) {
        String number = answered(first ? "Yes, it works again" : "No, it still says that it is wrong");
        halted(instance(number, "confirm-resolution"), () -> desk.confirm(number, "ada.lindqvist", last));
        passes(A_MOMENT);
        assertThat(desk.ticket(number).status()).isEqualTo(status);
        assertThat(jdbc.sql("select count(*) from record.entry where kind = 'CONFIRMATION' and ticket_number = ?").param(number).query(Integer.class).single())
                .isEqualTo(2);
    }

    /** Nobody has said anything of that. */
    @Test
    void anAnswerToWhatWasDoneBeforeIsNoneToWhatIsDoneNow() {
        String number = answered("No, it still says that it is wrong");
        jdbc.sql("update ticket set resolved_at = ? where number = ?").params(Timestamp.from(Instant.now().plusSeconds(1)), number).update();
        passes(A_MOMENT);
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.RESOLVED);
    }

    /** Its step is done, but for what the engine saves of it. */
    @Test
    void aPasswordThatIsChosenBeforeAnyStepWaitsForItIsHeardWhenOneDoes() {
        String number = codeIsSent("ada.lindqvist");
        intake.reply(number, desk.codeOnPhone(number), "ada.lindqvist", Channel.PORTAL);
        desk.runJob("serviceTask_sendResetLink");
        events.publishEvent(new PasswordChosen(desk.actions(number).get(0).id(), "ada.lindqvist"));
        passes(A_MOMENT);
        passes(A_MOMENT);
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.RESOLVED);
    }

    @Test
    void whoeverGetsATicketInPlaceOfTheTimerReadsThatAPasswordWasChosenAndSoDoesItsRequester() {
        String number = reset("ada.lindqvist");
        halted(main(number), () -> choosePassword(number, "ada.lindqvist"));
        desk.fireTimer(number, "timerEvent_30MinutesPassed");
        assertThat(desk.story(number)).anyMatch(line -> line.startsWith("Handed to people. A new password was chosen with the link, and it is in force"))
                .noneMatch(line -> line.contains("did not choose a new password"));
        assertThat(desk.mails(number)).last().asString().contains("a new password was chosen with the link, and it is in force: you do not have to do that again");
        assertThat(desk.ticket(number).reasons()).as("what the brief shows").startsWith("password-chosen");
        jdbc.sql("update unheard set said_at = ?").param(ago(Duration.ofMinutes(31))).update();
        passes(A_MOMENT);
    }

    @Test
    void eachOfTwoRepliesIsLookedAtForTheCode() {
        String number = codeIsSent("ben.okafor");
        halted(instance(number, "verify-requester"), () -> {
            desk.reply(number, "ben.okafor", desk.codeOnPhone(number));
            desk.reply(number, "ben.okafor", "That is my code");
        });
        passes(A_MOMENT);
        assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.CONFIRMED);
        choosePassword(number, "ben.okafor");
    }

    /** In a mail, nobody could be told to say so again. */
    @Test
    void whatTheyAnswerInWordsIsHeardWhenTheProcessGoesOn() {
        String number = answered("No, it still says that it is wrong");
        passes(A_MOMENT);
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
    }

    @Test
    void whatIsNotSolvedGoesToPeopleThoughTheTimerIsFaster() {
        String number = answered("No, it still says that it is wrong");
        assertThatThrownBy(() -> desk.fireTimer(number, "timerEvent_threeDaysPassed")).hasMessageContaining("Nobody owes an answer");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.RESOLVED);
        passes(A_MOMENT);
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        assertThat(desk.story(number)).anyMatch(line -> line.startsWith("Handed to people.") && line.contains("The requester says that it is not solved."));
    }

    @Test
    void whatIsSolvedIsClosedAsThatThoughTheTimerIsFaster() {
        String number = answered("Yes, it works again");
        desk.fireTimer(number, "timerEvent_threeDaysPassed");
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.AUTOMATIC);
        passes(A_MOMENT);
    }

    /** Nobody is to file it again; and who has something to add, or needs nothing any more, does not have to wait either. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRequestBeginsWhenItsProcessMay(boolean withdrawn) {
        String number = filedWhileNothingBegins(filed -> {
            if (withdrawn) {
                desk.withdraw(filed, "hana.sato");
            }
            passes(A_MOMENT);
            assertThat(desk.isRunning(filed)).isFalse();
            assertThat(desk.ticket(filed).isClosed()).isFalse();
        });
        passes(A_MOMENT);
        assertThat(desk.ticket(number).status()).isEqualTo(withdrawn ? TicketStatus.CLOSED : TicketStatus.IN_PROGRESS);
        assertThat(desk.story(number)).noneMatch(line -> line.contains("begins anew"));
    }

    /** It is kept as well, and its own beginning may fail before. */
    @Test
    void aReplyThatOvertakesItsRequestBeginsItAndNothingElseIsSaidOfThat() {
        String number = filedWhileNothingBegins(filed -> { });
        jdbc.sql("update unheard set looked_at = ? where message = 'Reply received'").param(ago(A_MOMENT)).update();
        messenger.run();
        desk.runJobs();
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(desk.story(number)).noneMatch(line -> line.contains("begins anew"));
        passes(A_MOMENT);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number, MainProcess.KEY).count()).isOne();
    }

    private String filedWhileNothingBegins(Consumer<String> meanwhile) {
        classifier.believe("network", 0.9);
        repository.suspendProcessDefinitionByKey(MainProcess.KEY);
        try {
            String number = desk.file("hana.sato", "Network", "The Wi-Fi is slow");
            desk.reply(number, "hana.sato", "On the second floor");
            meanwhile.accept(number);
            return number;
        } finally {
            repository.activateProcessDefinitionByKey(MainProcess.KEY);
        }
    }

    /** While what waits for the answer is halted. */
    private String answered(String answer) {
        String number = reset("ada.lindqvist");
        choosePassword(number, "ada.lindqvist");
        halted(instance(number, "confirm-resolution"), () -> desk.reply(number, "ada.lindqvist", answer));
        return number;
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
