package org.deskwright.faultrun;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** The desk's public interfaces, as a client sees them. */
final class DeskApi {

    private static final String STAFF = "hana.sato";
    private static final String OPERATOR = "noor.ali";

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;

    DeskApi(String url) {
        this.url = url;
    }

    /** The same key is the same request, however often it has to be sent. */
    String file(String login, String key, String subject, String body) throws IOException {
        return send(request("/api/v1/tickets", login).header("Idempotency-Key", key), Map.of("subject", subject, "body", body)).get("number").asText();
    }

    void reply(String login, String number, String text) throws IOException {
        send(request("/api/v1/tickets/%s/replies".formatted(number), login), Map.of("text", text));
    }

    JsonNode ticket(String number) throws IOException {
        return send(request("/api/v1/tickets/" + number, STAFF).GET().build());
    }

    /** How many of these the engine counts; a query in the engine's own words. */
    int count(String query) throws IOException {
        return send(request("/engine-rest/" + query, OPERATOR).GET().build()).get("count").asInt();
    }

    /** Outside the demo every category is only routed until somebody raises it. */
    void letAct(String category) throws IOException {
        long revision = send(request("/api/v1/automation", OPERATOR).GET().build()).get("revision").asLong();
        String raise = Json.write(Map.of("phase", "auto", "reason", "Crash run", "override", "These people are made up", "revision", revision));
        send(request("/api/v1/automation/categories/" + category, OPERATOR).header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(raise)).build());
    }

    private HttpRequest.Builder request(String path, String login) {
        String credentials = Base64.getEncoder().encodeToString((login + ":" + DirectoryTarget.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(30)).header("Authorization", "Basic " + credentials);
    }

    private JsonNode send(HttpRequest.Builder request, Map<String, String> body) throws IOException {
        return send(request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(Json.write(body))).build());
    }

    private JsonNode send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IOException("%s answered %d: %s".formatted(request.uri(), response.statusCode(), response.body()));
            }
            return Json.read(response.body(), JsonNode.class);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
