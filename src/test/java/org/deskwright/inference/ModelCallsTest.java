package org.deskwright.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.deskwright.BareDeskTest;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.RecordSchema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a call leaves behind: a cost that all nodes count, an entry on the record, figures; and nothing of what was said. */
@BareDeskTest
class ModelCallsTest {

    private static final String SECRET_WORDS = "Zanzibar printer of ada.lindqvist@example.org";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final CallLog log;
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private LanguageModel model = request -> ModelBench.answer(StrictAnswerTest.GOOD);

    ModelCallsTest(JdbcClient jdbc, TransactionTemplate transaction, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.log = new CallLog(jdbc, transaction, audit, metrics, clock);
    }

    @BeforeEach
    void aNewMonth() {
        jdbc.sql("delete from model_spending").update();
        jdbc.sql("delete from model_call").update();
    }

    @Test
    void anAnswerIsCountedAndOnTheRecordWithoutItsWords() throws NoReply {
        String[] sent = new String[1];
        model = request -> {
            sent[0] = request.text() + request.instructions();
            return ModelBench.answer(StrictAnswerTest.GOOD);
        };
        Reply reply = ask("10", "100");
        assertThat(reply.answer().get("category").asText()).isEqualTo("printing");
        assertThat(reply.certainty().calibrated()).isFalse();
        assertThat(sent[0]).contains("Zanzibar").doesNotContain("ada.lindqvist");
        assertThat(spent()).as("120 tokens at 10 for a million").isEqualByComparingTo("0.0012");
        assertThat(jdbc.sql("select cost from model_call where outcome = 'answered' and tokens_in = 100 and tokens_out = 20").query(BigDecimal.class).single())
                .isEqualByComparingTo("0.0012");
        assertThat(onRecord()).contains(reply.promptHash(), "\"masked\":1", "\"outcome\":\"answered\"").doesNotContain("Zanzibar").doesNotContain("ada.lindqvist").doesNotContain("printing");
        assertThat(metrics.counter("desk.model.masked", "model", ModelBench.NAME).count()).isEqualTo(1);
        assertThat(metrics.counter("desk.model.texts", "model", ModelBench.NAME, "masked", "true").count()).isEqualTo(1);
        assertThat(metrics.timer("desk.model.calls", "model", ModelBench.NAME, "step", "classify", "outcome", "answered").count()).isEqualTo(1);
    }

    @Test
    void whatDoesNotCountIsOnTheRecordAndPaidForAllTheSame() {
        model = request -> new ModelAnswer("Zanzibar!", List.of(), "<b>evil</b> ${x}", null, -5, Long.MAX_VALUE);
        NoReply none = catchThrowableOfType(NoReply.class, () -> ask("10", "1000"));
        assertThat(none.reason()).isEqualTo(NoReply.Reason.UNUSABLE);
        assertThat(none).hasMessageNotContaining("Zanzibar");
        assertThat(spent()).isEqualByComparingTo("100");
        assertThat(onRecord()).contains("\"outcome\":\"unusable\"", "bevil/bx").doesNotContain("Zanzibar");
    }

    @Test
    void whereTheBudgetDoesNotReachNobodyIsAsked() {
        model = request -> {
            throw new AssertionError("asked without money");
        };
        for (String budget : List.of("0", "0.000001")) {
            assertThat(catchThrowableOfType(NoReply.class, () -> ask("10", budget)).reason()).isEqualTo(NoReply.Reason.NO_BUDGET);
        }
        assertThat(jdbc.sql("select count(*) from model_call where outcome = 'no-budget'").query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void aProviderThatDidNotWorkCostsNothing() {
        model = request -> {
            throw new ModelFailure.Unavailable("down");
        };
        assertThat(catchThrowableOfType(NoReply.class, () -> ask("10", "100")).reason()).isEqualTo(NoReply.Reason.UNAVAILABLE);
        assertThat(spent()).isZero();
    }

    @Test
    void whatMayHaveWorkedCostsWhatWasSetAside() {
        model = request -> {
            throw new ModelFailure.TooLarge("cut off");
        };
        assertThat(catchThrowableOfType(NoReply.class, () -> ask("10", "100")).reason()).isEqualTo(NoReply.Reason.TOO_LARGE);
        assertThat(spent()).isPositive();
    }

    /** As on several nodes: the month begins with all of them at once. */
    @Test
    void manyAtOnceDoNotSpendMoreThanThereIs() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 100; i++) {
            threads.submit(() -> new Budget(jdbc, clock, new BigDecimal("10")).setAside(BigDecimal.ONE));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(spent()).isEqualByComparingTo("10");
    }

    @Test
    void outcomesAreKeptForTheModelAndCategoryTheyAreOf() {
        Outcomes outcomes = new Outcomes(jdbc, clock);
        String identity = UUID.randomUUID().toString();
        outcomes.keep(identity, "printing", 0.9, true);
        outcomes.keep(identity, "other", 0.8, false);
        assertThat(outcomes.of(identity, "printing")).containsExactly(new Outcomes.Outcome(0.9, true));
    }

    private Reply ask(String price, String budget) throws NoReply {
        return ModelBench.of(model, new Budget(jdbc, clock, new BigDecimal(budget)), log, price).ask(ModelBench.NAME,
                new Question(null, Skill.CLASSIFY, SECRET_WORDS, List.of(), Map.of("categories", List.of("printing", "other"))), "category", Duration.ofSeconds(30));
    }

    private String onRecord() {
        String body = jdbc.sql("select body from record.entry where kind = 'MODEL_CALL' order by id desc limit 1").query(String.class).single();
        new RecordSchema().check(body);
        return body;
    }

    private BigDecimal spent() {
        return jdbc.sql("select coalesce(sum(spent), 0) from model_spending").query(BigDecimal.class).single();
    }
}
