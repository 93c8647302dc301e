package org.deskwright.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.deskwright.inference.LanguageModel;
import org.deskwright.inference.ModelFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedExchangeTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final VendorServer server = new VendorServer();
    private final BoundedExchange exchange = new BoundedExchange("m1", LONG);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anAnswerOfJustTheLargestSizeIsRead() {
        server.answers(" ".repeat(LanguageModel.LARGEST_ANSWER));
        assertThat(post()).hasSize(LanguageModel.LARGEST_ANSWER);
    }

    @Test
    void oneByteMoreIsTooMuch() {
        server.answers(" ".repeat(LanguageModel.LARGEST_ANSWER + 1));
        assertThatExceptionOfType(ModelFailure.TooLarge.class).isThrownBy(this::post);
    }

    @Test
    void aFailureIsToldByItsStatusHoweverLongItsBody() {
        server.answersWith(503, 64 * 1024 * 1024);
        assertThatExceptionOfType(ModelFailure.Unavailable.class).isThrownBy(this::post).withMessage("m1: HTTP 503");
        assertThat(server.written()).isLessThan(32 * 1024 * 1024);
    }

    @Test
    void aBrokenConnectionIsNotAskedAgain() {
        server.breaksOff("{\"half\":");
        assertThatExceptionOfType(ModelFailure.Unavailable.class).isThrownBy(this::post);
        assertThat(server.asked()).hasSize(1);
    }

    /** Whoever stops the desk does not wait for a model. */
    @Test
    void anInterruptEndsTheWaiting() throws Exception {
        server.neverAnswers();
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                post();
            } catch (ModelFailure failure) {
                ended.complete(Thread.currentThread().isInterrupted() ? failure : null);
            }
        });
        caller.start();
        while (server.asked().isEmpty()) {
            Thread.onSpinWait();
        }
        caller.interrupt();
        assertThat(ended.get(10, TimeUnit.SECONDS)).isInstanceOf(ModelFailure.Unavailable.class);
    }

    @Test
    void whatALibraryThrowsIsToldByItsTypeAlone() {
        assertThatExceptionOfType(ModelFailure.Malformed.class).isThrownBy(() -> exchange.within(LONG, () -> {
            throw new IllegalStateException("what the person wrote", new RuntimeException("what the vendor wrote"));
        })).withMessageContaining("IllegalStateException").withMessageNotContaining("wrote").withNoCause();
    }

    private byte[] post() {
        return exchange.within(LONG, () -> exchange.post(server.address(), Map.of("Host", List.of("elsewhere.example.org"), "X-One", List.of("1")),
                "{}".getBytes(StandardCharsets.UTF_8)));
    }
}
