package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.deskwright.process.EngineDoorsTest.WEBAPP;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who × task × door. Everybody has every right over tasks in the engine here, so that nothing but segregation of duties
 * stands between them and a decision.
 */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class DutiesTest {

    private static final String APPROVE = "{\"variables\":{\"outcome\":{\"value\":\"approve\"}}}";

    /** A task that waits for one group, and the decision that the right person makes at it. */
    enum Kind {
        CLASSIFICATION("approve"), ACTION("approve"), FULFILMENT("done");

        final String outcome;

        Kind(String outcome) {
            this.outcome = outcome;
        }
    }

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private TaskService tasks;
    @Autowired
    private IdentityService identity;
    @Autowired
    private AuthorizationService authorizations;
    @Autowired
    private JdbcClient jdbc;
    @Value("${desk.base-url}")
    private String base;

    private Authorization everything;

    @BeforeEach
    void everybodyHasEveryRightOverTasks() {
        everything = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
        everything.setResource(Resources.TASK);
        everything.setResourceId(Authorization.ANY);
        everything.addPermission(Permissions.ALL);
        authorizations.saveAuthorization(everything);
    }

    @AfterEach
    void rightsAreAsBefore() {
        authorizations.deleteAuthorization(everything.getId());
    }

    static Stream<Arguments> refusals() {
        String ownRequest = "%s is your own request: somebody else has to decide";
        String notTheirGroup = "This is for the group %s to decide, and %s is not in it";
        return Stream.of(
                Arguments.of(Kind.CLASSIFICATION, "requester", "hana.sato", ownRequest),
                Arguments.of(Kind.CLASSIFICATION, "other group", "kwame.mensah", notTheirGroup.formatted("service-desk", "kwame.mensah")),
                Arguments.of(Kind.CLASSIFICATION, "no group", "farid.haddad", notTheirGroup.formatted("service-desk", "farid.haddad")),
                Arguments.of(Kind.CLASSIFICATION, "desk-admin", "noor.ali", notTheirGroup.formatted("service-desk", "noor.ali")),
                Arguments.of(Kind.ACTION, "requester", "farid.haddad", ownRequest),
                Arguments.of(Kind.ACTION, "beneficiary", "ben.okafor", "%s is about your own account: somebody else has to decide"),
                Arguments.of(Kind.ACTION, "first approver", "kwame.mensah", "One approval of %s is your own already: somebody else has to give the other"),
                Arguments.of(Kind.ACTION, "other group", "judit.nagy", notTheirGroup.formatted("executives", "judit.nagy")),
                Arguments.of(Kind.ACTION, "desk-admin", "noor.ali", notTheirGroup.formatted("executives", "noor.ali")),
                Arguments.of(Kind.FULFILMENT, "requester", "hana.sato", ownRequest),
                Arguments.of(Kind.FULFILMENT, "other group", "judit.nagy", notTheirGroup.formatted("service-desk", "judit.nagy")),
                Arguments.of(Kind.FULFILMENT, "desk-admin", "noor.ali", notTheirGroup.formatted("service-desk", "noor.ali")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("refusals")
    void whoMayNotDecideIsToldSoAtEveryDoor(Kind kind, String who, String login, String template) {
        String number = waiting(kind);
        String task = desk.task(number).getId();
        String sentence = template.formatted(number);
        for (String step : new String[] {"claim", "assignee", "complete"}) {
            String body = step.equals("complete") ? decision(kind) : "{\"userId\":\"%s\"}".formatted(login);
            refused(Visitor.signedIn(base, login).post("%s/task/%s/%s".formatted(WEBAPP, task, step), body), sentence);
            refused(Visitor.machine(base, login).post("/engine-rest/task/%s/%s".formatted(task, step), body),
                    login.equals("noor.ali") ? sentence : "You may not do this");
        }
        refused(Visitor.signedIn(base, login).post("%s/task/%s/submit-form".formatted(WEBAPP, task), decision(kind)), sentence);
        assertThat(as(login, () -> tasks.claim(task, login))).hasStackTraceContaining(sentence);
        assertThat(as(login, () -> tasks.setAssignee(task, login))).hasStackTraceContaining(sentence);
        assertThat(as(login, () -> tasks.complete(task, answers(kind)))).hasStackTraceContaining(sentence);
        nothingHappened(number, task);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void nobodyIsNobody(Kind kind) {
        String number = waiting(kind);
        String task = desk.task(number).getId();
        HttpResponse<String> web = Visitor.stranger(base).post("%s/task/%s/complete".formatted(WEBAPP, task), decision(kind));
        assertThat(web.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        refused(Visitor.stranger(base).post("/engine-rest/task/%s/complete".formatted(task), decision(kind)), "Sign in");
        assertThat(catchThrowable(() -> tasks.complete(task, answers(kind))))
                .hasStackTraceContaining("A decision needs a person who is signed in");
        nothingHappened(number, task);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theRightPersonDecidesInTasklistAndInJava(Kind kind) {
        String right = kind == Kind.ACTION ? "eva.rossi" : "ivan.petrov";
        String number = waiting(kind);
        String task = desk.task(number).getId();
        refused(Visitor.machine(base, right).post("/engine-rest/task/%s/complete".formatted(task), decision(kind)), "You may not do this");
        Visitor tasklist = Visitor.signedIn(base, right);
        assertThat(tasklist.post("%s/task/%s/claim".formatted(WEBAPP, task), "{\"userId\":\"%s\"}".formatted(right)).statusCode()).isEqualTo(204);
        assertThat(tasklist.post("%s/task/%s/submit-form".formatted(WEBAPP, task), decision(kind)).statusCode()).isIn(200, 204);
        assertThat(decider(task)).isEqualTo(right);

        String again = desk.task(waiting(kind)).getId();
        assertThat(as(right, () -> tasks.complete(again, answers(kind)))).isNull();
        assertThat(decider(again)).isEqualTo(right);
    }

    static Kind[] kinds() {
        return Kind.values();
    }

    /** Assigning and claiming for others say of them what they never did; whoever tries is told so, or that the task is none of theirs. */
    @ParameterizedTest
    @CsvSource({"eva.rossi, People take tasks for themselves: please ask kwame.mensah to claim this one", "ben.okafor, your own account",
        "noor.ali, and noor.ali is not in it"})
    void nobodyGivesATaskToSomebodyElse(String login, String sentence) {
        String number = waiting(Kind.ACTION);
        String task = desk.task(number).getId();
        long before = desk.recorded("TAKEN", "kwame.mensah");
        Visitor visitor = Visitor.signedIn(base, login);
        for (String step : List.of("assignee", "claim")) {
            refused(visitor.post("%s/task/%s/%s".formatted(WEBAPP, task, step), "{\"userId\":\"kwame.mensah\"}"), sentence);
        }
        assertThat(as(login, () -> tasks.setAssignee(task, "kwame.mensah"))).hasStackTraceContaining(sentence);
        assertThat(catchThrowable(() -> tasks.setAssignee(task, "kwame.mensah"))).hasStackTraceContaining("by a person who is signed in");
        assertThat(desk.recorded("TAKEN", "kwame.mensah")).isEqualTo(before);
        nothingHappened(number, task);
    }

    @Test
    void whoDecidesIsOnTheRecordAndNotWhoHadTakenIt() {
        String number = waiting(Kind.CLASSIFICATION);
        jdbc.sql("update ticket set requester = 'pia.weber' where number = ?").param(number).update();
        String task = desk.task(number).getId();
        assertThat(as("ivan.petrov", () -> tasks.claim(task, "ivan.petrov"))).isNull();
        assertThat(as("hana.sato", () -> tasks.complete(task, Map.of("outcome", "approve")))).isNull();
        assertThat(decider(task)).isEqualTo("hana.sato");
        assertThat(desk.story(number)).contains("Approved");
    }

    /** What the first approver chose must not count as the second one's choice. */
    @Test
    void anEarlierAnswerAnswersNothing() {
        String task = desk.task(waiting(Kind.ACTION)).getId();
        refused(Visitor.signedIn(base, "eva.rossi").post("%s/task/%s/complete".formatted(WEBAPP, task), "{}"), "Please choose a decision");
    }

    /** The action's task is the second approval of domain-admins for ben, asked for by farid, after kwame's. */
    private String waiting(Kind kind) {
        classifier.believe(kind == Kind.ACTION ? "access-request" : kind == Kind.FULFILMENT ? "software" : "hardware",
                kind == Kind.ACTION ? 0.99 : kind == Kind.FULFILMENT ? 0.9 : 0.55);
        if (kind != Kind.ACTION) {
            return desk.file("hana.sato", "It", "The thing is slow");
        }
        String number = desk.file("ben.okafor", "Servers", "I need admin rights on servers");
        jdbc.sql("update ticket set requester = 'farid.haddad' where number = ?").param(number).update();
        desk.decide(number, "kwame.mensah", "approve", Map.of());
        return number;
    }

    private static String decision(Kind kind) {
        return answers(kind).entrySet().stream().map(answer -> "\"%s\":{\"value\":\"%s\"}".formatted(answer.getKey(), answer.getValue()))
                .collect(Collectors.joining(",", "{\"variables\":{", "}}"));
    }

    private static Map<String, Object> answers(Kind kind) {
        return kind == Kind.FULFILMENT ? Map.of("outcome", kind.outcome, "text", "It works now.") : Map.of("outcome", kind.outcome);
    }

    private static void refused(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).contains(sentence);
    }

    private Throwable as(String login, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        identity.setAuthentication(login, List.of());
        try {
            return catchThrowable(call);
        } finally {
            identity.clearAuthentication();
        }
    }

    private void nothingHappened(String number, String task) {
        Task still = desk.task(number);
        assertThat(still.getId()).isEqualTo(task);
        assertThat(still.getAssignee()).isNull();
        assertThat(jdbc.sql("select count(*) from verdict where task_id = ?").param(task).query(Integer.class).single()).isZero();
    }

    private String decider(String task) {
        return jdbc.sql("select decided_by from verdict where task_id = ?").param(task).query(String.class).single();
    }
}
