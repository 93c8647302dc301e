package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskwright.process.EngineDoorsTest.WEBAPP;

import java.util.Map;

import org.camunda.bpm.engine.FilterService;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The API, Tasklist's filter and the pages say one thing about whether a ticket was escalated. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class EscalatedTest {

    @Autowired
    private FilterService filters;
    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Value("${desk.base-url}")
    private String base;
    private Visitor hana;
    private Visitor machine;

    @BeforeEach
    void staff() {
        hana = Visitor.signedIn(base, "hana.sato");
        machine = Visitor.machine(base, "hana.sato");
    }

    @Test
    void whatTheRequesterSaysIsNotSolvedIsEscalated() {
        classifier.believe("software", 0.99);
        String number = desk.file("ada.lindqvist", "Excel", "Excel is slow");
        isNotEscalated(number, "in-progress", "review");
        desk.decide(number, "hana.sato", "done", Map.of("text", "The add-in was switched off."));
        desk.confirm(number, "ada.lindqvist", false);
        isEscalated(number);
        assertThat(desk.story(number)).contains("Handed to people. The requester says that it is not solved. "
                + "There is no process that the desk may run by itself for this kind of request.");

        desk.decide(number, "hana.sato", "ask", Map.of("text", "Which version?"));
        desk.reply(number, "ada.lindqvist", "The new one");
        isEscalated(number);
        desk.decide(number, "hana.sato", "transfer", Map.of("newQueue", "service-desk"));
        isEscalated(number);
    }

    @Test
    void whatAPersonSortsAnewIsEscalatedNoMore() {
        classifier.believe("password-reset", 0.2);
        String number = desk.file("ada.lindqvist", "?", "hm");
        isEscalated(number);
        desk.decide(number, "hana.sato", "correct", Map.of("newCategory", "hardware"));
        isNotEscalated(number, "in-progress", "review");
    }

    @Test
    void whatTheGateGivesToReviewAfterAPersonSortedItAnewIsEscalatedNoMore() {
        classifier.believe("software", 0.2);
        String number = desk.file("pia.weber", "?", "Figma please");
        isEscalated(number);
        desk.decide(number, "hana.sato", "correct", Map.of("newCategory", "access-request"));
        assertThat(desk.ticket(number).autonomy()).isEqualTo("review");
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_reviewAction");
        isNotEscalated(number, "in-review", "review");
    }

    private void isEscalated(String number) {
        assertThat(ticket(number)).contains("\"status\":\"escalated\"", "\"autonomy\":\"escalate\"");
        assertThat(isUnderEscalated(number)).isTrue();
        assertThat(hana.get("/staff?status=escalated").body()).contains(number);
        assertThat(hana.get("/tickets/" + number).body()).contains("Escalated: people take over.");
    }

    private void isNotEscalated(String number, String status, String autonomy) {
        assertThat(ticket(number)).contains("\"status\":\"%s\"".formatted(status), "\"autonomy\":\"%s\"".formatted(autonomy));
        assertThat(isUnderEscalated(number)).isFalse();
        assertThat(hana.get("/staff?status=escalated").body()).doesNotContain(number);
        assertThat(hana.get("/tickets/" + number).body()).doesNotContain("Escalated");
    }

    private String ticket(String number) {
        return machine.get("/api/v1/tickets/" + number).body();
    }

    /** As somebody sees the filter who may decide at the ticket's task. */
    private boolean isUnderEscalated(String number) {
        String group = desk.candidateGroups(desk.task(number)).get(0);
        String login = Map.of("service-desk", "hana.sato", "iam-specialists", "judit.nagy").get(group);
        String filter = filters.createFilterQuery().filterName("Escalated").singleResult().getId();
        return Visitor.signedIn(base, login).get(WEBAPP + "/filter/" + filter + "/list?maxResults=2000").body().contains(desk.task(number).getId());
    }
}
