package org.deskwright.connector;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import org.deskwright.inference.LanguageModel;
import org.deskwright.inference.ModelFailure;

/**
 * The only way to a provider of models, below whatever library speaks its format: one attempt, no redirect, within the call's time
 * from the first byte to the last, and no more of an answer in memory than {@link LanguageModel#LARGEST_ANSWER}. What is no answer
 * ends here, as a {@link ModelFailure}; no library sees it, so that none can log, repeat or quote it. Safe for concurrent use.
 */
public final class BoundedExchange {

    private static final Duration CONNECTING = Duration.ofSeconds(2);
    /** The client writes these itself, from the address and the body. */
    private static final Set<String> THE_CLIENTS_OWN = Set.of("host", "content-length", "connection", "expect", "upgrade", "transfer-encoding");

    private final String model;
    private final Duration longest;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(CONNECTING).build();
    /** The libraries have no place for a call's own time; their calls run on the caller's thread. */
    private final ThreadLocal<Long> end = new ThreadLocal<>();

    /**
     * @param model   its name at the desk, for messages
     * @param longest that any call may take
     */
    public BoundedExchange(String model, Duration longest) {
        this.model = model;
        this.longest = longest;
    }

    /**
     * One call of a library, and the reading of what it gave, on this thread.
     *
     * @throws ModelFailure whatever goes wrong in it; of other exceptions only their type is told, as their messages quote what was read
     */
    public <T> T within(Duration patience, Supplier<T> call) {
        end.set(System.nanoTime() + (patience.compareTo(longest) < 0 ? patience : longest).toNanos());
        try {
            return call.get();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ModelFailure failure) {
                    throw failure;
                }
            }
            throw new ModelFailure.Malformed(model + ": what came is not in the vendor's format (" + e.getClass().getSimpleName() + ")");
        } finally {
            end.remove();
        }
    }

    /** @return the body of the answer, if it is one (2xx) */
    public byte[] post(URI address, Map<String, List<String>> headers, byte[] body) {
        Duration left = Duration.ofNanos(end.get() - System.nanoTime());
        if (left.isNegative() || left.isZero()) {
            throw late();
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(left).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach((name, values) -> {
            if (!THE_CLIENTS_OWN.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<Optional<byte[]>> answer = sent(request.build(), left);
        if (answer.statusCode() / 100 != 2) {
            throw FailedAnswer.of(model, answer.statusCode(), answer.headers().firstValue("Retry-After"), answer.body().orElse(new byte[0]), Instant.now());
        }
        return answer.body().orElseThrow(() -> new ModelFailure.TooLarge(model + ": an answer of more than " + LanguageModel.LARGEST_ANSWER + " bytes"));
    }

    private HttpResponse<Optional<byte[]>> sent(HttpRequest request, Duration left) {
        CompletableFuture<HttpResponse<Optional<byte[]>>> answer = http.sendAsync(request, head -> new BoundedBody(LanguageModel.LARGEST_ANSWER));
        try {
            return answer.get(left.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw late();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ModelFailure.Unavailable(model + ": interrupted while waiting for the answer");
        } catch (ExecutionException e) {
            throw broken(e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private ModelFailure broken(Throwable cause) {
        if (cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException)) {
            return late();
        }
        for (Throwable reason = cause; reason != null; reason = reason.getCause()) {
            if (reason instanceof CertificateException) {
                return new ModelFailure.Misconfigured(model + ": the certificate at its address is not trusted");
            }
        }
        return new ModelFailure.Unavailable(model + ": " + (cause instanceof IOException ? "no connection, or it broke" : "the exchange failed")
                + " (" + cause.getClass().getSimpleName() + ")");
    }

    private ModelFailure.TimedOut late() {
        return new ModelFailure.TimedOut(model + ": no whole answer in the time there was");
    }
}
