package org.deskwright.inference;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Each call of a model: on the record, among the costs, and in the metrics. Nothing that was sent or answered is in any of them. */
final class CallLog {

    private static final String ANSWERED = "answered";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditLog audit;
    private final MeterRegistry metrics;
    private final Clock clock;

    CallLog(JdbcClient jdbc, TransactionTemplate transaction, AuditLog audit, MeterRegistry metrics, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * @param answer  {@code null} if there was none
     * @param version of the model, in characters that the desk lets through
     * @param failure {@code null} if the answer counts
     */
    record Call(Question question, ModelSettings settings, Prompt prompt, ModelAnswer answer, String version, BigDecimal cost, Duration took,
                Masking.Masked masked, int attempts, Certainty certainty, NoReply failure) {

        String outcome() {
            return failure == null ? ANSWERED : failure.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        long tokensIn() {
            return answer == null ? 0 : answer.tokensIn();
        }

        long tokensOut() {
            return answer == null ? 0 : answer.tokensOut();
        }

        /** By the names of OCSF's profile ai_operation, as far as it has one. */
        private Map<String, Object> facts() {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("step", question.skill().word());
            facts.put("ai_model", Map.of("ai_provider", settings.kind(), "model_name", settings.model(), "version", version));
            facts.put("prompt", Map.of("id", prompt.id(), "hash", prompt.hash()));
            facts.put("message_context", Map.of("prompt_tokens", tokensIn(), "completion_tokens", tokensOut(), "total_tokens", tokensIn() + tokensOut()));
            facts.put("cost", cost.toPlainString());
            facts.put("duration", took.toMillis());
            facts.put("attempts", attempts);
            facts.put("masked", masked.count());
            facts.put("maskedShare", masked.share());
            facts.put("outcome", outcome());
            facts.put("why", failure == null ? null : failure.getMessage());
            facts.put("certainty", certainty);
            return facts;
        }
    }

    void keep(Call call) {
        String model = call.settings().name();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into model_call (id, ticket_number, step, model, outcome, tokens_in, tokens_out, cost, called_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(UUID.randomUUID(), call.question().ticket(), call.question().skill().word(), model, call.outcome(),
                            call.tokensIn(), call.tokensOut(), call.cost(), Timestamp.from(clock.instant())).update();
            audit.write(call.question().ticket(), "MODEL_CALL", Actor.performer("model " + model, call.version()), call.facts());
        });
        String step = call.question().skill().word();
        metrics.timer("desk.model.calls", "model", model, "step", step, "outcome", call.outcome()).record(call.took());
        metrics.counter("desk.model.tokens", "model", model, "step", step, "direction", "in").increment(call.tokensIn());
        metrics.counter("desk.model.tokens", "model", model, "step", step, "direction", "out").increment(call.tokensOut());
        metrics.counter("desk.model.cost", "model", model, "step", step).increment(call.cost().doubleValue());
        metrics.counter("desk.model.texts", "model", model, "masked", String.valueOf(call.masked().count() > 0)).increment();
        metrics.counter("desk.model.masked", "model", model).increment(call.masked().count());
    }
}
