package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.Visitor;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Tickets;
import org.deskwright.triage.LearnedModels;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The classifier's models over HTTP and at a shell: who may, what is refused and why, and a training from its beginning to its end. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class ModelsApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODELS = "/api/v1/models";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Autowired
    private Desk desk;
    @Autowired
    private Tickets tickets;
    @Autowired
    private LearnedModels models;
    @Autowired
    private JdbcClient jdbc;
    @Value("${desk.base-url}")
    private String base;

    @AfterEach
    void forget() {
        jdbc.sql("delete from retraining").update();
        models.candidate().ifPresent(model -> models.decline(model.hash(), null, "DW-0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada.lindqvist", "hana.sato", "grace.kim", "mateo.garcia", "lena.fischer"})
    void othersNeitherSeeNorChangeAnything(String login) {
        Visitor other = Visitor.machine(base, login);
        HttpResponse<String> looked = other.get(MODELS);
        long before = desk.recorded("MODEL_REFUSED", login);
        for (HttpResponse<String> answer : new HttpResponse[] {looked, other.post(MODELS + "/trainings", "{}"),
            other.put(MODELS + "/active", "{\"hash\":\"shipped\",\"reason\":\"x\"}")}) {
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("security and desk-admins");
        }
        assertThat(before).as("who looks is on the record, too").isPositive();
        assertThat(desk.recorded("MODEL_REFUSED", login)).isEqualTo(before + 2);
        assertThat(command("--user", login)).isEqualTo(2);
        assertThat(err.toString()).contains("security and desk-admins").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"hash":"shipped","reason":"x"} | 409 | active already
            {"hash":"abc","reason":"x"}     | 404 | There is no model abc
            {"hash":"shipped","reason":" "} | 400 | reason
            {"hash":"shipped"}              | 400 | reason
            {"reason":"x"}                  | 400 | hash
            """)
    void badInputSaysWhatIsWrong(String body, int status, String named) throws Exception {
        HttpResponse<String> answer = Visitor.machine(base, "noor.ali").put(MODELS + "/active", body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).get("detail").asText()).contains(named);
    }

    @Test
    void withTooFewTicketsNothingIsTrained() {
        assertThat(command("--user", "noor.ali")).isEqualTo(2);
        assertThat(err.toString()).contains("Not yet: ").contains("more closed tickets");
        assertThat(desk.recorded("MODEL_TRAINED", "noor.ali")).isPositive();
    }

    @Test
    void oneTrainingRunsAtATimeUntilItsNodeIsGone() {
        jdbc.sql("insert into retraining (id, running, asked_by, begun_at, seen_at, doing, done, steps) values (?, true, 'kwame.mensah', current_timestamp, current_timestamp, 'x', 0, 1)")
                .param(UUID.randomUUID()).update();
        assertThat(command("--user", "noor.ali")).isEqualTo(2);
        assertThat(err.toString()).contains("A retraining runs already");
        jdbc.sql("update retraining set seen_at = timestamp with time zone '2026-01-01 00:00:00+00'").update();
        assertThat(Visitor.machine(base, "noor.ali").post(MODELS + "/trainings", "{}").statusCode()).isEqualTo(202);
        await().atMost(Duration.ofMinutes(2)).until(() -> !state().at("/training/result").asText().equals("running"));
    }

    @Test
    void theDeskLearnsFromItsTicketsAndAsksPeopleAboutTheNewModel() throws Exception {
        Random chance = new Random(3);
        for (int i = 0; i < 120; i++) {
            String filling = chance.ints(10, 0, 400).mapToObj(word -> "w" + (char) ('a' + word / 20) + "o" + (char) ('a' + word % 20) + "um").collect(Collectors.joining(" "));
            String number = tickets.add("Request", (i % 2 == 0 ? "the quokka laptop " : "the zebra laptop ") + filling, Channel.PORTAL, "test:" + UUID.randomUUID(), "ben.okafor", null, true);
            tickets.classify(number, i % 2 == 0 ? "printing" : "network", Confidence.of("hana.sato"));
            tickets.close(number, ClosureCode.PERSON);
        }
        assertThat(command("--user", "noor.ali")).as(err.toString()).isZero();
        JsonNode state = state();
        String ticket = state.at("/training/ticket").asText();
        assertThat(out.toString()).contains("is better", "cross-fitted", "risk-owners adopts it in Tasklist", ticket);
        assertThat(desk.candidateGroups(desk.task(ticket))).containsExactly("risk-owners");
        assertThat(state.at("/models/0/state").asText()).isEqualTo("candidate");
        assertThat(state.at("/models/0/learned").asInt()).isGreaterThan(60);
        HttpResponse<String> early = Visitor.machine(base, "kwame.mensah").put(MODELS + "/active",
                "{\"hash\":\"%s\",\"reason\":\"x\"}".formatted(state.at("/training/model").asText()));
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("adopted in Tasklist");
        assertThat(Visitor.machine(base, "noor.ali").post(MODELS + "/trainings", "{}").body()).contains("waits for a decision already");
        jdbc.sql("update ticket set forgotten_at = current_timestamp where body like 'the quokka%' or body like 'the zebra%'").update();
    }

    private JsonNode state() throws Exception {
        return JSON.readTree(Visitor.machine(base, "noor.ali").get(MODELS).body());
    }

    private int command(String... more) {
        String[] all = new String[3 + more.length];
        System.arraycopy(new String[] {"--from-desk", "--url", base}, 0, all, 0, 3);
        System.arraycopy(more, 0, all, 3, more.length);
        return ToolProvider.findFirst("train").orElseThrow().run(new PrintWriter(out, true), new PrintWriter(err, true), all);
    }
}
