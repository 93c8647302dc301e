package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.deskwright.process.EngineDoorsTest.WEBAPP;

import java.util.Map;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.task.Task;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Who sees what of the engine: people their own group's tasks, requesters nothing, with one sign-in for everything. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class EngineRightsTest {

    @Autowired
    private FilterService filters;
    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Value("${desk.base-url}")
    private String base;

    private Task ofServiceDesk;
    private Task ofSecurity;

    @BeforeEach
    void oneTaskInEachQueue() {
        classifier.believe("network", 0.4);
        ofServiceDesk = desk.task(desk.file("ben.okafor", "Network", "The Wi-Fi is slow"));
        classifier.believe("access-request", 0.99);
        ofSecurity = desk.task(desk.file("ben.okafor", "Reports", "I need the finance reports"));
    }

    @Test
    void staffSeeTheirOwnGroupsTasks() {
        Visitor hana = Visitor.signedIn(base, "hana.sato");
        assertThat(hana.get(WEBAPP + "/task?maxResults=2000").body()).contains(ofServiceDesk.getId()).doesNotContain(ofSecurity.getId());
        assertThat(hana.get(WEBAPP + "/task/" + ofServiceDesk.getId()).statusCode()).isEqualTo(200);
        assertThat(hana.get(WEBAPP + "/task/" + ofSecurity.getId()).statusCode()).isEqualTo(404);
        assertThat(hana.get(WEBAPP + "/task/" + ofSecurity.getId() + "/variables").statusCode()).isEqualTo(403);
        assertThat(hana.post(WEBAPP + "/task/" + ofSecurity.getId() + "/complete", "{\"variables\":{\"outcome\":{\"value\":\"approve\"}}}").statusCode()).isEqualTo(403);
    }

    @Test
    void theRowsOfTasklistSayInWordsWhatATaskIsAbout() {
        Visitor hana = Visitor.signedIn(base, "hana.sato");
        String filter = filters.createFilterQuery().filterName("My reviews").singleResult().getId();
        assertThat(hana.get(WEBAPP + "/filter/" + filter + "/list?maxResults=50", Map.of("Accept", "application/hal+json")).body())
                .contains(ofServiceDesk.getId(), "\"value\":\"Network\"", "\"value\":\"P3\"", "\"value\":\"Service desk\"")
                .doesNotContain("slow");
    }

    @Test
    void staffReadNoVariablesOfOthers() {
        Visitor hana = Visitor.signedIn(base, "hana.sato");
        String instance = ofSecurity.getProcessInstanceId();
        assertThat(hana.get(WEBAPP + "/process-instance/" + instance + "/variables").statusCode()).isEqualTo(403);
        assertThat(hana.get(WEBAPP + "/variable-instance?maxResults=100&processInstanceIdIn=" + instance).body()).isEqualTo("[]");
        assertThat(hana.get(WEBAPP + "/history/variable-instance?maxResults=100&processInstanceId=" + instance).body()).isEqualTo("[]");
    }

    @Test
    void requestersHaveNoBusinessInTheEngine() {
        Visitor ada = Visitor.signedIn(base, "ada.lindqvist");
        assertThat(ada.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(403);
        assertThat(ada.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(403);
        assertThat(ada.get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
        assertThat(ada.get(WEBAPP + "/task?maxResults=100").body()).isEqualTo("[]");
        assertThat(ada.get(WEBAPP + "/process-definition?maxResults=100").body()).isEqualTo("[]");
        assertThat(ada.get(WEBAPP + "/process-instance?maxResults=100").body()).isEqualTo("[]");
        assertThat(ada.post(WEBAPP + "/process-definition/key/resolve-ticket/start", "{}").statusCode()).isIn(403, 404);
        assertThat(Visitor.machine(base, "ada.lindqvist").get("/engine-rest/task/count").statusCode()).isEqualTo(403);
    }

    @Test
    void oneSignInOpensTasklist() {
        Visitor hana = Visitor.signedIn(base, "hana.sato");
        assertThat(hana.get("/camunda/app/tasklist/default/").body()).contains("<title>Camunda Tasklist</title>");
        assertThat(hana.get("/camunda/api/admin/auth/user/default").body())
                .contains("\"userId\":\"hana.sato\"").contains("\"tasklist\"").doesNotContain("\"admin\"").doesNotContain("\"cockpit\"");
        String task = WEBAPP + "/task/" + ofServiceDesk.getId();
        assertThat(hana.post(task + "/claim", "{\"userId\": \"hana.sato\"}").statusCode()).isEqualTo(204);
        assertThat(hana.get(task).body()).contains("\"assignee\":\"hana.sato\"");
    }

    @Test
    void strangersAreSentToTheOneSignIn() {
        Visitor stranger = Visitor.stranger(base);
        for (String door : new String[] {"/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/", WEBAPP + "/task/count",
                "/camunda/api/admin/auth/user/default", "/camunda/api/cockpit/plugin/base/default/process-definition/count"}) {
            assertThat(stranger.get(door).headers().firstValue("Location")).as(door).hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        }
    }
}
