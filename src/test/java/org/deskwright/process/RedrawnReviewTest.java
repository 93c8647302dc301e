package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever redraws the review of an action chooses neither who is asked nor what they read. */
class RedrawnReviewTest extends TicketPaths {

    private static final String ASKED = "camunda:candidateGroups=\"${reviewGroup}\"";

    @Autowired
    private TaskService tasks;

    @AfterEach
    void theDiagramsAreAsTheyWere() {
        repository.createDeploymentQuery().deploymentName("redrawn").list().forEach(redrawn -> repository.deleteDeployment(redrawn.getId(), true));
    }

    /** Executives are asked where nobody else may decide: to name them means to choose who approves. */
    @ParameterizedTest
    @ValueSource(strings = {"executives", "iam-specialists", "staff", "security, executives", "${reviewGroup}, executives"})
    void noDiagramNamesAnotherGroupThanTheOneThatIsToDecide(String group) throws IOException {
        redraw(ASKED, "camunda:candidateGroups=\"%s\"".formatted(group));
        assertThatThrownBy(this::ask).hasStackTraceContaining("userTask_reviewAction has to ask ${reviewGroup}, which is security now, and asks [");
        theDiagramsAreAsTheyWere();
        desk.runJobs();
        String number = last();
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly("security");
        assertThat(desk.story(number)).noneMatch(line -> line.startsWith("Nobody left"));
    }

    /** What a diagram says in place of the desk's own word is written over as the task comes up. */
    @Test
    void noParameterGoesBeforeTheDesksOwnWord() throws IOException {
        redraw("<bpmn:extensionElements>\n        <camunda:properties>", "<bpmn:extensionElements>\n        <camunda:inputOutput><camunda:inputParameter name=\"reviewGroup\">executives"
                + "</camunda:inputParameter></camunda:inputOutput><camunda:properties>");
        assertThat(desk.candidateGroups(desk.task(ask()))).containsExactly("security");
    }

    /** The desk looks twice; what changed in between is tried again. */
    @Test
    void whoLeavesAsTheTaskComesUpIsNotAsked() {
        doReturn(directory.membersOf("security")).doReturn(List.of()).when(directory).membersOf("security");
        assertThatThrownBy(this::ask).hasStackTraceContaining("has to ask ${reviewGroup}, which is executives now, and asks [security]");
        desk.runJobs();
        assertThat(desk.candidateGroups(desk.task(last()))).containsExactly("executives");
        assertThat(desk.story(last())).containsOnlyOnce("Nobody left in the group security may decide on this: the group executives is asked");
    }

    /** What is approved is the stored plan, so that is what they read, and what their choice begins with. */
    @Test
    void whatTheyReadIsWhatIsPlanned() throws IOException {
        redraw("camunda:delegateExpression=\"${decideClearance}\">", "camunda:delegateExpression=\"${decideClearance}\"><bpmn:extensionElements><camunda:inputOutput>"
                + "<camunda:outputParameter name=\"proposal\">Add to a group: ben.okafor to wiki-editors</camunda:outputParameter>"
                + "<camunda:outputParameter name=\"newEntitlement\">wiki-editors</camunda:outputParameter>"
                + "<camunda:outputParameter name=\"entitlement\">wiki-editors</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements>");
        assertThat(shown(ask())).containsEntry("proposal", "Add to a group: ben.okafor to finance-reports for 30 days").containsEntry("approvalsMissing", 1)
                .containsEntry("newEntitlement", "finance-reports").containsEntry("entitlement", "finance-reports");
        theDiagramsAreAsTheyWere();
        redraw("<bpmn:extensionElements>\n        <camunda:properties>", "<bpmn:extensionElements>\n        <camunda:inputOutput><camunda:inputParameter name=\"proposal\">Nothing"
                + "</camunda:inputParameter></camunda:inputOutput><camunda:properties>");
        assertThat(shown(ask())).containsEntry("proposal", "Add to a group: ben.okafor to finance-reports for 30 days");
    }

    @Test
    void howManyHaveToApproveIsWhatTheGateSaid() {
        classifier.believe("access-request", 0.99);
        String number = desk.file("ben.okafor", "Payroll", "payroll access");
        assertThat(shown(number)).containsEntry("approvalsMissing", 2);
        desk.decide(number, "kwame.mensah", "approve", Map.of());
        assertThat(shown(number)).containsEntry("approvalsMissing", 1);
    }

    private Map<String, Object> shown(String number) {
        return tasks.getVariables(desk.task(number).getId());
    }

    private String ask() {
        classifier.believe("access-request", 0.99);
        return desk.file("ben.okafor", "Reports", "I need the finance reports");
    }

    private String last() {
        return jdbc.sql("select number from ticket where requester = 'ben.okafor' order by received_at desc limit 1").query(String.class).single();
    }

    private void redraw(String part, String other) throws IOException {
        String drawn = Files.readString(Path.of("processes", "clear-action.bpmn"));
        assertThat(drawn).contains(part);
        repository.createDeployment().name("redrawn").addString("processes/clear-action.bpmn", drawn.replace(part, other)).deploy();
    }
}
