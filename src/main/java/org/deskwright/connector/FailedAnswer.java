package org.deskwright.connector;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.deskwright.inference.ModelFailure;

/** What a status that is not 2xx means, with the few words of vendors that make a difference to the desk. */
final class FailedAnswer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FILTERED = Set.of("content_filter", "content_policy_violation");
    private static final String TOO_LONG = "(?i)(prompt is too long|input is too long|the input token count).*";
    private static final Duration A_DAY = Duration.ofDays(1);

    private FailedAnswer() {
    }

    static ModelFailure of(String model, int status, Optional<String> retryAfter, byte[] body, Instant now) {
        JsonNode said = read(body);
        String message = model + ": HTTP " + status;
        return switch (status) {
            case 408 -> new ModelFailure.TimedOut(message);
            case 413 -> new ModelFailure.TooLarge(message);
            case 424 -> new ModelFailure.Unavailable(message);
            case 429, 529 -> new ModelFailure.RateLimited(message, retryAfter.or(() -> delay(said)).flatMap(wait -> duration(wait, now)).orElse(null));
            case 400 -> refusedRequest(message, said);
            default -> status >= 500 ? new ModelFailure.Unavailable(message) : new ModelFailure.Misconfigured(message);
        };
    }

    private static ModelFailure refusedRequest(String message, JsonNode said) {
        String code = said.at("/error/code").asText();
        if (FILTERED.contains(code)) {
            return new ModelFailure.Refused(message + ", a content filter");
        }
        boolean tooLong = code.equals("context_length_exceeded")
                || Stream.of("/error/message", "/message").anyMatch(place -> said.at(place).asText().matches("(?s)" + TOO_LONG));
        return tooLong ? new ModelFailure.TooLarge(message + ", too long for the model") : new ModelFailure.Misconfigured(message);
    }

    /** Gemini says it in the body: {@code "retryDelay": "34s"}. */
    private static Optional<String> delay(JsonNode said) {
        return Optional.ofNullable(said.findValue("retryDelay")).map(JsonNode::asText).map(delay -> delay.replaceFirst("(\\.\\d+)?s$", ""));
    }

    /** Seconds or a date (RFC 9110, 10.2.3); a day at most, and never the past. */
    private static Optional<Duration> duration(String wait, Instant now) {
        if (wait.matches("\\d{1,9}")) {
            return Optional.of(atMostADay(Duration.ofSeconds(Long.parseLong(wait))));
        }
        try {
            Duration until = Duration.between(now, ZonedDateTime.parse(wait, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : atMostADay(until));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration atMostADay(Duration wait) {
        return wait.compareTo(A_DAY) > 0 ? A_DAY : wait;
    }

    private static JsonNode read(byte[] body) {
        try {
            JsonNode said = JSON.readTree(body);
            return said.isArray() ? said.path(0) : said;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }
}
