package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.resolution.ActionState;
import org.deskwright.ticket.ClosureCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody is told to have what was taken back, nor is a request done with it, unless its requester says so. */
class NoLongerServedTest extends TicketPaths {

    @Autowired
    private ClosureGrounds grounds;
    @Autowired
    private ReportResolution reportResolution;
    @Autowired
    private TellRequester tellRequester;

    @Test
    void whatWasTakenBackIsNotToldAsHad() {
        String number = grantedAndTakenBack();
        List<String> before = desk.mails(number);
        assertThatThrownBy(() -> reportResolution.execute(step(number, Variables.END_STATE, "accessGranted")))
                .hasMessageContaining("the ledger has no action \"add-to-group\" of %s that stands".formatted(number));
        assertThat(desk.mails(number)).isEqualTo(before);
    }

    @Test
    void aLinkThatWasCancelledIsNotToldAsSent() {
        classifier.believe("password-reset", 0.99);
        String number = desk.fileUnauthenticated("ada.lindqvist@example.org", "Password", "I forgot my password");
        desk.decide(number, "judit.nagy", "approve", Map.of());
        takeBack(number);
        List<String> before = desk.mails(number);
        assertThatThrownBy(() -> tellRequester.execute(step(number, Variables.WORDING, "reset-link-sent"))).hasMessageContaining("that is not so");
        assertThat(desk.mails(number)).isEqualTo(before);
    }

    @Test
    void itServesNobodyUnlessTheirOwnWordIsThatItIsSolved() {
        String number = grantedAndTakenBack();
        assertThatThrownBy(() -> grounds.check(number, ClosureCode.AUTOMATIC)).hasMessageContaining("Nothing that the desk did has solved " + number);
        assertThatCode(() -> grounds.check(number, ClosureCode.NO_ANSWER)).as("they were told, and have not answered").doesNotThrowAnyException();
        desk.confirm(number, "hana.sato", true);
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.AUTOMATIC);
    }

    @Test
    void whoeverMissesItSaysSo() {
        String number = grantedAndTakenBack();
        desk.confirm(number, "hana.sato", false);
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_fulfilRequest");
        assertThatThrownBy(() -> grounds.check(number, ClosureCode.AUTOMATIC)).hasMessageContaining("Nothing that the desk did has solved " + number);
    }

    private String grantedAndTakenBack() {
        classifier.believe("access-request", 0.95);
        String number = desk.file("hana.sato", "Wiki", "Please give me edit rights in the wiki");
        desk.decide(number, "kwame.mensah", "approve", Map.of());
        takeBack(number);
        return number;
    }

    private void takeBack(String number) {
        demand(desk.actions(number).get(0).id());
        desk.runJobs();
        assertThat(desk.actions(number)).anyMatch(entry -> entry.state() == ActionState.REVOKED);
    }

    private static DelegateExecution step(String number, Variable<String> variable, String value) {
        DelegateExecution step = mock();
        when(step.getProcessBusinessKey()).thenReturn(number);
        when(step.getVariable(variable.name())).thenReturn(value);
        return step;
    }
}
