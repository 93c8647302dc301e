package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.deskwright.process.EngineDoorsTest.WEBAPP;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a task says, when it is due and whom it asks stays as the desk put it, at every door and for everybody who sees it. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class TaskDoorsTest {

    private static final String SENTENCE = "What a task says, whom it asks and when it is due is for the desk to say";

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private TaskService tasks;
    @Autowired
    private IdentityService identity;
    @Autowired
    private JdbcClient jdbc;
    @Value("${desk.base-url}")
    private String base;
    private String number;
    private Task task;
    private List<Object> before;

    /** Asked for by hana, and put to her own group: she sees it and may not decide; ivan may. */
    @BeforeEach
    void aTask() {
        classifier.believe("hardware", 0.55);
        number = desk.file("hana.sato", "It", "The thing is slow");
        task = desk.task(number);
        before = everything();
    }

    @AfterEach
    void nothingChanged() {
        assertThat(everything()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "PUT  |                        | {\"name\":\"x\"}",
        "PUT  |                        | {\"description\":\"pre-approved\"}",
        "PUT  |                        | {\"owner\":\"lena.fischer\"}",
        "PUT  |                        | {\"assignee\":\"ivan.petrov\"}",
        "PUT  |                        | {\"priority\":1}",
        "PUT  |                        | {\"due\":\"2036-01-01T00:00:00.000+0000\"}",
        "PUT  |                        | {\"followUp\":\"2036-01-01T00:00:00.000+0000\"}",
        "POST | /identity-links        | {\"userId\":\"farid.haddad\",\"type\":\"candidate\"}",
        "POST | /identity-links        | {\"userId\":\"lena.fischer\",\"type\":\"owner\"}",
        "POST | /identity-links        | {\"userId\":\"ivan.petrov\",\"type\":\"assignee\"}",
        "POST | /identity-links        | {\"groupId\":\"staff\",\"type\":\"candidate\"}",
        "POST | /identity-links/delete | {\"userId\":\"hana.sato\",\"type\":\"candidate\"}",
        "POST | /identity-links/delete | {\"groupId\":\"service-desk\",\"type\":\"candidate\"}"})
    void nobodyChangesATaskOverHttp(String method, String door, String body) {
        String path = "/task/" + task.getId() + (door == null ? "" : door);
        for (String login : List.of("hana.sato", "ivan.petrov", "noor.ali")) {
            refused(Visitor.signedIn(base, login).ask(method, WEBAPP + path, body, Map.of()));
        }
        refused(Visitor.machine(base, "noor.ali").ask(method, "/engine-rest" + path, body, Map.of()));
        refused(Visitor.machine(base, "noor.ali").ask(method, "/engine-rest/engine/default" + path, body, Map.of()));
        assertThat(desk.recorded("ENGINE_REFUSED", "hana.sato")).isPositive();
    }

    @Test
    void norInJava() {
        String id = task.getId();
        Task changed = desk.task(number);
        changed.setName("x");
        List<Runnable> attempts = List.of(() -> tasks.saveTask(changed), () -> tasks.setName(id, "x"), () -> tasks.setDescription(id, "x"),
                () -> tasks.setOwner(id, "lena.fischer"), () -> tasks.setPriority(id, 1), () -> tasks.setDueDate(id, new Date()),
                () -> tasks.setFollowUpDate(id, new Date()), () -> tasks.addCandidateUser(id, "farid.haddad"),
                () -> tasks.addCandidateGroup(id, "staff"), () -> tasks.deleteCandidateGroup(id, "service-desk"),
                () -> tasks.deleteCandidateUser(id, "hana.sato"), () -> tasks.delegateTask(id, "ivan.petrov"), () -> tasks.resolveTask(id),
                () -> tasks.newTask("mine"), () -> tasks.deleteTask(id));
        for (String login : List.of("hana.sato", "ivan.petrov", "noor.ali")) {
            identity.setAuthentication(login, List.of());
            try {
                attempts.forEach(attempt -> assertThatThrownBy(attempt::run).hasMessageContaining(SENTENCE));
            } finally {
                identity.clearAuthentication();
            }
        }
    }

    /** Ivan may be ill: a colleague who may decide gives back what he took, and nobody else. */
    @Test
    void whoeverMayDecideGivesATaskBack() {
        String path = WEBAPP + "/task/" + task.getId();
        assertThat(Visitor.signedIn(base, "ivan.petrov").post(path + "/claim", "{\"userId\":\"ivan.petrov\"}").statusCode()).isEqualTo(204);
        Map<String, String> others = Map.of("hana.sato", "is your own request", "noor.ali", "and noor.ali is not in it");
        others.forEach((login, sentence) -> {
            Visitor other = Visitor.signedIn(base, login);
            assertThat(other.post(path + "/assignee", "{\"userId\":null}").body()).contains(sentence);
            assertThat(other.post(path + "/unclaim", "").body()).contains(sentence);
        });
        assertThat(desk.task(number).getAssignee()).isEqualTo("ivan.petrov");

        jdbc.sql("update ticket set requester = 'pia.weber' where number = ?").param(number).update();
        long recorded = desk.recorded("GIVEN_BACK", "hana.sato");
        assertThat(Visitor.signedIn(base, "hana.sato").post(path + "/assignee", "{\"userId\":null}").statusCode()).isEqualTo(204);
        assertThat(desk.recorded("GIVEN_BACK", "hana.sato")).isEqualTo(recorded + 1);
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s %s", answer.uri(), answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains(SENTENCE);
    }

    private List<Object> everything() {
        Task now = desk.task(number);
        return Arrays.asList(now.getName(), now.getDescription(), now.getOwner(), now.getAssignee(), now.getPriority(), now.getDueDate(),
                now.getFollowUpDate(), now.getParentTaskId(), now.getDelegationState(), tasks.getIdentityLinksForTask(now.getId()).toString());
    }
}
