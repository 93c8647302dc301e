package org.deskwright.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.deskwright.inference.ModelFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailedAnswerTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, 0", "30, 30", "999999999, 86400", "'Mon, 23 Nov 2026 12:00:45 GMT', 45", "'Mon, 23 Nov 2026 11:00:00 GMT', 0",
        "'Fri, 31 Dec 9999 23:59:59 GMT', 86400"})
    void whenToComeBackIsSecondsOrADateAndADayAtMost(String header, long seconds) {
        assertThat(wait(Optional.of(header), "")).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999", "Mon, 99 Nov 2026 12:00:45 GMT"})
    void whatCannotBeReadIsNotSaid(String header) {
        assertThat(wait(Optional.of(header), "")).isEmpty();
    }

    @Test
    void geminiSaysItInTheBody() {
        String body = """
                {"error":{"code":429,"status":"RESOURCE_EXHAUSTED","details":[{"@type":"type.googleapis.com/google.rpc.Help"},
                 {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.07s"}]}}""";
        assertThat(wait(Optional.empty(), body)).contains(Duration.ofSeconds(34));
        assertThat(wait(Optional.of("5"), body)).contains(Duration.ofSeconds(5));
        assertThat(wait(Optional.empty(), "{\"retryDelay\":{\"x\":1}}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":{\"code\":\"context_length_exceeded\"}}", "{\"error\":{\"message\":\"prompt is too long: 210000 tokens > 200000 maximum\"}}",
        "{\"message\":\"Input is too long for requested model.\"}", "{\"error\":{\"message\":\"The input token count (9) exceeds\\nthe maximum\"}}"})
    void aRequestTooLongForTheModelIsTooLarge(String body) {
        assertThat(failure(400, Optional.empty(), body)).isInstanceOf(ModelFailure.TooLarge.class);
    }

    @Test
    void aFilterBeforeTheModelRefuses() {
        assertThat(failure(400, Optional.empty(), "{\"error\":{\"code\":\"content_filter\",\"message\":\"x\"}}")).isInstanceOf(ModelFailure.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "null", "{\"error\":7}", "{\"error\":{\"message\":\"he wrote: prompt is too long\"}}"})
    void anyOtherBadRequestIsForAPersonToMend(String body) {
        assertThat(failure(400, Optional.empty(), body)).isInstanceOf(ModelFailure.Misconfigured.class).hasMessage("m1: HTTP 400");
    }

    private static Optional<Duration> wait(Optional<String> header, String body) {
        return ((ModelFailure.RateLimited) failure(429, header, body)).retryAfter();
    }

    private static ModelFailure failure(int status, Optional<String> header, String body) {
        return FailedAnswer.of("m1", status, header, body.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
