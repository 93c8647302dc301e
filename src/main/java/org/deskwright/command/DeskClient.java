package org.deskwright.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A running desk, over its public API and with a person's login. */
class DeskClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ATTEMPTS = 5;

    private final HttpClient http = Caller.client();
    private final Caller caller;

    DeskClient(URI desk, String login, String password) {
        this.caller = new Caller(desk, login, password);
    }

    /** Files a request; the same key may be sent again and again and is still one request. */
    String file(String subject, String body, String idempotencyKey) throws IOException, InterruptedException {
        byte[] content = JSON.writeValueAsBytes(Map.of("subject", subject, "body", body));
        HttpRequest request = caller.asks("tickets").header("Content-Type", "application/json").header("Idempotency-Key", idempotencyKey)
                .POST(HttpRequest.BodyPublishers.ofByteArray(content)).build();
        return send(request, 201).get("number").asText();
    }

    JsonNode page(String query) throws IOException, InterruptedException {
        return send(caller.asks("tickets?" + query).GET().build(), 200);
    }

    /** What failed on the way is sent again: reading changes nothing, and filing carries its key. */
    private JsonNode send(HttpRequest request, int expected) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
                if (response.statusCode() == expected) {
                    return JSON.readTree(response.body());
                }
                if (response.statusCode() < 500 || attempt == ATTEMPTS) {
                    throw new Refused("The desk answered %d: %s".formatted(response.statusCode(),
                            new String(response.body(), StandardCharsets.UTF_8)));
                }
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
            Thread.sleep(200L << attempt);
        }
    }

    /** The desk has answered, and not as hoped. */
    static class Refused extends RuntimeException {

        Refused(String message) {
            super(message);
        }
    }
}
