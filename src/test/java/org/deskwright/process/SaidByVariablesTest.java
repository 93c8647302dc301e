package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.governance.Reasons;
import org.deskwright.resolution.ActionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Diagrams can write every variable. What people said, tables answered and codes came to stands in the database. */
@DeskTest
class SaidByVariablesTest {

    private static final Path TRIAGE = Path.of("processes", "triage-ticket.bpmn");

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private TransferTicket transferTicket;
    @Autowired
    private ReplanAction replanAction;
    @Autowired
    private EscalateTicket escalateTicket;

    @Test
    void aTicketGoesWhereAPersonSentItAndOnceForEachWord() {
        classifier.believe("software", 0.9);
        String number = desk.file("ada.lindqvist", "Excel", "Excel is slow");
        DelegateExecution step = step(number, "newQueue", "hr");
        assertNoTransfer(step);
        desk.decide(number, "hana.sato", "transfer", Map.of("newQueue", "security"));
        assertThat(desk.ticket(number).queue()).isEqualTo("security");
        assertNoTransfer(step);
        assertThat(desk.ticket(number).queue()).isEqualTo("security");
    }

    @Test
    void aPlanBecomesWhatAReviewerMadeOfIt() {
        classifier.believe("access-request", 0.99);
        String number = desk.file("farid.haddad", "CRM", "I need the crm");
        DelegateExecution step = step(number, "newEntitlement", "wiki-editors");
        when(step.getVariable("actionId")).thenReturn(desk.actions(number).get(0).id().toString());
        assertThatThrownBy(() -> replanAction.execute(step)).hasMessageContaining("No person has changed a plan of " + number);
        desk.decide(number, "judit.nagy", "approve", Map.of("newEntitlement", "vpn-users"));
        assertThatThrownBy(() -> replanAction.execute(step)).hasMessageContaining("No person has changed a plan of " + number);
        assertThat(desk.actions(number)).extracting("state").containsExactlyInAnyOrder(ActionState.REFUSED, ActionState.PLANNED);
    }

    @Test
    void whatCameOfACodeIsWhatTheDeskFound() {
        classifier.believe("software", 0.9);
        String number = desk.file("ada.lindqvist", "Excel", "Excel is slow");
        escalateTicket.execute(step(number, "verification", "disowned"));
        assertThat(desk.story(number)).anyMatch(line -> line.startsWith("Handed to people.")).noneMatch(line -> line.contains("one-time code"));
    }

    @ParameterizedTest
    @CsvSource({"linkExpired, The requester did not choose a new password before the link ran out.", "resolutionRejected,", "requestWithdrawn,", "hanaIsToBlame,"})
    void whyPeopleGetItIsOneOfTheDesksReasonsAndSo(String endState, String told) {
        classifier.believe("software", 0.9);
        String number = desk.file("ada.lindqvist", "Excel", "Excel is slow");
        escalateTicket.execute(step(number, "endState", endState));
        assertThat(desk.story(number)).contains("Handed to people. " + (told == null ? "" : told + " ") + Reasons.sentence("no-process"));
    }

    @Test
    void theQueueIsTheTablesUnlessTheStepItselfNamesAnother() throws IOException {
        String drawn = Files.readString(TRIAGE);
        classifier.believe("software", 0.9);
        assertThat(queueBy(drawn, "${decisionResult.getSingleResult().getEntry(\"queue\")}", "hr")).as("what a variable says").isEqualTo("service-desk");
        assertThat(queueBy(drawn, "${assignTicket}\">", "${assignTicket}\"><bpmn:extensionElements><camunda:inputOutput>"
                + "<camunda:inputParameter name=\"queue\">hr</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>"))
                .as("what an analyst chose").isEqualTo("hr");
    }

    private String queueBy(String drawn, String part, String other) {
        assertThat(drawn).contains(part);
        String deployment = repository.createDeployment().addString("processes/triage-ticket.bpmn", drawn.replace(part, other)).deploy().getId();
        try {
            return desk.ticket(desk.file("ada.lindqvist", "Excel", "Excel is slow")).queue();
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    private void assertNoTransfer(DelegateExecution step) {
        assertThatThrownBy(() -> transferTicket.execute(step)).hasMessageContaining("No person has said which queue %s goes to".formatted(step.getProcessBusinessKey()));
    }

    private static DelegateExecution step(String number, String variable, String value) {
        DelegateExecution step = mock();
        when(step.getProcessBusinessKey()).thenReturn(number);
        when(step.getVariable(variable)).thenReturn(value);
        return step;
    }
}
