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
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Tickets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Only a person's own word makes the desk certain, wherever a diagram leads. */
@DeskTest
class RecordCategoryTest {

    private static final Path TRIAGE = Path.of("processes", "triage-ticket.bpmn");

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private RecordCategory recordCategory;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private Tickets tickets;
    @Autowired
    private JdbcClient jdbc;

    /** What the classifier said is led to the step for what people say, which may name another category besides. */
    @ParameterizedTest
    @ValueSource(strings = {"", "<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"newCategory\">access-request"
            + "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>"})
    void aRedrawnArrowMakesNothingCertain(String constant) throws IOException {
        String drawn = Files.readString(TRIAGE);
        String redrawn = drawn.replace("sourceRef=\"serviceTask_classifyTicket\" targetRef=\"gateway_categoryKnown\"",
                "sourceRef=\"serviceTask_classifyTicket\" targetRef=\"gateway_categoryNamed\"").replace("${recordCategory}\">", "${recordCategory}\">" + constant);
        classifier.believe("network", 0.9);
        String before = deploy(redrawn);
        assertThatThrownBy(() -> desk.file("ben.okafor", "Canteen", "Is it closed on Friday?")).hasMessageContaining("No person has said what DW-");
        String waiting = runtime.createProcessInstanceQuery().processDefinitionKey("triage-ticket").list().stream()
                .map(instance -> instance.getBusinessKey()).filter(number -> tickets.get(number).category() == null).findFirst().orElseThrow();
        String after = deploy(drawn);
        runtime.deleteProcessInstance(runtime.createProcessInstanceQuery().processInstanceBusinessKey(waiting, MainProcess.KEY).singleResult().getId(), "Redrawn");
        desk.runJobs();
        assertThat(desk.ticket(waiting).confidence().source()).as("drawn rightly it goes on").isEqualTo("test");
        repository.deleteDeployment(before, true);
        repository.deleteDeployment(after, true);
    }

    @Test
    void whatAPersonSaidCountsOnce() {
        classifier.believe("hardware", 0.55);
        String number = desk.file("pia.weber", "It", "the thing is broken");
        desk.decide(number, "hana.sato", "approve", Map.of());
        assertThat(desk.ticket(number).confidence().source()).isEqualTo("person:hana.sato");
        assertRefused(number);
        assertThat(desk.ticket(number).category()).isEqualTo("hardware");
    }

    /** What came into its place behind their back is nobody's word. */
    @Test
    void whatAPersonApprovesIsWhatTheySaw() {
        classifier.believe("hardware", 0.55);
        String number = desk.file("pia.weber", "It", "the thing is broken");
        tickets.classify(number, "access-request", new Confidence(0.97, true, "test", 1_000, "isotonic", "0".repeat(64)));
        assertNotApproved(number);
        desk.decide(number, "hana.sato", "correct", Map.of("newCategory", "printing"));
        assertThat(desk.ticket(number).category()).isEqualTo("printing");
        assertThat(desk.story(number)).contains("Corrected the category: hardware → printing");
    }

    /** Nobody knows any more what they saw: they name it, be it what they see now. */
    @ParameterizedTest
    @ValueSource(strings = {"hardware", "printing"})
    void whatWasAskedBeforeAnUpgradeIsNamed(String category) {
        classifier.believe("hardware", 0.55);
        String number = desk.file("pia.weber", "It", "the thing is broken");
        jdbc.sql("update review_request set category = null where ticket_number = ?").param(number).update();
        assertThatThrownBy(() -> desk.decide(number, "hana.sato", "approve", Map.of()))
                .hasMessageContaining("Please choose \"Correct\" and name the right category, also if it is the one that the form shows");
        desk.decide(number, "hana.sato", "correct", Map.of("newCategory", category));
        assertThat(desk.ticket(number).category()).isEqualTo(category);
        assertThat(desk.ticket(number).confidence().source()).isEqualTo("person:hana.sato");
        assertThat(desk.story(number)).contains("Corrected the category: " + category);
    }

    private void assertNotApproved(String number) {
        assertThatThrownBy(() -> desk.decide(number, "hana.sato", "approve", Map.of()))
                .hasMessageContaining("%s is classified otherwise now than when you were asked".formatted(number));
        assertThat(desk.ticket(number).confidence().source()).isEqualTo("test");
    }

    @Test
    void whoSpokeOfSomethingElseNamedNoCategory() {
        classifier.believe("software", 0.9);
        String number = desk.file("ada.lindqvist", "Excel", "Excel is slow");
        desk.decide(number, "hana.sato", "note", Map.of("text", "Looks like the add-in"));
        assertRefused(number);
    }

    @Test
    void whatTheDeskFiledItselfIsNobodysWordAndGivesWayToOne() {
        String number = tickets.add("Not taken back", "It stands", Channel.PORTAL, "test:filed", null, null, false);
        tickets.fileAs(number, "security-incident");
        recordCategory.execute(stepOf(number));
        assertThat(desk.ticket(number).category()).isEqualTo("security-incident");
        assertThat(desk.ticket(number).confidence().source()).isEqualTo("desk");
        assertRefused(number);
    }

    private void assertRefused(String number) {
        assertThatThrownBy(() -> recordCategory.execute(stepOf(number))).hasMessageContaining("No person has said what %s is about".formatted(number));
    }

    private static DelegateExecution stepOf(String number) {
        DelegateExecution step = mock();
        when(step.getProcessBusinessKey()).thenReturn(number);
        return step;
    }

    private String deploy(String triage) {
        return repository.createDeployment().addString("processes/triage-ticket.bpmn", triage).deploy().getId();
    }
}
