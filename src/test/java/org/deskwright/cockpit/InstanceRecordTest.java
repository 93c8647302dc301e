package org.deskwright.cockpit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** What Cockpit shows of an instance's decisions, and to whom. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class InstanceRecordTest {

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private HistoryService history;
    @Value("${desk.base-url}")
    private String base;

    @Test
    void aCallShowsWhatWasDecidedInWhatItCalledAndEachDiagramItsOwn() {
        String number = filed("ben.okafor");
        assertThat(decisions(number, "resolve-ticket", "noor.ali").body())
                .contains("{\"step\":\"callActivity_triageTicket\",\"text\":\"auto · 97 %\",\"tone\":\"good\"")
                .contains("{\"step\":\"callActivity_grantAccess\",\"text\":\"review · 97 %\",\"tone\":\"waiting\"").doesNotContain("decideRouting");
        assertThat(decisions(number, "grant-access", "noor.ali").body()).contains("callActivity_clearAction", "review").doesNotContain("triage");
        assertThat(decisions(number, "triage-ticket", "noor.ali").body()).contains("serviceTask_classifyTicket", "access-request · 97 %", "decideRouting", "identity");
    }

    @Test
    void itIsForThoseWhoMayReadTheStory() {
        String number = filed("ben.okafor");
        assertThat(decisions(number, "resolve-ticket", "mateo.garcia").statusCode()).as("he sees diagrams, and reads no requests").isEqualTo(403);
        assertThat(decisions(number, "resolve-ticket", "ben.okafor").statusCode()).as("the engine shows him none").isEqualTo(404);
        assertThat(decisions(filed("noor.ali"), "resolve-ticket", "noor.ali").statusCode()).as("her own").isEqualTo(403);
    }

    private String filed(String login) {
        classifier.believe("access-request", 0.97);
        return desk.file(login, "Reports", "Please give me access to the finance reports");
    }

    private HttpResponse<String> decisions(String number, String process, String login) {
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).processDefinitionKey(process).singleResult();
        return Visitor.machine(base, login).get("/staff/instances/%s/decisions".formatted(instance.getId()));
    }
}
