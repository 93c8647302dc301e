package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.reset;

import java.util.Map;

import org.deskwright.identity.OneTimeCodes;
import org.deskwright.resolution.ActionState;
import org.deskwright.review.StaffReplies;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A forgotten password, from the code to the new password, and every way it can go otherwise. */
class ResetPasswordTest extends TicketPaths {

    @Autowired
    private OneTimeCodes codes;
    @Autowired
    private StaffReplies staff;

    @Test
    void aConfidentResetIsDoneWithoutAPerson() {
        classifier.believe("password-reset", 0.97);
        String number = desk.file("ada.lindqvist", "Password", "I forgot my password");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.AWAITING_REQUESTER);

        desk.reply(number, "ada.lindqvist", "Here it is: " + desk.codeOnPhone(number));
        assertThat(desk.actions(number)).singleElement().satisfies(action -> {
            assertThat(action.type()).isEqualTo("send-reset-link");
            assertThat(action.target()).isEqualTo("ada.lindqvist");
            assertThat(action.state()).isEqualTo(ActionState.CONFIRMED);
        });
        assertThat(desk.ticket(number).autonomy()).isEqualTo("auto");

        choosePassword(number, "ada.lindqvist");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.RESOLVED);

        desk.confirm(number, "ada.lindqvist", true);
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.CLOSED);
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.AUTOMATIC);
        assertThat(desk.isRunning(number)).isFalse();
    }

    @Test
    void aResetWhoseSenderNobodyVouchesForWaitsForAPerson() {
        classifier.believe("password-reset", 0.99);
        String number = desk.fileUnauthenticated("ada.lindqvist@example.org", "Password", "I forgot my password");
        assertThat(desk.ticket(number).reasons()).contains("sender-not-authenticated", "no-second-evidence");
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly("iam-specialists");
        assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.PLANNED);

        desk.decide(number, "judit.nagy", "approve", Map.of());
        assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.CONFIRMED);
        desk.fireTimer(number, "timerEvent_30MinutesPassed");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        assertThat(desk.story(number)).anyMatch(line -> line.startsWith("Handed to people. The requester did not choose a new password before the link ran out."));
        assertThat(desk.ticket(number).autonomy()).isEqualTo("escalate");
        assertThat(desk.ticket(number).reasons()).startsWith("link-expired").contains("sender-not-authenticated");
        assertThat(jdbc.sql("select body from record.entry where kind = 'ESCALATION' and ticket_number = ?").param(number).query(String.class).single())
                .as("the plan's digest, by which its target could be found again by trying").contains("hmac_sha256")
                .doesNotContain(jdbc.sql("select digest from action_plan where ticket_number = ?").param(number).query(String.class).single());
    }

    @Test
    void aWrongCodeMayBeTriedAgainAndFiveWrongOnesEndIt() {
        classifier.believe("password-reset", 0.97);
        String number = desk.file("ben.okafor", "Password", "expired");
        String right = desk.codeOnPhone(number);
        String wrong = right.equals("00000000") ? "11111111" : "00000000";
        desk.reply(number, "ben.okafor", "which code?");
        for (int i = 0; i < 4; i++) {
            desk.reply(number, "ben.okafor", wrong);
            assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.AWAITING_REQUESTER);
        }
        desk.reply(number, "ben.okafor", wrong);
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        assertThat(handover(number)).isEqualTo("Handed to people. A one-time code was sent to the registered phone. 5 wrong ones came back, "
                + "and no more tries are taken. The requester did not show with a one-time code that it is really them.");
        desk.reply(number, "ben.okafor", right);
        assertThat(desk.actions(number)).isEmpty();
        assertThat(desk.story(number)).noneMatch(line -> line.contains(right));
    }

    @Test
    void anExpiredCodeIsReplacedTwiceAndThenPeopleTakeOver() {
        classifier.believe("password-reset", 0.97);
        String number = desk.file("chloe.martin", "Password", "forgotten");
        for (int i = 0; i < 2; i++) {
            expireCode(number);
            desk.reply(number, "chloe.martin", desk.codeOnPhone(number));
            assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.AWAITING_REQUESTER);
        }
        expireCode(number);
        desk.reply(number, "chloe.martin", desk.codeOnPhone(number));
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
    }

    @Test
    void whoeverNeverAnswersTheCodeIsHandedOver() {
        classifier.believe("password-reset", 0.97);
        String number = desk.file("farid.haddad", "Password", "forgotten");
        desk.fireTimer(number, "timerEvent_oneDayPassed");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        assertThat(handover(number)).contains("did not come back within a day");
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly("iam-specialists");
    }

    @Test
    void nothingIsPlannedForSomebodyWhoLeft() {
        classifier.believe("password-reset", 0.97);
        String number = desk.file("grace.kim", "Password", "forgotten");
        leaves("grace.kim");
        desk.reply(number, "grace.kim", desk.codeOnPhone(number));
        assertThat(desk.actions(number)).isEmpty();
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        assertThat(desk.story(number)).anyMatch(line -> line.endsWith("The requester is not in the directory any more, or their account is disabled."));
    }

    /** Otherwise the page would go on asking for the code, and hide what the person asks. */
    @Test
    void whenAPersonWritesNoCodeIsAwaitedAndTheAnswerGoesToPeople() {
        classifier.believe("password-reset", 0.97);
        String number = desk.file("farid.haddad", "Password", "forgotten");
        desk.reply(number, "farid.haddad", "Which phone do you mean?");
        assertThat(codes.awaited(number)).isPresent();
        staff.say(number, "The one that ends with 01. Do you have it?", "hana.sato");
        assertThat(codes.awaited(number)).isEmpty();
        desk.reply(number, "farid.haddad", "No, it is broken");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        assertThat(handover(number)).contains("Before it came back, one of our people wrote here");
        assertThat(desk.task(number)).isNotNull();
    }

    @Test
    void aRegisteredAddressThatIsMissingIsARefusalAPersonLooksAt() {
        classifier.believe("password-reset", 0.97);
        jdbc.sql("update hr.employee set recovery_address = null where login = 'dmitri.volkov'").update();
        try {
            String number = desk.file("dmitri.volkov", "Password", "forgotten");
            desk.reply(number, "dmitri.volkov", desk.codeOnPhone(number));
            assertThat(desk.candidateGroups(desk.task(number))).containsExactly("security");
            desk.decide(number, "kwame.mensah", "approve", Map.of());
            assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.REFUSED);
            assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        } finally {
            jdbc.sql("update hr.employee set recovery_address = 'dmitri.volkov@home.example' where login = 'dmitri.volkov'").update();
        }
    }

    @ParameterizedTest
    @CsvSource({"I want a person please, the requester asked for a person.", "This was not me, The answer says that they did not ask for this"})
    void whoeverAnswersTheCodeOtherwiseIsHandedOverWithWhatTheySaid(String answer, String handedOver) {
        classifier.believe("password-reset", 0.97);
        String number = desk.file("farid.haddad", "Password", "forgotten");
        desk.reply(number, "farid.haddad", answer);
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        assertThat(handover(number)).contains(handedOver);
    }

    @Test
    void withoutARegisteredPhonePeopleTakeOver() {
        classifier.believe("password-reset", 0.97);
        jdbc.sql("update hr.employee set mobile = null where login = 'pia.weber'").update();
        String number = desk.file("pia.weber", "Password", "forgotten");
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        assertThat(handover(number)).contains("No one-time code could be sent", "did not show with a one-time code that it is really them.");
        assertThat(desk.ticket(number).autonomy()).isEqualTo("escalate");
        assertThat(desk.ticket(number).reasons()).containsExactly("requester-not-verified");
    }

    @Test
    void aReviewerMayDeclineAResetOrNameAnotherCategory() {
        classifier.believe("password-reset", 0.99);
        String declined = desk.fileUnauthenticated("ada.lindqvist@example.org", "Password", "reset it");
        assertThatThrownBy(() -> desk.decide(declined, "judit.nagy", "decline", Map.of())).hasMessageContaining("needs a text");
        desk.decide(declined, "judit.nagy", "decline", Map.of("text", "We could not reach you."));
        assertThat(desk.ticket(declined).closureCode()).isEqualTo(ClosureCode.DECLINED);
        assertThat(desk.mails(declined)).anyMatch(text -> text.contains("We are sorry that we cannot do it"));

        String corrected = desk.fileUnauthenticated("ada.lindqvist@example.org", "Password", "printer asks for a password");
        desk.decide(corrected, "judit.nagy", "correct", Map.of("newCategory", "printing"));
        assertThat(desk.ticket(corrected).category()).isEqualTo("printing");
        assertThat(desk.ticket(corrected).confidence().source()).isEqualTo("person:judit.nagy");
        assertThat(desk.candidateGroups(desk.task(corrected))).containsExactly("service-desk");
    }

    @Test
    void aResetApprovedTooLateIsAskedForAgain() {
        classifier.believe("password-reset", 0.99);
        String number = desk.fileUnauthenticated("pia.weber@example.org", "Password", "reset it");
        desk.decideOnly(number, "judit.nagy", "approve", Map.of());
        jdbc.sql("update clearance set expires_at = granted_at").update();
        desk.runJobs();
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_reviewAction");
        assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.PLANNED);
    }

    /** What the people read who take over. */
    private String handover(String number) {
        return desk.story(number).stream().filter(line -> line.startsWith("Handed to people.")).findFirst().orElseThrow();
    }
}
