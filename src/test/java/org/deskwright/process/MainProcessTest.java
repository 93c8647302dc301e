package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.deskwright.process.EngineDoorsTest.WEBAPP;

import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.Task;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Tickets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** No open ticket stands without its process, whoever ends it. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class MainProcessTest {

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private Tickets tickets;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private RepositoryService repository;
    @Value("${desk.base-url}")
    private String base;

    /** The button in Cockpit, for the main process and for one that it called, with whatever is ticked there. */
    @ParameterizedTest
    @ValueSource(strings = {"resolve-ticket", "resolve-ticket?skipCustomListeners=true&skipIoMappings=true", "resolve-ticket?skipSubprocesses=true",
        "fulfil-request", "fulfil-request?skipCustomListeners=true"})
    void anEndedProcessHandsItsTicketToPeople(String ended) {
        classifier.believe("network", 0.9);
        String number = desk.file("ben.okafor", "Network", "The Wi-Fi is slow");
        Task before = desk.task(number);
        end(number, ended);
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.ESCALATED);
        assertThat(desk.story(number)).contains("Ended the process")
                .anyMatch(line -> line.startsWith("Handed to people. Somebody ended the desk's own process."));
        assertThat(desk.task(number).getId()).isNotEqualTo(before.getId());
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly("service-desk");
        desk.decide(number, "hana.sato", "done", Map.of("text", "The access point was replaced."));
        desk.confirm(number, "ben.okafor", true);
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.PERSON);
        assertThat(desk.isRunning(number)).isFalse();
        assertThat(desk.incidents()).isZero();
    }

    @Test
    void whatIsPlannedIsNotDoneAnyMore() {
        classifier.believe("access-request", 0.99);
        String number = desk.file("ben.okafor", "Reports", "I need the finance reports");
        end(number, "resolve-ticket");
        assertThat(desk.actions(number)).hasSize(1).allSatisfy(action -> assertThat(action.state().word()).isEqualTo("refused"));
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_fulfilRequest");
    }

    @Test
    void whatIsNotSortedYetIsSortedFirst() {
        classifier.believe("network", 0.4);
        String number = desk.file("ben.okafor", "Network", "The Wi-Fi is slow");
        end(number, "resolve-ticket");
        desk.runJobs();
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_reviewClassification");
        assertThat(desk.story(number)).contains("Ended the process");
    }

    @Test
    void aRequesterWithdrawsWhatHasNoProcess() {
        String number = tickets.add("Wi-Fi", "It is slow", Channel.PORTAL, "test:" + UUID.randomUUID(), "ben.okafor", null, true);
        assertThat(desk.isRunning(number)).isFalse();
        desk.withdraw(number, "ben.okafor");
        assertThat(desk.ticket(number).closureCode()).isEqualTo(ClosureCode.WITHDRAWN);
    }

    @Test
    void aReplyToWhatHasNoProcessGivesItOne() {
        classifier.believe("network", 0.9);
        String number = tickets.add("Wi-Fi", "It is slow", Channel.PORTAL, "test:" + UUID.randomUUID(), "ben.okafor", null, true);
        desk.reply(number, "ben.okafor", "Is anybody there?");
        assertThat(desk.story(number)).contains("No process worked on this request; it begins anew");
        assertThat(desk.task(number)).isNotNull();
    }

    /** A diagram that forgets to close says so in its first run, instead of leaving tickets behind. */
    @Test
    void noProcessEndsBeforeItsTicketIsClosed() {
        Deployment careless = repository.createDeployment().addString("resolve-ticket.bpmn", TinyModel.process("""
                <startEvent id="start"/><sequenceFlow id="f" sourceRef="start" targetRef="end"/><endEvent id="end"/>
                """).replace("\"tiny\"", "\"resolve-ticket\"")).deploy();
        try {
            assertThatThrownBy(() -> desk.file("ben.okafor", "Network", "The Wi-Fi is slow")).hasMessageContaining("is not closed");
        } finally {
            repository.deleteDeployment(careless.getId(), true);
        }
    }

    private void end(String number, String processAndHow) {
        String[] parts = processAndHow.split("\\?");
        String instance = runtime.createProcessInstanceQuery().processInstanceBusinessKey(number, parts[0]).singleResult().getId();
        assertThat(Visitor.signedIn(base, "noor.ali").ask("DELETE", WEBAPP + "/process-instance/" + instance
                + (parts.length > 1 ? "?" + parts[1] : ""), null, Map.of()).statusCode()).isEqualTo(204);
        desk.runJobs();
    }
}
