package org.deskwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpServer;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A language model's server on this machine that speaks chat completions, and says what a test has it say. */
public final class StubModel implements AutoCloseable {

    /** Under which the desk knows it. */
    public static final String NAME = "stub";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final AtomicLong count = new AtomicLong();
    private volatile boolean forgetful;
    private volatile Function<JsonNode, String> mind = request -> "";

    public StubModel() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", exchange -> {
            try (exchange) {
                JsonNode request = JSON.readTree(exchange.getRequestBody().readAllBytes());
                count.incrementAndGet();
                if (!forgetful) {
                    asked.add(request);
                }
                byte[] answer = completion(mind.apply(request)).getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
    }

    private static String completion(String text) {
        return """
                {"id":"c1","object":"chat.completion","created":1741569952,"model":"stub-1-2026","choices":[{"index":0,"finish_reason":"stop",
                 "message":{"role":"assistant","content":%s}}],"usage":{"prompt_tokens":120,"completion_tokens":20,"total_tokens":140}}""".formatted(new TextNode(text));
    }

    /** On in the desk under test, and free. */
    public void registerIn(DynamicPropertyRegistry properties) {
        String model = "inference.models." + NAME;
        properties.add(model + ".enabled", () -> true);
        properties.add(model + ".kind", () -> "openai-compatible");
        properties.add(model + ".address", () -> "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort()));
        properties.add(model + ".model", () -> "stub-1");
        properties.add(model + ".concurrency", () -> 64);
        properties.add(model + ".price.in", () -> 0);
        properties.add(model + ".price.out", () -> 0);
    }

    /** From its request to the words of its answer; on as many threads as there are calls. */
    public void says(Function<JsonNode, String> words) {
        mind = words;
    }

    public void says(String words) {
        says(request -> words);
    }

    /** What it was asked since it was last told to forget, as the desk's connector wrote it. */
    public List<JsonNode> asked() {
        return asked;
    }

    public long count() {
        return count.get();
    }

    public void forget() {
        asked.clear();
        forgetful = false;
    }

    /** For runs that would keep too much, until it is told to forget. */
    public void keepsNothing() {
        forgetful = true;
    }

    /** The words of the request that it was asked about. */
    public static String text(JsonNode request) {
        JsonNode messages = request.path("messages");
        return messages.path(messages.size() - 1).path("content").asText();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
