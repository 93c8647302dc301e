package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.deskwright.governance.Plans;
import org.deskwright.resolution.ActionState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** That an access is gone is said where it was demanded back, of the very grant that was, and nowhere else. */
class SettlementTest extends DemandedBack {

    private static final String SETTLES = TinyModel.with("<userTask id='it' camunda:candidateGroups='${reviewGroup}'/>")
            .replaceAll("(?<==[\"'])it(?=[\"'])", RevocationProcess.TO_PEOPLE);

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Urgency urgency;
    @Autowired
    private Plans plans;

    @Test
    void noOtherProcessIsDeployedThatAsksIt() {
        assertThatThrownBy(() -> repository.createDeployment().addString("tiny.bpmn", SETTLES).deploy()).isInstanceOf(ParseException.class)
                .hasMessageContaining("\"userTask_settleRevocation\" has the id userTask_settleRevocation, which is for the user task in revoke-action");
    }

    /** As if the diagram had been deployed before the proof looked for it. */
    @Test
    void whatAsksItElsewhereAlreadyDoesNotGetThere() {
        String deployment = repository.createDeployment().addString("tiny.bpmn", SETTLES.replace(RevocationProcess.TO_PEOPLE, "userTask_look")).deploy().getId();
        try {
            jdbc.sql("update ACT_GE_BYTEARRAY set BYTES_ = ? where DEPLOYMENT_ID_ = ?").params(SETTLES.getBytes(StandardCharsets.UTF_8), deployment).update();
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDeploymentCache().discardProcessDefinitionCache();
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey("tiny", number, Map.of("revokedActionId", grant.toString())))
                    .hasStackTraceContaining("What becomes of a revocation is asked in \"revoke-action\" alone, and not in \"tiny\"");
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    @Test
    void whatWasDoneOnAnotherTicketIsNotAskedAboutHere() {
        classifier.believe("network", 0.4);
        String other = desk.file("ben.okafor", "Network", "The Wi-Fi is slow");
        assertThatThrownBy(() -> settling(other)).hasStackTraceContaining("was planned on %s, and cannot be asked about on %s".formatted(number, other));
    }

    @Test
    void whatNobodyDemandsBackIsNotSaidToBeGone() {
        settling(number);
        assertThatThrownBy(() -> desk.decide(number, "judit.nagy", "done", Map.of("text", "I will take it out")))
                .hasMessageContaining("Nobody demands that this is taken back");
        assertThat(desk.actions(number)).singleElement().extracting("state").isEqualTo(ActionState.CONFIRMED);
        desk.decide(number, "judit.nagy", "decline", Map.of("text", "Nobody wants that"));
        assertThat(desk.isRunning(number)).isFalse();
    }

    private void settling(String ticket) {
        runtime.createProcessInstanceByKey(RevocationProcess.KEY).businessKey(ticket).setVariable("revokedActionId", grant.toString())
                .setVariables(urgency.of(plans.get(grant))).startBeforeActivity(RevocationProcess.TO_PEOPLE).execute();
    }
}
