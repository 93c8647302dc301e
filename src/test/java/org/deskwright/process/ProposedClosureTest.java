package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.audit.ReadEntry;
import org.deskwright.audit.Reading;
import org.deskwright.identity.TargetRefused;
import org.deskwright.intake.Intake;
import org.deskwright.ticket.ClosureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a diagram says of how a request ended: it is told, and written down, only if people and the ledger say so, too. */
class ProposedClosureTest extends TicketPaths {

    @Autowired
    private ClosureGrounds grounds;
    @Autowired
    private Reading reading;
    @Autowired
    private CloseTicket closeTicket;
    @Autowired
    private ReportResolution reportResolution;
    @Autowired
    private AskRequester askRequester;
    @Autowired
    private Intake intake;

    @ParameterizedTest
    @EnumSource
    void ofARequestThatNobodyHasTouchedNothingIsSo(ClosureCode code) {
        assertThatThrownBy(() -> grounds.check(work(), code)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("so it cannot be closed as %s: please choose another closure code", code.word());
    }

    @ParameterizedTest
    @CsvSource({"requestDeclined, Nobody has declined", "resolutionNotContested, Nobody owes an answer on"})
    void anInternalNoteIsNoEnd(String endState, String refused) {
        String number = work();
        note(number);
        List<String> before = desk.mails(number);
        assertThatThrownBy(() -> closeTicket.execute(step(number, endState))).hasMessageContaining(refused);
        assertThatThrownBy(() -> reportResolution.execute(step(number, "requestFulfilled"))).hasMessageContaining("nobody has said so at a task of " + number);
        assertThatThrownBy(() -> askRequester.execute(step(number, null))).hasMessageContaining("nobody has written a question on " + number);
        assertThat(desk.mails(number)).isEqualTo(before);
        assertThat(desk.ticket(number).isClosed()).isFalse();
    }

    @Test
    void whatStoodInTheConversationAtTheEndCanBeHeldAgainstItLater() {
        String number = work();
        desk.decide(number, "hana.sato", "decline", Map.of("text", "Not with us"));
        desk.runJobs();
        assertThat(remarksAtTheEnd(number)).isEmpty();
        jdbc.sql("update timeline set what = 'Edited' where id = (select min(id) from timeline where ticket_number = ?)").param(number).update();
        assertThat(remarksAtTheEnd(number)).containsExactly("The conversation is not the one that stood there then.");
    }

    private List<String> remarksAtTheEnd(String number) {
        List<ReadEntry> closed = reading.story(number).stream().filter(entry -> "CLOSED".equals(entry.kind())).toList();
        assertThat(closed).hasSize(1);
        return closed.get(0).remarks();
    }

    /** What was said of the work before is over once people went on. */
    @Test
    void whatPeopleSaidLastCounts() {
        String number = work();
        desk.decide(number, "hana.sato", "done", Map.of("text", "The access point was replaced."));
        assertThatCode(() -> grounds.check(number, ClosureCode.PERSON)).doesNotThrowAnyException();
        desk.confirm(number, "ben.okafor", false);
        note(number);
        assertThatThrownBy(() -> grounds.check(number, ClosureCode.PERSON)).hasMessageContaining("Nothing that a person says they did has solved " + number);
    }

    @Test
    void whyATakingBackWasDeclinedIsNoReasonToDeclineARequest() {
        classifier.believe("access-request", 0.95);
        String number = desk.file("hana.sato", "Wiki", "Please give me edit rights in the wiki");
        desk.decide(number, "kwame.mensah", "approve", Map.of());
        doThrow(new TargetRefused("The group is read-only")).when(groups).remove(any(), eq("wiki-editors"), any());
        demand(desk.actions(number).get(0).id());
        desk.runJobs();
        desk.decide(number, desk.candidateGroups(desk.task(number)).contains("security") ? "kwame.mensah" : "judit.nagy", "decline", Map.of("text", "We watch her"));
        assertThatThrownBy(() -> closeTicket.execute(step(number, "requestDeclined"))).hasMessageContaining("Nobody has declined " + number);
        assertThat(desk.mails(number)).noneMatch(text -> text.contains("We watch her"));
        desk.confirm(number, "hana.sato", true);
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.AUTOMATIC);
    }

    @Test
    void aLinkThatNobodyUsedHasSolvedNothing() {
        classifier.believe("password-reset", 0.99);
        String number = desk.fileUnauthenticated("ada.lindqvist@example.org", "Password", "I forgot my password");
        desk.decide(number, "judit.nagy", "approve", Map.of());
        assertThatThrownBy(() -> grounds.check(number, ClosureCode.AUTOMATIC)).hasMessageContaining("Nothing that the desk did has solved " + number);
        assertThatThrownBy(() -> reportResolution.execute(step(number, "passwordReset"))).hasMessageContaining("no action \"send-reset-link\" of " + number);
        assertThat(desk.story(number)).noneMatch(line -> line.startsWith("You chose a new password."));
        choosePassword(number, "ada.lindqvist");
        assertThat(desk.story(number)).anyMatch(line -> line.startsWith("You chose a new password."));
        assertThatCode(() -> grounds.check(number, ClosureCode.AUTOMATIC)).doesNotThrowAnyException();
    }

    @Test
    void whoeverHasAnsweredHasNotKeptSilent() {
        String number = work();
        desk.decide(number, "hana.sato", "done", Map.of("text", "The access point was replaced."));
        assertThatCode(() -> grounds.check(number, ClosureCode.NO_ANSWER)).doesNotThrowAnyException();
        intake.confirm(number, true, null, "ben.okafor");
        assertThatThrownBy(() -> grounds.check(number, ClosureCode.NO_ANSWER)).hasMessageContaining("Nobody owes an answer on " + number);
        desk.runJobs();
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.PERSON);
    }

    private String work() {
        classifier.believe("network", 0.9);
        return desk.file("ben.okafor", "Network", "The Wi-Fi is slow");
    }

    private void note(String number) {
        desk.decide(number, "hana.sato", "note", Map.of("text", "He always complains"));
    }

    private static DelegateExecution step(String number, String endState) {
        DelegateExecution step = mock();
        when(step.getProcessBusinessKey()).thenReturn(number);
        when(step.getVariable(Variables.END_STATE.name())).thenReturn(endState);
        return step;
    }
}
