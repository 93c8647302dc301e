package org.deskwright.connector;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Stands in a provider's place on this machine: keeps what it was asked, and answers as it is told, well or badly. */
public final class VendorServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicLong written = new AtomicLong();
    private volatile Answering answering;

    public VendorServer() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            asked.add(new Asked(exchange.getRequestURI(), exchange.getRequestHeaders(), JSON.readTree(exchange.getRequestBody().readAllBytes())));
            try (exchange) {
                answering.answer(exchange);
            }
        });
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What came here since the start. */
    public List<Asked> asked() {
        return asked;
    }

    /** Bytes of endless answers that somebody took. */
    long written() {
        return written.get();
    }

    public void answers(int status, String body, Map<String, String> headers) {
        answering = exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    public void answers(String body) {
        answers(200, body, Map.of());
    }

    void neverAnswers() {
        answering = exchange -> isClosedAfter(60_000);
    }

    void drips(String body) {
        answering = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (byte drop : body.getBytes(StandardCharsets.UTF_8)) {
                exchange.getResponseBody().write(drop);
                exchange.getResponseBody().flush();
                if (isClosedAfter(50)) {
                    return;
                }
            }
        };
    }

    void answersWith(int status, long bytes) {
        answering = exchange -> {
            exchange.sendResponseHeaders(status, 0);
            byte[] part = " ".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
            OutputStream body = exchange.getResponseBody();
            while (written.get() < bytes) {
                body.write(part);
                written.addAndGet(part.length);
            }
        };
    }

    void breaksOff(String body) {
        answering = exchange -> {
            exchange.sendResponseHeaders(200, body.length() + 100L);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
        };
    }

    private boolean isClosedAfter(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    public record Asked(URI address, Headers headers, JsonNode body) {
    }
}
