package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.audit.Records;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** What the public API makes of what it is sent: kept as it is, or refused by the name of its field. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class TicketsApiInputTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TICKETS = "/api/v1/tickets";

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Value("${desk.base-url}")
    private String base;
    private Visitor ada;

    @BeforeEach
    void people() {
        classifier.believe("software", 0.9);
        ada = Visitor.machine(base, "ada.lindqvist");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"body":"b"}                    | subject
            {"subject":" ","body":"b"}      | subject
            {"subject":"s"}                 | body
            {"subject":"s","body":""}       | body
            {"subject":"s","body":" \\n "}   | body
            {"subject":"\\u0000","body":"b"}  | subject
            {"subject":"a\\uD800b","body":"b"} | subject
            {"subject":"s","body":"a\\u0007b"} | body
            {"subject":"s","body":"a\\uD800b"} | body
            {"subject":{},"body":"b"}       | subject
            {"subject":5,"body":"b"}        | subject
            {"subject":"s","body":1.5}      | body
            {"subject":"s","body":true}     | body
            """)
    void badInputNamesTheFieldAndIsOnTheRecord(String body, String field) throws Exception {
        long before = desk.recorded("REQUEST_REFUSED", "ada.lindqvist");
        HttpResponse<String> answer = ada.post(TICKETS, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(json(answer).get("errors").get(0).get("field").asText()).isEqualTo(field);
        assertThat(desk.recorded("REQUEST_REFUSED", "ada.lindqvist")).isEqualTo(before + 1);
    }

    @Test
    void whatNoMethodTakesIsOnTheRecordToo() throws Exception {
        long before = desk.recorded("REQUEST_REFUSED", "ada.lindqvist");
        assertThat(ada.post(TICKETS, "{}", Map.of("Content-Type", "text/plain")).statusCode()).isEqualTo(415);
        assertThat(ada.post(TICKETS, "{}", Map.of("Accept", "text/csv")).statusCode()).isEqualTo(406);
        assertThat(ada.post("/api/v1/audit/erasures", "{\"person\":\"hana.sato\",\"reason\":\"x\"}").statusCode()).isEqualTo(403);
        assertThat(desk.recorded("REQUEST_REFUSED", "ada.lindqvist")).isEqualTo(before + 3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            replies      | {"text":5}                  | text: must be a text
            replies      | {"text":["a"]}              | text: must be a text
            confirmation | {"solved":"true"}           | solved: must be true or false
            confirmation | {"solved":1}                | solved: must be true or false
            confirmation | {"solved":true,"text":true} | text: must be a text
            confirmation | true                        | The request must be a JSON object that names each field once
            confirmation | {"solved":tru               | The request must be a JSON object that names each field once
            confirmation | {"solved":false,"solved":true} | The request must be a JSON object that names each field once
            replies      | {"text":"a","text":"b"}     | The request must be a JSON object that names each field once
            """)
    void aWrongTypeIsNoAnswerAndTheRightOneIsNamed(String path, String body, String detail) throws Exception {
        HttpResponse<String> answer = ada.post(TICKETS + "/" + desk.file("ada.lindqvist", "Excel", "slow") + "/" + path, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("detail").asText()).isEqualTo(detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{\"subject\":", "1", "{\"subject\":\"s\",\"body\":\"b\",\"body\":\"c\"}"})
    void whatIsNoObjectOrSaysTwoThingsHasNoFieldToNameAndIsOnTheRecord(String body) throws Exception {
        long before = desk.recorded("REQUEST_REFUSED", "ada.lindqvist");
        JsonNode problem = json(ada.post(TICKETS, body));
        assertThat(problem.get("status").asInt()).isEqualTo(400);
        assertThat(problem.get("detail").asText()).isEqualTo("The request must be a JSON object that names each field once");
        assertThat(problem.has("errors")).isFalse();
        assertThat(desk.recorded("REQUEST_REFUSED", "ada.lindqvist")).isEqualTo(before + 1);
    }

    /** Another format would have other rules for what is a text, and for what stands twice. */
    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/xml", "text/plain"})
    void nothingButJsonIsRead(String type) {
        assertThat(ada.post(TICKETS, "{\"subject\":\"s\",\"body\":\"b\"}", Map.of("Content-Type", type)).statusCode()).isEqualTo(415);
    }

    @Test
    void anAddressAtWhichNothingIsSaysSo() throws Exception {
        JsonNode problem = json(ada.get("/api/v1/nosuch"));
        assertThat(problem.get("status").asInt()).isEqualTo(404);
        assertThat(problem.get("detail").asText()).isEqualTo("There is nothing at this address");
    }

    @Test
    void aSubjectStandsOnOneLine() throws Exception {
        HttpResponse<String> filed = ada.post(TICKETS, "{\"subject\":\" a\\r\\nBcc: x@y\\u0000\\u0085\\tb\",\"body\":\"b\"}");
        assertThat(desk.ticket(json(filed).get("number").asText()).subject()).isEqualTo("a Bcc: x@y b");
    }

    @Test
    void whoCannotReadTheAnswerFilesNothing() throws Exception {
        long before = json(ada.get(TICKETS)).get("total").asLong();
        assertThat(ada.post(TICKETS, "{\"subject\":\"s\",\"body\":\"b\"}", Map.of("Accept", "application/xml")).statusCode()).isEqualTo(406);
        assertThat(json(ada.get(TICKETS)).get("total").asLong()).isEqualTo(before);
    }

    @Test
    void whatCannotBeKeptIsRefusedInRepliesToo() throws Exception {
        String number = desk.file("ada.lindqvist", "Excel", "slow");
        String ticket = TICKETS + "/" + number;
        for (HttpResponse<String> answer : List.of(ada.post(ticket + "/replies", "{\"text\":\"a\\u0000b\"}"),
                ada.post(ticket + "/confirmation", "{\"solved\":true,\"text\":\"a\\u0000b\"}"))) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(json(answer).get("errors").get(0).get("field").asText()).isEqualTo("text");
            assertThat(json(answer).get("detail").asText()).contains("U+0000");
        }
        assertThat(ada.post(ticket + "/replies", "{\"text\":\"two\\n\\tlines\"}").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status=open", "category=cars", "page=-1", "page=x", "size=0", "size=1000000"})
    void badFiltersNameTheField(String query) throws Exception {
        HttpResponse<String> answer = ada.get(TICKETS + "?" + query);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("errors").get(0).get("field").asText()).isEqualTo(query.substring(0, query.indexOf('=')));
    }

    @Test
    void anEmptyFilterIsNone() throws Exception {
        desk.file("ada.lindqvist", "Excel", "slow");
        assertThat(json(ada.get(TICKETS + "?status=&category=&page=&size="))).isEqualTo(json(ada.get(TICKETS)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"${7*7} #{T(java.lang.Runtime)}", "'; drop table ticket; --", "*)(uid=*", "<script>alert(1)</script>",
        "${jndi:ldap://x/a}", "\\u202E\\u0085", "{name} {number} Bcc: x@y"})
    void hostileTextIsText(String text) throws Exception {
        HttpResponse<String> filed = ada.post(TICKETS, "{\"subject\":\"%s\",\"body\":\"%s\"}".formatted(text, text));
        assertThat(filed.statusCode()).isEqualTo(201);
        desk.runJobs();
        String number = json(filed).get("number").asText();
        assertThat(desk.ticket(number).status().word()).isEqualTo("in-progress");
        assertThat(ada.get(TICKETS + "/" + number).body()).doesNotContain("49 ");
        assertThat(Visitor.signedIn(base, "hana.sato").get("/staff/tickets/" + number + "/brief").body()).doesNotContain("<script>alert");
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
