package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import org.awaitility.Awaitility;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.deskwright.review.StaffReplies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record over HTTP: who reads it, what is found, and what a request that makes no sense is told. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class RecordApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AUDIT = "/api/v1/audit";
    private static final List<String> OF_THE_WHOLE = List.of("/entries", "/entries/%s/proof".formatted(UUID.randomUUID()), "/key", "/export", "/schema");

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private StaffReplies replies;
    @Autowired
    private JdbcClient jdbc;
    @Value("${desk.base-url}")
    private String base;
    private String number;
    private Visitor lena;

    @BeforeEach
    void file() {
        lena = Visitor.machine(base, "lena.fischer");
        classifier.believe("access-request", 0.97);
        number = desk.file("ben.okafor", "Reports", "Please give me access to the finance reports");
        Awaitility.await("the seals").until(() -> story(lena).findValues("index").stream().noneMatch(JsonNode::isNull));
    }

    private JsonNode story(Visitor reader) throws Exception {
        return json(reader.get(AUDIT + "/tickets/" + number)).get("entries");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ben.okafor", "ada.lindqvist", "hana.sato", "noor.ali", "mateo.garcia", "grace.kim"})
    void theWholeRecordIsForAuditorsAndSecurityAlone(String login) {
        assertThat(OF_THE_WHOLE).allSatisfy(path -> {
            HttpResponse<String> answer = Visitor.machine(base, login).get(AUDIT + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(403);
            assertThat(answer.body()).contains("auditors and security");
        });
        assertThat(Visitor.stranger(base).get(AUDIT + "/entries").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"lena.fischer, 200", "kwame.mensah, 200", "hana.sato, 200", "judit.nagy, 200", "noor.ali, 200",
        "eva.rossi, 403", "ben.okafor, 403", "ada.lindqvist, 403", "mateo.garcia, 403"})
    void aTicketsStoryIsAlsoForThoseWhoWorkOnIt(String login, int status) {
        assertThat(Visitor.machine(base, login).get(AUDIT + "/tickets/" + number).statusCode()).isEqualTo(status);
    }

    @Test
    void aPersonIsForgottenOnTheWordOfSecurity() throws Exception {
        String leaver = "leaver.%s@outside.example".formatted(UUID.randomUUID());
        String erasure = erasure(leaver);
        desk.fileUnauthenticated(leaver, "Printer", "It is broken");
        Visitor kwame = Visitor.machine(base, "kwame.mensah");
        assertThat(lena.post(AUDIT + "/erasures", erasure).statusCode()).isEqualTo(403);
        assertThat(kwame.post(AUDIT + "/erasures", erasure(" ")).body()).contains("\"field\":\"person\"");
        assertThat(kwame.post(AUDIT + "/erasures", erasure("words of " + number))).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("person: is no person: what is kept of a ticket goes when it is closed");
        });
        assertThat(received(leaver)).contains(leaver);
        assertThat(kwame.post(AUDIT + "/erasures", erasure).statusCode()).isEqualTo(204);
        assertThat(received(leaver)).doesNotContain(leaver);
        assertThat(kwame.post(AUDIT + "/erasures", erasure).body()).contains("knows nobody of the name " + leaver);
    }

    @Test
    void whoDecidedIsForgottenOnTheWordOfTwoAndNobodyOnTheirOwn() throws Exception {
        desk.decide(number, "kwame.mensah", "approve", Map.of());
        Visitor kwame = Visitor.machine(base, "kwame.mensah");
        assertThat(List.of("kwame.mensah", "kwame.mensah@example.org")).allSatisfy(own -> assertThat(kwame.post(AUDIT + "/erasures", erasure(own))).satisfies(answer -> {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Nobody has the record forget themselves");
        }));
        String staff = desk.file("chloe.martin", "Printer", "Floor 2");
        replies.say(staff, "I look at it", "hana.sato");
        assertThat(kwame.post(AUDIT + "/erasures", erasure("hana.sato")).statusCode()).isEqualTo(202);
        assertThat(kwame.post(AUDIT + "/erasures", erasure("hana.sato@example.org")).statusCode()).as("the same person again").isEqualTo(202);
        Awaitility.await("what is found").until(() -> json(lena.get(AUDIT + "/entries?kind=ERASURE_DEMANDED&person=hana.sato")).get("total").asInt() > 0);
        assertThat(lena.get(AUDIT + "/tickets/" + staff).body()).contains("hana.sato wrote to the requester");
        jdbc.sql("delete from erasure_demand where demanded_by = 'kwame.mensah'").update();
        assertThat(story(lena).toString()).contains("kwame.mensah decides");
    }

    private static String erasure(String person) {
        return "{\"person\": \"%s\", \"reason\": \"Asked for it\"}".formatted(person);
    }

    private String received(String sender) {
        return lena.get(AUDIT + "/entries?kind=RECEIVED&person=" + sender).body();
    }

    @Test
    void staffDoNotReadTheStoryOfTheirOwnRequest() {
        String own = desk.file("hana.sato", "Wiki", "Please give me edit rights in the wiki");
        assertThat(Visitor.machine(base, "hana.sato").get(AUDIT + "/tickets/" + own).statusCode()).isEqualTo(403);
    }

    @Test
    void theStorySaysWhatWasDecidedByWhichTableAndWhatThePersonSaw() throws Exception {
        desk.decide(number, "kwame.mensah", "approve", Map.of());
        JsonNode story = story(lena);
        List<String> words = new ArrayList<>();
        story.forEach(entry -> words.add(entry.get("words").asText()));
        assertThat(words).anyMatch(it -> it.startsWith("The request came in by portal."))
                .anyMatch(it -> it.startsWith("It is about access request, with a confidence of 97 %.") && it.contains("Fingerprint of the request as it was read: "))
                .anyMatch(it -> it.startsWith("The gate asks a person first: add to group for ben.okafor. Why: ") && it.contains("Table thresholds, version 1: rule"))
                .anyMatch(it -> it.startsWith("kwame.mensah decides: approve (add to group for ben.okafor).") && it.contains("The form was review-action, version ") && it.contains("Reasons before their eyes: "))
                .anyMatch(it -> it.startsWith("The desk begins: add to group for ben.okafor."))
                .anyMatch(it -> it.startsWith("It is now confirmed: add to group for ben.okafor."));
        assertThat(story.get(0).get("sequence").asInt()).isOne();
        assertThat(story.get(0).get("kind").asText()).isEqualTo("RECEIVED");
        assertThat(story.findValues("step").stream().filter(JsonNode::isObject)).anySatisfy(step -> assertThat(step.get("process").asText()).isEqualTo("triage-ticket"));
    }

    @Test
    void entriesAreFoundByWhatIsAskedFor() throws Exception {
        JsonNode found = json(lena.get(AUDIT + "/entries?person=ben.okafor&ticket=%s&kind=PLAN&from=2020-01-01&to=2999-12-31".formatted(number)));
        assertThat(found.get("total").asInt()).isOne();
        assertThat(found.at("/items/0/facts/target").asText()).isEqualTo("ben.okafor");
        assertThat(json(lena.get(AUDIT + "/entries?outcome=review&ticket=" + number)).at("/items/0/facts/autonomy").asText()).isEqualTo("review");
        assertThat(json(lena.get(AUDIT + "/entries?ticket=%s&to=2020-01-01".formatted(number))).get("total").asInt()).isZero();
        assertThat(json(lena.get(AUDIT + "/entries?size=1")).get("items")).hasSize(1);
    }

    @Test
    void whatTheGateClearsNoPersonHasCleared() throws Exception {
        String wiki = desk.file("farid.haddad", "Wiki", "Please give me edit rights in the wiki");
        assertThat(json(lena.get(AUDIT + "/entries?kind=CLEARANCE&ticket=" + wiki)).at("/items/0/who").asText()).isEqualTo("gate");
        assertThat(json(lena.get(AUDIT + "/entries?person=gate")).get("total").asInt()).as("entries of somebody called gate").isZero();
    }

    @ParameterizedTest
    @CsvSource({"/entries?from=yesterday, 400, is no date", "/entries?from=2026-02-30, 400, is no date", "/entries?from=2026-03-02&to=2026-03-01, 400, must lie after 2026-03-02",
        "/entries?kind=CARS, 400, is none of RECEIVED", "/entries?size=0, 400, must lie between 1 and 200", "/entries?page=-1, 400, must lie between",
        "/entries?person=%01, 400, can be seen", "/entries/x/proof, 400, is not valid", "/entries/00000000-0000-0000-0000-000000000000/proof, 404, no entry of the record has the uid",
        "/tickets/DW-0, 404, There is no ticket DW-0"})
    void badInputIsToldWhatIsWrong(String path, int status, String sentence) throws Exception {
        HttpResponse<String> answer = lena.get(AUDIT + path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(json(answer).get("detail").asText()).contains(sentence);
    }

    @Test
    void proofAndKeyAreFilesAndTheWholeRecordIsAsTheSchemaSays() throws Exception {
        String uid = story(lena).get(0).get("uid").asText();
        HttpResponse<String> proof = Awaitility.await("a signature").until(() -> lena.get(AUDIT + "/entries/%s/proof".formatted(uid)), answer -> answer.statusCode() == 200);
        assertThat(proof.body()).startsWith("c2sp.org/tlog-proof@v1\n");
        assertThat(proof.headers().firstValue("Content-Disposition").orElseThrow()).contains(uid + ".tlog-proof");
        assertThat(lena.get(AUDIT + "/key").body()).startsWith("deskwright.example.org/record+");

        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(lena.get(AUDIT + "/schema").body());
        List<String> lines = lena.get(AUDIT + "/export").body().lines().toList();
        assertThat(lines).hasSizeGreaterThan(10).allSatisfy(line -> assertThat(schema.validate(JSON.readTree(line))).as(line).isEmpty());
        ObjectNode strange = (ObjectNode) JSON.readTree(lines.get(0));
        assertThat(schema.validate(strange.put("another", 1))).isNotEmpty();
    }

    @Test
    void theDescriptionOfTheApiNamesEveryDoor() throws Exception {
        JsonNode paths = json(Visitor.stranger(base).get("/v3/api-docs")).get("paths");
        assertThat(List.of("/entries", "/tickets/{number}", "/entries/{uid}/proof", "/key", "/export", "/schema"))
                .allSatisfy(path -> assertThat(paths.at("/~1api~1v1~1audit" + path.replace("/", "~1") + "/get/responses/403").isObject()).as(path).isTrue());
    }

    private static JsonNode json(HttpResponse<String> answer) throws Exception {
        return JSON.readTree(answer.body());
    }
}
