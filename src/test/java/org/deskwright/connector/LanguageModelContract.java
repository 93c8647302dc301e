package org.deskwright.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.deskwright.inference.Keys;
import org.deskwright.inference.LanguageModel;
import org.deskwright.inference.ModelAnswer;
import org.deskwright.inference.ModelFailure;
import org.deskwright.inference.ModelKey;
import org.deskwright.inference.ModelSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every provider's connector holds to. */
public abstract class LanguageModelContract extends AtAVendor {

    @Test
    void answersWithTokensAndVersion() {
        server.answers(answer(SAID));

        ModelAnswer answer = model().answer(REQUEST);

        assertThat(answer.text()).isEqualTo(SAID);
        assertThat(answer.tokensIn()).isEqualTo(12);
        assertThat(answer.tokensOut()).isEqualTo(7);
        checkVersion(answer);
    }

    @Test
    void asksAsTheVendorWantsItOnceAndOffersNoTool() {
        server.answers(answer(SAID));
        model().answer(REQUEST);

        assertThat(server.asked()).hasSize(1);
        VendorServer.Asked asked = server.asked().get(0);
        checkHeaders(asked);
        checkBody(asked, REQUEST.instructions(), TEXT, 300);
        assertThat(asked.body().toString()).contains("PASSWORD", "additionalProperties").doesNotContainIgnoringCase("tool").doesNotContain("maxLength");
        assertThat(texts(asked.body())).filteredOn(text -> text.contains(TEXT)).as("apart from the instructions").containsExactly(TEXT);
    }

    /** CVE-2026-59318: the library above the wire format runs tools that a model names, offered or not. */
    @Test
    void aToolThatNobodyOfferedIsNoAnswerAndIsNotRun() {
        server.answers(toolCall());
        fails(ModelFailure.Malformed.class);
    }

    @Test
    void aRefusalIsOne() {
        assumeThat(refusal()).as("not every wire format knows one").isNotNull();
        server.answers(refusal());
        refuses();
    }

    @Test
    void anAnswerThatWasCutOffIsNone() {
        server.answers(cutOff());
        fails(ModelFailure.TooLarge.class);
    }

    @Test
    void anEmptyAnswerIsNone() {
        server.answers(answer(""));
        fails(ModelFailure.Malformed.class);
    }

    @Test
    void whatTheTextIsLikeIsNotJudgedHere() {
        server.answers(answer("no \\\"JSON\\\" {"));
        assertThat(model().answer(REQUEST).text()).isEqualTo("no \\\"JSON\\\" {");
    }

    @Test
    void truncatedJsonIsMalformed() {
        String whole = answer(SAID);
        server.answers(whole.substring(0, whole.length() / 2));
        fails(ModelFailure.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "7", "<html>", "{\"choices\":[],\"content\":[],\"candidates\":{},\"output\":7,\"message\":null}"})
    void whatIsNotTheVendorsFormatIsMalformed(String body) {
        server.answers(body);
        fails(ModelFailure.Malformed.class);
    }

    @Test
    void deepNestingIsMalformed() {
        server.answers("[".repeat(200_000));
        fails(ModelFailure.Malformed.class);
    }

    @Test
    void tooManyCallsSayWhenToComeBack() {
        server.answers(429, "{}", Map.of("Retry-After", "7"));
        assertThat(fails(ModelFailure.RateLimited.class).retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void tooManyCallsSayWhenToComeBackAsADate() {
        server.answers(429, "{}", Map.of("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().plusSeconds(90).atOffset(ZoneOffset.UTC))));
        assertThat(fails(ModelFailure.RateLimited.class).retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
    }

    @ParameterizedTest
    @CsvSource({"500, Unavailable", "503, Unavailable", "529, RateLimited", "401, Misconfigured", "403, Misconfigured", "404, Misconfigured",
        "400, Misconfigured", "413, TooLarge", "408, TimedOut"})
    void failuresOfTheVendorAreToldApart(int status, String failure) throws ClassNotFoundException {
        server.answers(status, "{\"error\":{\"message\":\"%s\"},\"message\":\"%s\"}".formatted(TEXT, KEY), Map.of());
        fails(Class.forName(ModelFailure.class.getName() + "$" + failure).asSubclass(ModelFailure.class));
    }

    @Test
    void redirectsAreNotFollowed() {
        server.answers(307, "", Map.of("Location", server.address() + "/elsewhere"));
        fails(ModelFailure.Misconfigured.class);
    }

    @Test
    void whoNeverAnswersIsNotWaitedForBeyondTheCallsPatience() {
        server.neverAnswers();
        inTime(model(), Duration.ofMillis(700));
    }

    @Test
    void norBeyondTheModelsTime() {
        server.neverAnswers();
        inTime(provider().model(settings(server.address(), Keys.of(KEY), Duration.ofMillis(700))), Duration.ofSeconds(20));
    }

    @Test
    void anAnswerDropByDropEndsInTimeToo() {
        server.drips(answer(SAID));
        inTime(model(), Duration.ofMillis(700));
    }

    @Test
    void ofAnEndlessAnswerTheRestIsNotRead() {
        server.answersWith(200, ENDLESS);
        fails(ModelFailure.TooLarge.class);
        assertThat(server.written()).isLessThan(ENDLESS / 2);
    }

    @Test
    void whereNobodyListensIsUnavailable() throws IOException {
        URI nowhere;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nowhere = URI.create("http://127.0.0.1:" + taken.getLocalPort());
        }
        LanguageModel model = provider().model(settings(nowhere, Keys.of(KEY), Duration.ofSeconds(20)));
        assertThatExceptionOfType(ModelFailure.Unavailable.class).isThrownBy(() -> model.answer(REQUEST));
    }

    @Test
    void manyAreAskedAtOnce() {
        server.answers(answer(SAID));
        LanguageModel model = model();
        List<String> said = IntStream.range(0, 64).parallel().mapToObj(i -> model.answer(REQUEST).text()).toList();
        assertThat(said).hasSize(64).containsOnly(SAID);
    }

    @Test
    void theKeyIsRequiredWhereTheKindSaysSo() {
        ModelSettings without = settings(server.address(), ModelKey.NONE, Duration.ofSeconds(1));
        if (provider().needsKey()) {
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> provider().model(without)).withMessageContaining("no key");
        } else {
            server.answers(answer(SAID));
            assertThat(provider().model(without).answer(REQUEST).text()).isEqualTo(SAID);
            assertThat(server.asked().get(0).headers().containsKey("Authorization")).isFalse();
        }
    }

    @Test
    void othersThanThisMachineAreAskedOverHttpsAlone() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(
                () -> provider().model(settings(URI.create("http://models.example.org"), Keys.of(KEY), Duration.ofSeconds(1)))).withMessageContaining("https");
    }
}
