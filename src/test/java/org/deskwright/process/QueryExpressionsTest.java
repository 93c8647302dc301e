package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.deskwright.process.EngineDoorsTest.WEBAPP;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.TaskQuery;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** CVE-2026-109432: what users write into queries and filters is not evaluated. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class QueryExpressionsTest {

    private static final String EVIL = "${''.getClass().forName('java.lang.Runtime')}";
    private static final String GUARDED = "Outside a running process only";
    private static final List<UnaryOperator<TaskQuery>> EXPRESSIONS = List.of(
            query -> query.taskAssigneeExpression(EVIL), query -> query.taskAssigneeLikeExpression(EVIL),
            query -> query.taskOwnerExpression(EVIL), query -> query.taskInvolvedUserExpression(EVIL),
            query -> query.taskCandidateUserExpression(EVIL), query -> query.taskCandidateGroupExpression(EVIL),
            query -> query.taskCandidateGroupInExpression(EVIL), query -> query.processInstanceBusinessKeyExpression(EVIL),
            query -> query.processInstanceBusinessKeyLikeExpression(EVIL), query -> query.taskCreatedOnExpression(EVIL),
            query -> query.taskCreatedBeforeExpression(EVIL), query -> query.taskCreatedAfterExpression(EVIL),
            query -> query.taskUpdatedAfterExpression(EVIL), query -> query.dueDateExpression(EVIL),
            query -> query.dueBeforeExpression(EVIL), query -> query.dueAfterExpression(EVIL),
            query -> query.followUpDateExpression(EVIL), query -> query.followUpBeforeExpression(EVIL),
            query -> query.followUpBeforeOrNotExistentExpression(EVIL), query -> query.followUpAfterExpression(EVIL));

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private FilterService filters;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private ObjectMapper json;
    @Value("${desk.base-url}")
    private String base;

    @ParameterizedTest
    @ValueSource(strings = {"{\"assigneeExpression\": \"${''.getClass()}\"}", "{\"assigneeExpression\": \"${currentUser()}\"}",
        "{\"dueBeforeExpression\": \"${now()}\"}", "{\"involvedUserExpression\": \"${1}\"}", "{\"processInstanceBusinessKeyExpression\": \"${1}\"}"})
    void queriesOfTheMomentTakeNoExpressions(String query) {
        List<HttpResponse<String>> answers = List.of(
                Visitor.signedIn(base, "noor.ali").post(WEBAPP + "/task?maxResults=10", query),
                Visitor.signedIn(base, "hana.sato").post(WEBAPP + "/task/count", query),
                Visitor.machine(base, "mateo.garcia").post("/engine-rest/task/count", query));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("Expressions are forbidden in adhoc queries");
        });
    }

    @Test
    void javaQueriesTakeNoExpressions() {
        EXPRESSIONS.forEach(with -> assertThatThrownBy(() -> with.apply(engine.getTaskService().createTaskQuery()).list())
                .isInstanceOf(BadUserRequestException.class));
    }

    /** The engine's switch does not look into "or" queries: there only the expression manager stands. */
    @Test
    void alternativesAreNoWayRound() {
        String query = "{\"orQueries\": [{\"assigneeExpression\": \"%s\"}]}".formatted(EVIL);
        HttpResponse<String> answer = Visitor.signedIn(base, "hana.sato").post(WEBAPP + "/task/count", query);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Unable to resolve expression");
        assertThatThrownBy(() -> engine.getTaskService().createTaskQuery().or().taskAssigneeExpression(EVIL).endOr().list())
                .hasStackTraceContaining(GUARDED);
    }

    /** Queries made inside a command, or stored with a filter, escape that switch; the expression manager stops them. */
    @Test
    void noQueryGetsAnExpressionEvaluated() {
        EXPRESSIONS.forEach(with -> assertThatThrownBy(() -> inCommand(() -> ((TaskQueryImpl) with.apply(new TaskQueryImpl())).count()))
                .hasStackTraceContaining(GUARDED));
        assertThatThrownBy(() -> inCommand(() -> {
            HistoricTaskInstanceQueryImpl past = new HistoricTaskInstanceQueryImpl();
            past.addExpression("taskAssignee", EVIL);
            return past.count();
        })).hasStackTraceContaining(GUARDED);
    }

    @Test
    void onlyAdministratorsSaveFilters() {
        for (String login : List.of("ada.lindqvist", "hana.sato", "ivan.petrov", "mateo.garcia")) {
            HttpResponse<String> answer = Visitor.signedIn(base, login).post(WEBAPP + "/filter/create", filter("${currentUser()}"));
            assertThat(answer.statusCode()).as(login).isEqualTo(403);
            assertThat(answer.body()).contains("AuthorizationException");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"${''.getClass()}", "${currentUser().toString()}", "${ currentUser() }", "#{currentUser()}", "a${now()}", "${dateTime()}",
        "${dataSource}", "${classifyTicket}"})
    void anAdministratorsFilterEvaluatesNothingElse(String expression) throws Exception {
        Visitor noor = Visitor.signedIn(base, "noor.ali");
        HttpResponse<String> saved = noor.post(WEBAPP + "/filter/create", filter(expression));
        String id = json.readTree(saved.body()).path("id").asText();
        try {
            for (String result : List.of("/list?maxResults=10", "/count")) {
                HttpResponse<String> answer = noor.get(WEBAPP + "/filter/" + id + result);
                assertThat(answer.statusCode()).isEqualTo(500);
                assertThat(answer.body()).contains("Unable to resolve expression");
            }
            assertThatThrownBy(() -> filters.count(id)).hasStackTraceContaining(GUARDED);
        } finally {
            filters.deleteFilter(id);
        }
    }

    /** "My reviews", "My queue", "Escalated" and "Overdue" use the three texts that are evaluated. */
    @Test
    void theReadyMadeFiltersWork() throws Exception {
        classifier.believe("network", 0.3);
        String mine = desk.task(desk.file("ben.okafor", "Network", "The Wi-Fi is slow")).getId();
        classifier.believe("access-request", 0.99);
        String others = desk.task(desk.file("ben.okafor", "Reports", "I need the finance reports")).getId();

        Visitor hana = Visitor.signedIn(base, "hana.sato");
        JsonNode list = json.readTree(hana.get(WEBAPP + "/filter?resourceType=Task&itemCount=true&maxResults=100").body());
        assertThat(list).extracting(filter -> filter.path("name").asText()).contains("My reviews", "My queue", "Escalated", "Overdue");
        assertThat(list).allSatisfy(filter -> {
            String id = filter.path("id").asText();
            String tasks = hana.get(WEBAPP + "/filter/" + id + "/list?maxResults=2000").body();
            assertThat(tasks).doesNotContain(others);
            assertThat(filter.path("itemCount").asInt(-1)).isEqualTo(json.readTree(tasks).size());
            boolean shows = List.of("My queue", "Escalated").contains(filter.path("name").asText());
            assertThat(tasks.contains(mine)).as(filter.path("name").asText()).isEqualTo(shows);
        });
    }

    /** Start events and start forms are evaluated with no execution as well: literals work, and nothing that calls. */
    @Test
    void startEventsEvaluateNothingElse() {
        assertThatThrownBy(() -> repository.createDeployment().addString("tiny.bpmn", timer("${''.getClass()}")).deploy())
                .hasStackTraceContaining(GUARDED);
        String id = repository.createDeployment().addString("tiny.bpmn", timer("R/PT24H")).deploy().getId();
        repository.deleteDeployment(id, true);
    }

    private static String timer(String cycle) {
        return TinyModel.process("""
                <startEvent id="start"><timerEventDefinition><timeCycle xsi:type="tFormalExpression">%s</timeCycle></timerEventDefinition></startEvent>
                <sequenceFlow id="f" sourceRef="start" targetRef="end"/><endEvent id="end"/>""".formatted(cycle));
    }

    private Object inCommand(Supplier<Object> query) {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired().execute(context -> query.get());
    }

    private static String filter(String expression) {
        return "{\"resourceType\": \"Task\", \"name\": \"theirs\", \"query\": {\"assigneeExpression\": \"%s\"}, \"properties\": {}}".formatted(expression);
    }
}
