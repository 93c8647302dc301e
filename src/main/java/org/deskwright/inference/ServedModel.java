package org.deskwright.inference;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;

/**
 * A model with what keeps the desk well while its provider is not: so many calls at a time, a few attempts within the time there
 * is, and none at all for a while once most have failed.
 */
final class ServedModel {

    private static final int ATTEMPTS = 3;
    /** The most waited before the second attempt, doubled before the third; by chance anything up to it. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    /** Less time than that is no time for an answer. */
    private static final Duration SHORTEST_CALL = Duration.ofMillis(500);
    private static final Duration LEFT_ALONE = Duration.ofSeconds(30);
    private static final int LAST_CALLS = 20;
    private static final int FEWEST_CALLS = 5;

    private final ModelSettings settings;
    private final LanguageModel model;
    private final Pauses pauses;
    private final Semaphore places;
    private final CircuitBreaker breaker;

    /** @param places at its provider, shared with the other models that are asked there on the same account */
    ServedModel(ModelSettings settings, LanguageModel model, Pauses pauses, Semaphore places) {
        this.settings = settings;
        this.model = model;
        this.pauses = pauses;
        this.places = places;
        this.breaker = CircuitBreaker.of(settings.name(), CircuitBreakerConfig.custom().slidingWindowSize(LAST_CALLS).minimumNumberOfCalls(FEWEST_CALLS)
                .failureRateThreshold(50).waitDurationInOpenState(LEFT_ALONE).permittedNumberOfCallsInHalfOpenState(2)
                .clock(pauses.clock()).build());
    }

    ModelSettings settings() {
        return settings;
    }

    /** What each attempt is paid from. */
    interface Purse {

        /** @throws NoReply if there is not enough in it for the attempt */
        void open() throws NoReply;

        /**
         * @param answer  {@code null} if there is none
         * @param failure {@code null} if there is an answer
         */
        void close(ModelAnswer answer, ModelFailure failure);
    }

    /**
     * Asks until there is an answer, the time is over, or no further attempt would help.
     *
     * @throws ModelFailure of the last attempt
     * @throws NoReply      if the purse is empty
     */
    ModelAnswer answer(ModelRequest request, Purse purse) throws NoReply {
        long until = pauses.nanos() + request.patience().toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(request, until, purse);
            } catch (ModelFailure failure) {
                Duration pause = pause(failure, attempt);
                if (!failure.isPassing() || attempt == ATTEMPTS || left(until).compareTo(pause.plus(SHORTEST_CALL)) < 0) {
                    throw failure;
                }
                waitFor(pause);
            }
        }
    }

    private ModelAnswer attempt(ModelRequest request, long until, Purse purse) throws NoReply {
        takePlace(until);
        try {
            Duration time = left(until).compareTo(settings.timeout()) < 0 ? left(until) : settings.timeout();
            if (time.compareTo(SHORTEST_CALL) < 0) {
                throw new ModelFailure.TimedOut("The model \"%s\" had no time left for an answer".formatted(settings.name()));
            }
            ModelRequest timed = new ModelRequest(request.instructions(), request.text(), request.schema(), request.maxOutput(), time);
            purse.open();
            return paid(timed, purse);
        } finally {
            places.release();
        }
    }

    private ModelAnswer paid(ModelRequest request, Purse purse) {
        ModelFailure failed = null;
        ModelAnswer answer = null;
        try {
            answer = called(request);
            return answer;
        } catch (ModelFailure failure) {
            failed = failure;
            throw failure;
        } finally {
            purse.close(answer, failed);
        }
    }

    private ModelAnswer called(ModelRequest request) {
        if (!breaker.tryAcquirePermission()) {
            throw new ModelFailure.Unavailable("The model \"%s\" is left alone for half a minute, as most calls failed".formatted(settings.name()));
        }
        long start = pauses.nanos();
        try {
            ModelAnswer answer = model.answer(request);
            breaker.onSuccess(pauses.nanos() - start, TimeUnit.NANOSECONDS);
            return answer;
        } catch (ModelFailure.Refused | ModelFailure.TooLarge judged) {
            // the provider is well; it is this text that it does not answer
            breaker.onSuccess(pauses.nanos() - start, TimeUnit.NANOSECONDS);
            throw judged;
        } catch (RuntimeException failure) {
            breaker.onError(pauses.nanos() - start, TimeUnit.NANOSECONDS, failure);
            throw failure instanceof ModelFailure known ? known
                    // its message may hold anything that was sent
                    : new ModelFailure.Malformed("The call of the model \"%s\" failed with %s".formatted(settings.name(), failure.getClass().getSimpleName()));
        }
    }

    private void takePlace(long until) {
        try {
            if (!places.tryAcquire(Math.max(0, until - pauses.nanos()), TimeUnit.NANOSECONDS)) {
                throw new ModelFailure.TimedOut("All places at the provider of the model \"%s\" were taken".formatted(settings.name()));
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private Duration pause(ModelFailure failure, int attempt) {
        Duration chance = pauses.upTo(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
        return failure instanceof ModelFailure.RateLimited limited ? limited.retryAfter().map(chance::plus).orElse(chance) : chance;
    }

    private void waitFor(Duration pause) {
        try {
            pauses.pause(pause);
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** The desk is being stopped. */
    private static ModelFailure interrupted() {
        Thread.currentThread().interrupt();
        return new ModelFailure.Unavailable("The desk did not wait for the model any longer");
    }

    private Duration left(long until) {
        return Duration.ofNanos(until - pauses.nanos());
    }
}
