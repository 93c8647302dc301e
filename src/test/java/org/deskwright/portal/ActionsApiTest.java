package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.audit.Records;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.deskwright.identity.Disavowals;
import org.deskwright.resolution.ActionState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Taking back over the public API: who, what, and every way in which it is refused. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class ActionsApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REASON = "{\"reason\":\"Granted to the wrong person\"}";

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Disavowals disavowals;
    @Value("${desk.base-url}")
    private String base;

    @Test
    void aDemandIsAnsweredWithItsStateAndTheSameAgainWithTheFirst() throws Exception {
        String action = grant("farid.haddad");
        HttpResponse<String> first = as("judit.nagy", action, REASON);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(json(first).fieldNames()).toIterable().containsExactly("id", "actionId", "ticket", "state", "demandedBy", "reason", "demandedAt");
        assertThat(json(first).get("state").asText()).isEqualTo("under-way");
        assertThat(json(first).get("demandedBy").asText()).isEqualTo("judit.nagy");
        desk.runJobs();
        HttpResponse<String> second = as("judit.nagy", action, "{\"reason\":\"Still\"}");
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(json(second).get("state").asText()).isEqualTo("revoked");
        assertThat(json(second).get("id")).isEqualTo(json(first).get("id"));
        assertThat(json(second).get("reason").asText()).isEqualTo("Granted to the wrong person");
        HttpResponse<String> another = as("kwame.mensah", action, "{\"reason\":\"Me too\"}");
        assertThat(another.statusCode()).isEqualTo(201);
        assertThat(json(another).get("state").asText()).isEqualTo("revoked");
        assertThat(json(another).get("reason").asText()).isEqualTo("Me too");
    }

    @ParameterizedTest
    @CsvSource({"kwame.mensah, 201", "noor.ali, 201", "ivan.petrov, 201", "judit.nagy, 201", "hana.sato, 403", "chloe.martin, 403",
        "mateo.garcia, 403", "farid.haddad, 403", "ada.lindqvist, 403"})
    void onlyTheEntitledMay(String login, int status) throws Exception {
        String action = grant("farid.haddad");
        HttpResponse<String> answer = as(login, action, REASON);
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 403) {
            assertThat(json(answer).get("detail").asText()).contains("may not take back");
            assertThat(record(login)).contains("REVOCATION_REFUSED");
            as("judit.nagy", action, REASON);
        }
        desk.runJobs();
    }

    @ParameterizedTest
    @CsvSource({"ada.lindqvist, 201", "ben.okafor, 403"})
    void aRecoveryIsForItsOwnPersonToStop(String login, int status) {
        classifier.believe("password-reset", 0.97);
        String number = desk.file("ada.lindqvist", "Password", "I forgot my password");
        desk.reply(number, "ada.lindqvist", desk.codeOnPhone(number));
        assertThat(as(login, desk.actions(number).get(0).id().toString(), "{\"reason\":\"This wasn't me\"}").statusCode()).isEqualTo(status);
        desk.runJobs();
    }

    /** Whoever has lost the account cannot sign in. */
    @Test
    void thisWasNotMeNeedsNoLoginButTheLinkAlone() {
        classifier.believe("password-reset", 0.97);
        String number = desk.file("farid.haddad", "Password", "I forgot my password");
        desk.reply(number, "farid.haddad", desk.codeOnPhone(number));
        UUID link = desk.actions(number).get(0).id();
        String secret = disavowals.issue(link, number, "farid.haddad");
        assertThat(Visitor.stranger(base).submit("/not-me?token=" + secret, "/not-me", "token=" + secret).statusCode()).isEqualTo(200);
        desk.runJobs();
        assertThat(desk.actions(number)).filteredOn(it -> it.id().equals(link)).singleElement().extracting("state").isEqualTo(ActionState.REVOKED);
        assertThat(jdbc.sql("select queue from ticket where source_key = ? and priority = 1").param("disowned:" + link).query(String.class).single())
                .isEqualTo("security");
        assertThat(Visitor.stranger(base).get("/not-me?token=" + secret).body()).contains("Somebody has told us so already.");
    }

    /** It may be a suspicion. */
    @Test
    void fromWhomItIsTakenDoesNotReadWhy() throws Exception {
        classifier.believe("password-reset", 0.97);
        String number = desk.file("pia.weber", "Password", "I forgot my password");
        desk.reply(number, "pia.weber", desk.codeOnPhone(number));
        String link = desk.actions(number).get(0).id().toString();
        as("pia.weber", link, "{\"reason\":\"This wasn't me\"}");
        as("kwame.mensah", link, "{\"reason\":\"Somebody else sits at her desk\"}");
        HttpResponse<String> own = as("pia.weber", link, "{\"reason\":\"This wasn't me\"}");
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(own.body()).doesNotContain("sits at her desk", "kwame");
        desk.runJobs();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                | reason
            {"reason":null}   | reason
            {"reason":"  "}   | reason
            {"reason":{}}     | reason
            []                | ''
            {"reason":        | ''
            """)
    void badInputNamesTheFieldAndIsOnTheRecord(String body, String field) throws Exception {
        String action = grant("grace.kim");
        int before = record("judit.nagy").size();
        HttpResponse<String> answer = as("judit.nagy", action, body);
        problem(answer, 400);
        assertThat(json(answer).at("/errors/0/field").asText()).isEqualTo(field);
        assertThat(record("judit.nagy")).hasSize(before + 1).endsWith("REVOCATION_REFUSED");
        as("judit.nagy", action, REASON);
        desk.runJobs();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "nope", "DW-1001"})
    void unknownActionsAreUnknown(String id) throws Exception {
        int before = record("judit.nagy").size();
        HttpResponse<String> answer = as("judit.nagy", id, REASON);
        problem(answer, 404);
        assertThat(json(answer).get("detail").asText()).contains(id);
        assertThat(record("judit.nagy")).hasSize(before + 1).endsWith("REVOCATION_REFUSED");
    }

    @Test
    void whatIsNotThereCannotBeTakenBack() throws Exception {
        classifier.believe("access-request", 0.95);
        String waiting = desk.file("ben.okafor", "Reports", "I need the finance reports");
        HttpResponse<String> planned = as("judit.nagy", desk.actions(waiting).get(0).id().toString(), REASON);
        problem(planned, 409);
        assertThat(json(planned).get("detail").asText()).contains("has not been done");

        String action = grant("farid.haddad");
        as("judit.nagy", action, REASON);
        desk.runJobs();
        String ticket = jdbc.sql("select ticket_number from action_plan where id = ?").param(UUID.fromString(action)).query(String.class).single();
        String taking = desk.actions(ticket).stream().filter(it -> it.type().equals("remove-from-group")).findFirst().orElseThrow().id().toString();
        HttpResponse<String> inverse = as("judit.nagy", taking, REASON);
        problem(inverse, 409);
        assertThat(json(inverse).get("detail").asText()).contains("files a new request");
    }

    @Test
    void nobodyAsksWithoutALogin() throws Exception {
        problem(Visitor.stranger(base).post("/api/v1/actions/nope/revocation", REASON), 401);
    }

    @Test
    void itIsDescribed() throws Exception {
        JsonNode path = JSON.readTree(Visitor.stranger(base).get("/v3/api-docs").body()).at("/paths/~1api~1v1~1actions~1{id}~1revocation/post");
        assertThat(path.get("responses").fieldNames()).toIterable().contains("200", "201", "400", "403", "404", "409");
        assertThat(path.get("description").asText()).isNotBlank();
    }

    private String grant(String login) {
        classifier.believe("access-request", 0.95);
        String number = desk.file(login, "Wiki", "wiki please");
        return desk.actions(number).get(0).id().toString();
    }

    private HttpResponse<String> as(String login, String action, String body) {
        return Visitor.machine(base, login).post("/api/v1/actions/" + action + "/revocation", body);
    }

    private List<String> record(String login) {
        return jdbc.sql("select kind from record.entry where who = " + Records.PERSON + " and kind like 'REVOCATION%' order by id").param(login).query(String.class).list();
    }

    private static void problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
