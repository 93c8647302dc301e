package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.RepositoryService;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.audit.Hash;
import org.deskwright.audit.RecordSchema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people's answers mean stands in a form: which one they saw is on the record, and an answer that cannot be meant counts for nothing. */
@DeskTest
class ShownFormTest {

    private static final Path FORM = Path.of("forms", "review-action.form");

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private RepositoryService repository;
    @Autowired
    private JdbcClient jdbc;

    private String number;

    @BeforeEach
    void kwameIsAsked() {
        classifier.believe("access-request", 0.99);
        number = desk.file("ben.okafor", "Reports", "I need the finance reports");
    }

    @AfterEach
    void theFormIsAsItWas() {
        repository.createDeploymentQuery().deploymentName("another form").list().forEach(other -> repository.deleteDeployment(other.getId(), true));
    }

    @Test
    void theFormInForceIsOnTheRecordAsTheyAreAskedAndAsTheyDecide() throws Exception {
        String first = Files.readString(FORM);
        String second = first.replace("Approve: the desk does it", "Approve: the desk does this");
        repository.createDeployment().name("another form").addString("forms/review-action.form", second).deploy();
        desk.decide(number, "kwame.mensah", "approve", Map.of());
        JsonNode asked = form("ASKED");
        JsonNode decided = form("HUMAN_DECISION");
        assertThat(asked.get("id").asText()).isEqualTo("review-action");
        assertThat(asked.get("sha256").asText()).isEqualTo(Hash.hexOf(Files.readAllBytes(FORM)));
        assertThat(decided.get("sha256").asText()).isEqualTo(Hash.hexOf(second.getBytes()));
        assertThat(decided.get("version").asInt()).isEqualTo(asked.get("version").asInt() + 1);
        new RecordSchema().check(jdbc);
    }

    /** Who gives a reason for declining does not approve, whatever word their form sends with it. */
    @Test
    void aReasonWithAnApprovalIsNoApproval() {
        assertThatThrownBy(() -> desk.decide(number, "kwame.mensah", "approve", Map.of("text", "Not for sales.")))
                .hasMessageContaining("\"approve\" takes no text, and one was sent with it: nothing is decided");
        assertThat(jdbc.sql("select outcome from verdict where ticket_number = ?").param(number).query(String.class).list()).isEmpty();
        desk.decide(number, "kwame.mensah", "approve", Map.of("text", " ")); // an empty field says nothing
        assertThat(jdbc.sql("select outcome from verdict where ticket_number = ?").param(number).query(String.class).list()).isEqualTo(List.of("approve"));
    }

    private JsonNode form(String kind) throws Exception {
        String body = jdbc.sql("select body from record.entry where kind = ? order by id desc limit 1").param(kind).query(String.class).single();
        List<JsonNode> forms = new ObjectMapper().readTree(body).findValues("form");
        assertThat(forms).hasSize(1);
        return forms.get(0);
    }
}
