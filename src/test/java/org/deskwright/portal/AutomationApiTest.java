package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.audit.Records;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.deskwright.governance.Switches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The stop switches over HTTP: who may, what is answered, and what a stop does to a request that comes in. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class AutomationApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AUTOMATION = "/api/v1/automation";
    private static final String STOP = "{\"scope\":\"category\",\"name\":\"access-request\",\"stopped\":true,\"reason\":\"Strange mails\"}";
    private static final String LOWER = "{\"phase\":\"route\",\"reason\":\"Wrong groups\"}";

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private Switches switches;
    @Autowired
    private JdbcClient jdbc;
    @Value("${desk.base-url}")
    private String base;

    @AfterEach
    void goOn() {
        switches.all().stream().filter(it -> it.stopped()).forEach(it -> switches.resume(it.scope(), it.name(), "noor.ali", "Test over", switches.revision()));
        jdbc.sql("delete from automation_phase").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada.lindqvist", "hana.sato", "ivan.petrov", "judit.nagy", "mateo.garcia", "eva.rossi", "lena.fischer"})
    void othersNeitherSeeNorSetAnything(String login) {
        Visitor other = Visitor.machine(base, login);
        HttpResponse<String> looked = other.get(AUTOMATION);
        long before = refused(login);
        List<HttpResponse<String>> answers = List.of(looked, other.put(AUTOMATION, STOP),
                other.put(AUTOMATION + "/categories/access-request", LOWER), other.post(AUTOMATION + "/breaker/votes", "{\"reason\":\"x\"}"));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            assertThat(answer.body()).contains("security and desk-admins");
        });
        assertThat(switches.all()).noneMatch(it -> it.stopped());
        assertThat(before).as("who looks is on the record, too").isPositive();
        assertThat(refused(login)).isEqualTo(before + 3);
    }

    private long refused(String login) {
        return jdbc.sql("select count(*) from record.entry where kind = 'AUTOMATION_REFUSED' and who = " + Records.PERSON).param(login).query(Long.class).single();
    }

    @Test
    void strangersMeetThePorter() {
        assertThat(Visitor.stranger(base).put(AUTOMATION, STOP).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kwame.mensah", "noor.ali"})
    void securityAndDeskAdminsStopAndResume(String login) throws Exception {
        Visitor entitled = Visitor.machine(base, login);
        JsonNode stopped = category(json(entitled.put(AUTOMATION, STOP)), "access-request").get("stop");
        assertThat(stopped.get("stopped").asBoolean()).isTrue();
        assertThat(stopped.get("setBy").asText()).isEqualTo(login);
        assertThat(stopped.get("reason").asText()).isEqualTo("Strange mails");
        assertThat(stopped.get("setAt").asText()).startsWith("20");
        long revision = json(entitled.get(AUTOMATION)).get("revision").asLong();
        String resume = STOP.replace("true", "false");
        assertThat(entitled.put(AUTOMATION, resume).body()).contains("revision");
        assertThat(entitled.put(AUTOMATION, resume.replace("}", ",\"revision\":%d}".formatted(revision - 1))).statusCode()).isEqualTo(409);
        JsonNode resumed = json(entitled.put(AUTOMATION, resume.replace("}", ",\"revision\":%d}".formatted(revision))));
        assertThat(category(resumed, "access-request").get("stop").get("stopped").asBoolean()).isFalse();
        assertThat(jdbc.sql("select count(*) from record.entry where who = " + Records.PERSON + " and kind in ('AUTOMATION_STOPPED', 'AUTOMATION_RESUMED')")
                .param(login).query(Integer.class).single()).isGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"scope":"category","name":"cars","stopped":true,"reason":"x"}         | 404 | cars
            {"scope":"action-type","name":"delete-all","stopped":true,"reason":"x"} | 404 | delete-all
            {"scope":"ticket","name":"DW-0","stopped":true,"reason":"x"}           | 404 | DW-0
            {"scope":"everything","name":"x","stopped":true,"reason":"x"}          | 404 | has no name
            {"scope":"planet","stopped":true,"reason":"x"}                         | 400 | scope
            {"scope":"everything","stopped":true,"reason":" "}                     | 400 | reason
            {"scope":"everything","stopped":true}                                  | 400 | reason
            {"scope":"everything","reason":"x"}                                    | 400 | stopped
            {"scope":"everything","stopped":"perhaps","reason":"x"}                | 400 | stopped
            {"scope":                                                              | 400 | must be a JSON object
            {"scope":"everything","stopped":true,"stopped":false,"reason":"x","revision":0} | 400 | names each field once
            {"scope":"everything","stopped":false,"reason":"x","revision":"a"}     | 400 | revision: must be a number
            """)
    void badInputSaysWhatIsWrongAndStandsOnTheRecord(String body, int status, String named) throws Exception {
        long before = refused();
        HttpResponse<String> answer = Visitor.machine(base, "kwame.mensah").put(AUTOMATION, body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).get("detail").asText()).contains(named);
        assertThat(switches.all()).noneMatch(it -> it.stopped());
        assertThat(refused()).isEqualTo(before + 1);
    }

    @Test
    void aCategoryIsRaisedByDecisionAndLoweredAtOnce() throws Exception {
        Visitor noor = Visitor.machine(base, "noor.ali");
        String raise = "{\"phase\":\"assist\",\"reason\":\"Try it\",\"override\":\"Nothing is measured yet\",\"revision\":%d}";
        long revision = json(noor.get(AUTOMATION)).get("revision").asLong();
        assertThat(noor.put(AUTOMATION + "/categories/cars", LOWER).statusCode()).isEqualTo(404);
        assertThat(noor.put(AUTOMATION + "/categories/email", "{\"phase\":\"full\",\"reason\":\"x\"}").body()).contains("full");
        assertThat(noor.put(AUTOMATION + "/categories/email", "{\"phase\":\"auto\",\"reason\":\"x\",\"revision\":%d}".formatted(revision)).body()).contains("override");
        JsonNode email = category(json(noor.put(AUTOMATION + "/categories/email", raise.formatted(revision))), "email");
        assertThat(email.get("phase").asText()).isEqualTo("assist");
        assertThat(email.get("override").asText()).isEqualTo("Nothing is measured yet");
        assertThat(category(json(noor.put(AUTOMATION + "/categories/email", LOWER)), "email").get("phase").asText()).isEqualTo("route");
        assertThat(noor.post(AUTOMATION + "/breaker/votes", "{\"reason\":\"x\"}").statusCode()).isEqualTo(409);
    }

    @Test
    void aStoppedRequestWaitsForAPersonAndActsOnceApproved() {
        Visitor.machine(base, "kwame.mensah").put(AUTOMATION, STOP);
        classifier.believe("access-request", 0.97);
        String number = desk.file("pia.weber", "Wiki", "Please give me edit rights in the wiki");
        assertThat(desk.ticket(number).reasons()).contains("automation-stopped");
        assertThat(desk.task(number).getTaskDefinitionKey()).isEqualTo("userTask_reviewAction");
        assertThat(desk.incidents()).isZero();
        desk.decide(number, "judit.nagy", "approve", java.util.Map.of());
        assertThat(desk.actions(number)).singleElement().satisfies(action -> assertThat(action.state().word()).isEqualTo("confirmed"));
    }

    @Test
    void whatIsNotRolledOutIsTheWorkOfAPersonAndWhatIsHalfWayIsProposed() {
        Visitor noor = Visitor.machine(base, "noor.ali");
        classifier.believe("access-request", 0.97);
        noor.put(AUTOMATION + "/categories/access-request", LOWER);
        String routed = desk.file("grace.kim", "Wiki", "Please give me edit rights in the wiki");
        assertThat(desk.ticket(routed).queue()).isEqualTo("identity");
        assertThat(desk.task(routed).getTaskDefinitionKey()).isEqualTo("userTask_fulfilRequest");
        assertThat(desk.actions(routed)).isEmpty();

        noor.put(AUTOMATION + "/categories/access-request", "{\"phase\":\"assist\",\"reason\":\"x\",\"override\":\"y\",\"revision\":%d}".formatted(switches.revision()));
        String proposed = desk.file("farid.haddad", "Wiki", "Please give me edit rights in the wiki");
        assertThat(desk.ticket(proposed).reasons()).contains("phase-assist");
        assertThat(desk.task(proposed).getTaskDefinitionKey()).isEqualTo("userTask_reviewAction");
    }

    @Test
    void aReplyByStaffReachesTheRequesterAndPausesTheTicket() throws Exception {
        classifier.believe("software", 0.9);
        String number = desk.file("ada.lindqvist", "Excel", "slow");
        HttpResponse<String> answer = Visitor.machine(base, "hana.sato").post("/api/v1/tickets/" + number + "/replies", "{\"text\":\"I look at it myself\"}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(desk.mails(number)).last().asString().contains("one of our people answers your request");
        assertThat(json(Visitor.machine(base, "noor.ali").get(AUTOMATION)).get("tickets").toString()).contains(number, "hana.sato");
        assertThat(desk.ticket(number).status().word()).isEqualTo("in-progress");
    }

    private long refused() {
        return jdbc.sql("select count(*) from record.entry where kind = 'AUTOMATION_REFUSED'").query(Long.class).single();
    }

    private static JsonNode category(JsonNode automation, String id) {
        for (JsonNode category : automation.get("categories")) {
            if (category.get("id").asText().equals(id)) {
                return category;
            }
        }
        throw new AssertionError(automation.toString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
