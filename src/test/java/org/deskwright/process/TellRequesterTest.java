package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A diagram says to requesters what it may, and what is so. */
class TellRequesterTest extends TicketPaths {

    @Autowired
    private TellRequester tellRequester;

    @ParameterizedTest
    @CsvSource({"taken-back, is none of", "closed, is none of", "resolved-password-reset, is none of", "in-review, that is not so", "reset-link-sent, that is not so"})
    void whatIsNotSoIsNotTold(String wording, String refused) {
        classifier.believe("network", 0.9);
        String number = desk.file("ben.okafor", "Network", "The Wi-Fi is slow");
        List<String> before = desk.mails(number);
        assertThatThrownBy(() -> tellRequester.execute(step(number, wording))).hasMessageContaining(refused);
        assertThat(desk.mails(number)).isEqualTo(before);
    }

    @Test
    void whatIsSoIsTold() {
        classifier.believe("password-reset", 0.99);
        String number = desk.fileUnauthenticated("ada.lindqvist@example.org", "Password", "I forgot my password");
        for (String wording : List.of("received", "in-review")) {
            assertTold(number, wording);
        }
        desk.decide(number, "judit.nagy", "approve", Map.of());
        assertTold(number, "reset-link-sent");
    }

    private void assertTold(String number, String wording) {
        int before = desk.mails(number).size();
        tellRequester.execute(step(number, wording));
        assertThat(desk.mails(number)).as(wording).hasSize(before + 1);
    }

    private static DelegateExecution step(String number, String wording) {
        DelegateExecution step = mock();
        when(step.getProcessBusinessKey()).thenReturn(number);
        when(step.getVariable(Variables.WORDING.name())).thenReturn(wording);
        return step;
    }
}
