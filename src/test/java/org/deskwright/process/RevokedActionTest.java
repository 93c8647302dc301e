package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.UUID;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A redrawn diagram takes back nothing of another ticket, and tells nobody of what was not taken back. */
@DeskTest
class RevokedActionTest {

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private PlanRevocation planRevocation;
    @Autowired
    private DemandRevocation demandRevocation;
    @Autowired
    private RemindHolder remindHolder;
    @Autowired
    private ReportRevocation reportRevocation;
    private String number;
    private UUID grant;

    @BeforeEach
    void aGrant() {
        classifier.believe("access-request", 0.95);
        number = desk.file("farid.haddad", "Wiki", "wiki please");
        grant = desk.actions(number).get(0).id();
    }

    @Test
    void noStepReachesAnotherTicketsAction() {
        String another = desk.file("pia.weber", "Laptop", "it is slow");
        for (Delegate step : List.of(planRevocation, demandRevocation, remindHolder, reportRevocation)) {
            assertThatThrownBy(() -> step.execute(stepOf(another))).as(step.toString())
                    .hasMessage("The diagram takes back an action of %s, but works on %s", number, another);
        }
    }

    @Test
    void whatWasNotTakenBackIsNotToldAsTakenBack() {
        List<String> before = desk.mails(number);
        assertThatThrownBy(() -> reportRevocation.execute(stepOf(number)))
                .hasMessage("The diagram says that it was taken back, but the ledger has \"add-to-group\" of %s as confirmed", number);
        assertThat(desk.mails(number)).isEqualTo(before);
    }

    private DelegateExecution stepOf(String ticket) {
        DelegateExecution step = mock();
        when(step.getProcessBusinessKey()).thenReturn(ticket);
        when(step.getVariable(Variables.REVOKED_ACTION_ID.name())).thenReturn(grant.toString());
        return step;
    }
}
