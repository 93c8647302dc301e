package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.StubModel;
import org.deskwright.audit.RecordSchema;
import org.deskwright.ticket.Confidence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A desk with one language model that is on, and named by the table where the trained classifier is unsure. */
@DeskTest
@Import(ModelAsked.Server.class)
abstract class ModelAsked {

    static final ObjectMapper JSON = new ObjectMapper();
    static final StubModel MODEL = new StubModel();
    static final Confidence UNSURE = new Confidence(0.3, true, "test", 1_000, "isotonic", "0".repeat(64));

    @Autowired
    Desk desk;
    @Autowired
    ScriptedClassifier trained;
    @Autowired
    RepositoryService repository;
    @Autowired
    RuntimeService runtime;
    @Autowired
    JdbcClient jdbc;
    PerformerRows rows;

    /** Ends with the desk. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Server {

        @Bean
        StubModel stubModel() {
            return MODEL;
        }
    }

    @DynamicPropertySource
    static void model(DynamicPropertyRegistry properties) {
        MODEL.registerIn(properties);
    }

    @BeforeEach
    void theTableNamesIt() {
        rows = new PerformerRows(repository);
        rows.deploy("rule_classify", "trained", "model", "person", StubModel.NAME);
        MODEL.forget();
        trained.believe("software", UNSURE);
    }

    @AfterEach
    void nothingIsLeft() {
        await(() -> rowsOf("inquiry") == 0);
        rows.shipped();
        assertThat(rowsOf("unheard")).isZero();
        assertThat(rowsOf("reading_under_way")).isZero();
        assertThat(desk.incidents()).isZero();
        jdbc.sql("select body from record.entry where kind in ('CLASSIFICATION', 'MODEL_CALL') order by id desc limit 100").query(String.class).list()
                .forEach(new RecordSchema()::check);
    }

    List<String> waiting(String number) {
        return runtime.createExecutionQuery().processInstanceBusinessKey(number).list().stream()
                .flatMap(execution -> runtime.getActiveActivityIds(execution.getId()).stream()).filter(id -> id.startsWith("serviceTask")).distinct().toList();
    }

    void awaitTask(String number) {
        await(() -> {
            desk.runJobs();
            return desk.task(number) != null;
        });
    }

    List<String> recorded(String number, String kind) {
        return jdbc.sql("select body from record.entry where ticket_number = ? and kind = ?").params(number, kind).query(String.class).list();
    }

    int rowsOf(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    static String answer(String category) {
        return "{\"category\":\"%s\",\"secondCategory\":\"none\",\"otherPerson\":false,\"instructsMachine\":false,\"confidence\":0.95}".formatted(category);
    }

    static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
