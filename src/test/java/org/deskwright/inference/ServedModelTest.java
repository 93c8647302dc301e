package org.deskwright.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A provider that fails, dawdles or floods hurts nobody for longer than the time that was given. */
class ServedModelTest {

    private static final ModelRequest REQUEST = new ModelRequest("i", "t", "{}", 10, Duration.ofSeconds(50));
    private static final ServedModel.Purse FULL = new ServedModel.Purse() {
        @Override
        public void open() {
            // there is always enough in it
        }

        @Override
        public void close(ModelAnswer answer, ModelFailure failure) {
            // and nobody counts
        }
    };

    private final ModelBench.Unhurried time = new ModelBench.Unhurried();
    private final List<Duration> patience = new ArrayList<>();
    private int calls;

    @Test
    void whatPassesIsTriedAgainAndThenLeft() throws NoReply {
        assertThat(served(() -> failing(calls < 3, new ModelFailure.Unavailable("down"))).answer(REQUEST, FULL).text()).isEqualTo("ok");
        assertThat(calls).isEqualTo(3);
        calls = 0;
        assertThatThrownBy(() -> served(() -> failing(true, new ModelFailure.Unavailable("down"))).answer(REQUEST, FULL)).isInstanceOf(ModelFailure.Unavailable.class);
        assertThat(calls).isEqualTo(3);
    }

    @Test
    void whatDoesNotPassIsNotTriedAgain() {
        for (ModelFailure failure : List.of(new ModelFailure.Refused("no"), new ModelFailure.TooLarge("long"), new ModelFailure.Misconfigured("key"))) {
            calls = 0;
            assertThatThrownBy(() -> served(() -> failing(true, failure)).answer(REQUEST, FULL)).isSameAs(failure);
            assertThat(calls).isEqualTo(1);
        }
    }

    @Test
    void aProviderThatAsksToWaitIsGivenItsTimeIfThereIsAny() throws NoReply {
        served(() -> failing(calls < 2, new ModelFailure.RateLimited("slow", Duration.ofSeconds(7)))).answer(REQUEST, FULL);
        assertThat(Duration.ofNanos(time.now)).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8));
        calls = 0;
        assertThatThrownBy(() -> served(() -> failing(true, new ModelFailure.RateLimited("slow", Duration.ofMinutes(5)))).answer(REQUEST, FULL))
                .isInstanceOf(ModelFailure.RateLimited.class);
        assertThat(calls).as("nobody waits five minutes").isEqualTo(1);
    }

    @Test
    void allAttemptsTogetherKeepToTheTimeGiven() {
        assertThatThrownBy(() -> served(() -> {
            time.now += patience.get(patience.size() - 1).toNanos();
            return failing(true, new ModelFailure.TimedOut("late"));
        }).answer(REQUEST, FULL)).isInstanceOf(ModelFailure.TimedOut.class);
        assertThat(patience.get(0)).isEqualTo(Duration.ofSeconds(20));
        assertThat(Duration.ofNanos(time.now)).isLessThanOrEqualTo(REQUEST.patience());
        assertThat(patience).allSatisfy(one -> assertThat(one).isPositive());
    }

    @Test
    void whoFailsIsLeftAloneForAWhileAndThenAskedAgain() throws NoReply {
        boolean[] down = {true};
        ServedModel served = served(() -> failing(down[0], new ModelFailure.Unavailable("down")));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> served.answer(REQUEST, FULL)).isInstanceOf(ModelFailure.class);
        }
        int before = calls;
        assertThatThrownBy(() -> served.answer(REQUEST, FULL)).hasMessageContaining("left alone");
        assertThat(calls).isEqualTo(before);
        time.now += Duration.ofSeconds(31).toNanos();
        down[0] = false;
        assertThat(served.answer(REQUEST, FULL).text()).isEqualTo("ok");
    }

    @Test
    void refusalsAreNoFaultOfTheProvider() {
        ServedModel served = served(() -> failing(true, new ModelFailure.Refused("no")));
        for (int i = 0; i < 30; i++) {
            assertThatThrownBy(() -> served.answer(REQUEST, FULL)).isInstanceOf(ModelFailure.Refused.class);
        }
        assertThat(calls).isEqualTo(30);
    }

    @Test
    void whateverAnAdapterThrowsIsAFailureWithoutItsWords() {
        assertThatThrownBy(() -> served(() -> {
            throw new IllegalStateException("the key sk-1 and the text");
        }).answer(REQUEST, FULL)).isInstanceOf(ModelFailure.Malformed.class).hasMessageNotContaining("sk-1").hasNoCause();
    }

    @Test
    void onlySoManyAreAskedAtATime() throws Exception {
        AtomicInteger atOnce = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch two = new CountDownLatch(2);
        ServedModel served = new ServedModel(ModelBench.settings(2), request -> {
            most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
            two.countDown();
            awaitAnswer(two);
            atOnce.decrementAndGet();
            return ModelBench.answer("ok");
        }, Pauses.REAL, new Semaphore(2));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 8; i++) {
            threads.submit(() -> served.answer(REQUEST, FULL));
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(most).hasValue(2);
    }

    @Test
    void modelsOfOneAccountShareItsPlaces() throws Exception {
        CountDownLatch asked = new CountDownLatch(2);
        CountDownLatch goOn = new CountDownLatch(1);
        ModelProvider provider = ModelBench.provider("keyed", true, request -> {
            asked.countDown();
            awaitAnswer(goOn);
            return ModelBench.answer("ok");
        });
        Models models = new Models(Map.of("large", entry("OURS"), "small", entry("OURS"), "theirs", entry("THEIRS")), List.of(provider), variable -> "key", Pauses.REAL);
        CompletableFuture<ModelAnswer> first = CompletableFuture.supplyAsync(() -> answer(models, "large", Duration.ofSeconds(20)));
        Awaitility.await().until(() -> asked.getCount() == 1);
        assertThatThrownBy(() -> answer(models, "small", Duration.ofMillis(600))).isInstanceOf(ModelFailure.TimedOut.class).hasMessageContaining("All places");
        CompletableFuture<ModelAnswer> other = CompletableFuture.supplyAsync(() -> answer(models, "theirs", Duration.ofSeconds(20)));
        assertThat(asked.await(10, TimeUnit.SECONDS)).as("asked meanwhile").isTrue();
        goOn.countDown();
        assertThat(CompletableFuture.allOf(first, other)).succeedsWithin(Duration.ofSeconds(10));
        assertThat(answer(models, "small", Duration.ofSeconds(20)).text()).isEqualTo("ok");
    }

    private static InferenceSettings.Entry entry(String variable) {
        return new InferenceSettings.Entry(true, "keyed", null, "model-1", variable, null, null, Duration.ofSeconds(20), 1,
                new InferenceSettings.Price(BigDecimal.ZERO, BigDecimal.ZERO));
    }

    private static ModelAnswer answer(Models models, String name, Duration patience) {
        try {
            return models.named(name).orElseThrow().answer(new ModelRequest("i", "t", "{}", 10, patience), FULL);
        } catch (NoReply e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitAnswer(CountDownLatch goOn) {
        try {
            goOn.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ServedModel served(Supplier<ModelAnswer> model) {
        return new ServedModel(ModelBench.settings(4), request -> {
            calls++;
            patience.add(request.patience());
            return model.get();
        }, time, new Semaphore(4));
    }

    private static ModelAnswer failing(boolean fails, ModelFailure failure) {
        if (fails) {
            throw failure;
        }
        return ModelBench.answer("ok");
    }
}
