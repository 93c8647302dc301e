package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.when;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.audit.Records;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.deskwright.resolution.Actions;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketPage;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;

/** The public API as its callers meet it: over HTTP, with a login. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class TicketsApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TICKETS = "/api/v1/tickets";

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private JdbcClient jdbc;
    @Value("${desk.base-url}")
    private String base;
    private Visitor ada;
    private Visitor hana;

    @BeforeEach
    void people() {
        classifier.believe("software", 0.9);
        ada = Visitor.machine(base, "ada.lindqvist");
        hana = Visitor.machine(base, "hana.sato");
    }

    @Test
    void aRequestIsFiledAndShownWithWhatWasEstablished() throws Exception {
        HttpResponse<String> filed = ada.post(TICKETS, "{\"subject\":\"Excel\",\"body\":\"Excel is slow\"}");
        assertThat(filed.statusCode()).isEqualTo(201);
        assertThat(json(filed).get("status").asText()).isEqualTo("received");
        String number = json(filed).get("number").asText();
        JsonNode fresh = json(ada.get(TICKETS + "/" + number));
        assertThat(fresh.get("category").isNull()).isTrue();
        assertThat(fresh.get("confidence").isNull()).isTrue();

        desk.runJobs();
        JsonNode ticket = json(ada.get(TICKETS + "/" + number));
        assertThat(ticket.get("status").asText()).isEqualTo("in-progress");
        assertThat(ticket.get("requester").asText()).isEqualTo("ada.lindqvist");
        assertThat(ticket.get("confidence").get("value").asDouble()).isEqualTo(0.9);
        assertThat(ticket.get("confidence").get("calibrated").asBoolean()).isTrue();
        assertThat(ticket.get("confidence").get("n").asInt()).isEqualTo(1_000);
        assertThat(ticket.get("queue").asText()).isEqualTo("service-desk");
        assertThat(ticket.get("autonomy").asText()).isEqualTo("review");
        assertThat(ticket.get("reasons").toString()).isEqualTo("[\"no-process\"]");
        assertThat(ticket.fieldNames()).toIterable().containsExactly("number", "subject", "status", "closureCode", "requester",
                "category", "confidence", "sentiment", "urgency", "priority", "language", "queue", "autonomy", "reasons", "actions",
                "timeline");
        assertThat(ticket.get("timeline").get(0).fieldNames()).toIterable().containsExactly("at", "what", "who");
    }

    @Test
    void theSameKeyIsTheSameRequestAndAnotherTextUnderItIsRefused() throws Exception {
        String key = UUID.randomUUID().toString();
        Map<String, String> header = Map.of("Idempotency-Key", key);
        JsonNode first = json(ada.post(TICKETS, "{\"subject\":\"Once\",\"body\":\"only\"}", header));
        JsonNode second = json(ada.post(TICKETS, "{\"subject\":\"Once\",\"body\":\"only\"}", header));
        assertThat(second.get("number")).isEqualTo(first.get("number"));
        assertThat(ada.post(TICKETS, "{\"subject\":\"Twice\",\"body\":\"only\"}", header).statusCode()).isEqualTo(422);
        JsonNode others = json(hana.post(TICKETS, "{\"subject\":\"Once\",\"body\":\"only\"}", header));
        assertThat(others.get("number")).isNotEqualTo(first.get("number"));
        assertThat(ada.post(TICKETS, "{\"subject\":\"a\",\"body\":\"b\"}", Map.of("Idempotency-Key", "x".repeat(201))).body()).contains("Idempotency-Key");
    }

    @Test
    void aPageTakesFewQuestionsToTheDatabase() {
        Tickets tickets = mock();
        Timeline timeline = mock();
        Actions actions = mock();
        Viewer viewer = mock();
        Ticket ticket = desk.ticket(desk.file("ada.lindqvist", "Excel", "slow"));
        when(tickets.search(any())).thenReturn(new TicketPage(Collections.nCopies(50, ticket), 0, 50, 50));
        TicketsApi api = new TicketsApi(mock(), tickets, timeline, actions, mock(), viewer, mock());
        assertThat(api.list(null, null, 0, 50, new TestingAuthenticationToken("ada.lindqvist", "")).items()).hasSize(50);
        assertThat(mockingDetails(timeline).getInvocations()).hasSize(1);
        assertThat(mockingDetails(actions).getInvocations()).hasSize(1);
        assertThat(mockingDetails(tickets).getInvocations()).hasSize(1);
    }

    @Test
    void othersSeeNothingAndStaffSeeAll() throws Exception {
        String number = desk.file("ada.lindqvist", "Mine", "private matters");
        Visitor ben = Visitor.machine(base, "ben.okafor");
        assertThat(ben.get(TICKETS + "/" + number).statusCode()).isEqualTo(403);
        assertThat(ben.get(TICKETS + "?size=200").body()).doesNotContain(number);
        assertThat(ben.post(TICKETS + "/" + number + "/replies", "{\"text\":\"hi\"}").statusCode()).isEqualTo(403);
        assertThat(ben.post(TICKETS + "/" + number + "/confirmation", "{\"solved\":true}").statusCode()).isEqualTo(403);
        assertThat(hana.get(TICKETS + "/" + number).statusCode()).isEqualTo(200);
        assertThat(hana.get(TICKETS + "?category=software&status=in-progress&size=200").body()).contains(number);
        assertThat(hana.post(TICKETS + "/" + number + "/confirmation", "{\"solved\":true}").statusCode()).isEqualTo(403);
        assertThat(ada.get(TICKETS + "/DW-0").statusCode()).isEqualTo(404);
        assertThat(json(ada.get(TICKETS + "/DW-0")).get("detail").asText()).contains("DW-0");
        assertThat(ben.get("/tickets/" + number).statusCode()).isEqualTo(403);
        assertThat(ben.get("/tickets/DW-0").statusCode()).isEqualTo(404);
        assertThat(ben.get("/staff").statusCode()).isEqualTo(403);
        assertThat(Visitor.stranger(base).get(TICKETS).statusCode()).isEqualTo(401);
        assertThat(json(hana.get(TICKETS + "/" + number)).get("timeline").toString()).contains("Classified as");
        assertThat(json(ada.get(TICKETS + "/" + number)).get("timeline").toString()).doesNotContain("Classified as");
    }

    @Test
    void whoeverLaysHandsOnAForeignTicketIsOnTheRecord() throws Exception {
        String number = desk.file("ada.lindqvist", "Mine", "private matters");
        int said = json(ada.get(TICKETS + "/" + number)).get("timeline").size();
        Visitor ben = Visitor.machine(base, "ben.okafor");
        long before = desk.recorded("REQUEST_REFUSED", "ben.okafor");
        assertThat(List.of(ben.post(TICKETS + "/" + number + "/replies", "{\"text\":\"hi\"}"), ben.post(TICKETS + "/" + number + "/confirmation", "{\"solved\":true}")))
                .allSatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(403);
                    assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
                    assertThat(answer.body()).contains(number);
                });
        assertThat(Visitor.signedIn(base, "ben.okafor").submit("/", "/tickets/" + number + "/actions/x/revocation", "reason=mine").statusCode()).isEqualTo(403);
        assertThat(desk.recorded("REQUEST_REFUSED", "ben.okafor")).isEqualTo(before + 3);
        for (int i = 0; i < 2; i++) {
            assertThat(ben.get(TICKETS + "/" + number).statusCode()).isEqualTo(403);
        }
        assertThat(desk.recorded("REQUEST_REFUSED", "ben.okafor")).as("who tries to read it, once").isEqualTo(before + 4);
        assertThat(ben.post("/%61pi/v1/tickets/" + number + "/withdrawal", "").statusCode()).isEqualTo(403);
        assertThat(desk.recorded("REQUEST_REFUSED", "ben.okafor")).as("also with an encoded letter").isEqualTo(before + 5);
        assertThat(json(ada.get(TICKETS + "/" + number)).get("timeline").size()).isEqualTo(said);
    }

    @Test
    void aRequesterAnswersAndConfirms() throws Exception {
        String number = desk.file("ada.lindqvist", "Excel", "slow");
        assertThat(json(ada.post(TICKETS + "/" + number + "/replies", "{\"text\":\"since Monday\"}")).get("timeline").toString()).contains("since Monday");
        assertThat(jdbc.sql("select channel from message where ticket_number = ? and body = 'since Monday'").param(number).query(String.class).single())
                .isEqualTo("api");
        desk.decide(number, "hana.sato", "done", Map.of("text", "Restarted it."));
        assertThat(json(ada.post(TICKETS + "/" + number + "/confirmation", "{}")).get("errors").get(0).get("field").asText()).isEqualTo("solved");
        assertThat(ada.post(TICKETS + "/" + number + "/confirmation", "{\"solved\":true,\"text\":\"great\"}").statusCode()).isEqualTo(200);
        desk.runJobs();
        JsonNode closed = json(ada.get(TICKETS + "/" + number));
        assertThat(closed.get("status").asText()).isEqualTo("closed");
        assertThat(closed.get("closureCode").asText()).isEqualTo("person");
        assertThat(ada.post(TICKETS + "/" + number + "/replies", "{\"text\":\"again\"}").statusCode()).isEqualTo(409);
    }

    @Test
    void theDescriptionSaysWhoseItIsHowToSignInAndHowItRefuses() throws Exception {
        JsonNode api = json(Visitor.stranger(base).get("/v3/api-docs"));
        assertThat(api.at("/info/title").asText()).isEqualTo("Deskwright");
        assertThat(api.at("/info/description").asText()).contains("other staff what lies in their queue").doesNotContain("staff see all");
        assertThat(api.at("/info/version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(api.at("/components/securitySchemes/basic/scheme").asText()).isEqualTo("basic");
        assertThat(api.at("/security/0").has("basic")).isTrue();
        assertThat(api.at("/components/schemas/Problem/properties").fieldNames()).toIterable().contains("detail", "errors");
        assertThat(api.get("paths").toString()).contains("Idempotency-Key");
        api.get("paths").properties().forEach(path -> path.getValue().forEach(operation -> {
            List<String> refusals = path.getKey().contains("{number}") ? List.of("400", "401", "403", "404") : List.of("400", "401", "403");
            assertThat(refusals).as(path.getKey()).allSatisfy(status -> assertThat(operation.get("responses").get(status).get("content").fieldNames())
                    .toIterable().containsExactly("application/problem+json"));
        }));
        assertThat(api.get("paths").fieldNames()).toIterable().contains("/api/v1/tickets/{number}/confirmation", "/api/v1/tickets/{number}/replies");
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
