package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.resolution.ActionState;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Tickets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A diagram may lead to the classifier at any time: behind a person's word, and behind a plan. */
@DeskTest
class ClassifyTicketTest {

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private ClassifyTicket classifyTicket;
    @Autowired
    private Tickets tickets;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void whatAPersonNamedStays() {
        String number = named("hardware");
        classifyAgain(number);
        assertSaid(number, "hardware", "person:hana.sato");
    }

    /** It was said, and the diagram did not lead to the step that takes it over. */
    @Test
    void whatAPersonNamedIsTakenOverInTheClassifiersPlace() {
        String number = named("hardware");
        jdbc.sql("update verdict set category_taken_at = null where ticket_number = ?").param(number).update();
        tickets.classify(number, "access-request", new Confidence(0.97, true, "test", 1_000, "isotonic", "0".repeat(64)));
        classifyAgain(number);
        assertSaid(number, "hardware", "person:hana.sato");
    }

    @Test
    void whatTheDeskFiledItselfStays() {
        String number = tickets.add("Not taken back", "It stands", Channel.PORTAL, "test:filed-and-classified", null, null, false);
        tickets.fileAs(number, "security-incident");
        classifyAgain(number);
        assertSaid(number, "security-incident", "desk");
        classifyAgain(number);
        assertSaid(number, "security-incident", "desk");
    }

    @Test
    void whatWasPlannedForAnotherCategoryIsGivenUp() {
        classifier.believe("access-request", 0.99);
        String number = desk.file("ben.okafor", "CRM", "I need the crm");
        classifier.believe("access-request", 0.98);
        classifyTicket.execute(stepOf(number));
        assertThat(desk.actions(number)).singleElement().extracting("state").as("it is about the same").isEqualTo(ActionState.PLANNED);
        classifyAgain(number);
        assertThat(desk.ticket(number).category()).isEqualTo("network");
        assertThat(desk.actions(number)).singleElement().satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(ActionState.REFUSED);
            assertThat(entry.evidence()).isEqualTo("The request was classified anew");
        });
    }

    private String named(String category) {
        classifier.believe("software", 0.55);
        String number = desk.file("pia.weber", "It", "the thing is broken");
        desk.decide(number, "hana.sato", "correct", Map.of("newCategory", category));
        return number;
    }

    private void classifyAgain(String number) {
        classifier.believe("network", 0.99);
        classifyTicket.execute(stepOf(number));
    }

    private void assertSaid(String number, String category, String source) {
        assertThat(desk.ticket(number).category()).isEqualTo(category);
        assertThat(desk.ticket(number).confidence().source()).isEqualTo(source);
    }

    private static DelegateExecution stepOf(String number) {
        DelegateExecution step = mock();
        when(step.getProcessBusinessKey()).thenReturn(number);
        return step;
    }
}
