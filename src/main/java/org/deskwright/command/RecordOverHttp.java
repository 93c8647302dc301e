package org.deskwright.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.audit.RunningDesk;
import org.deskwright.audit.Unanswered;

/** Asks for the record over the desk's public API. */
public final class RecordOverHttp implements RunningDesk {

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @Override
    public InputStream get(URI desk, String login, String password, String path) throws IOException {
        return answer(request(desk, login, password, path).build(), desk);
    }

    @Override
    public void post(URI desk, String login, String password, String path, String json) throws IOException {
        answer(request(desk, login, password, path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)).build(), desk).close();
    }

    private static HttpRequest.Builder request(URI desk, String login, String password, String path) {
        String authorization = "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(desk.resolve("/api/v1/" + path)).timeout(Duration.ofSeconds(60)).header("Authorization", authorization);
    }

    private InputStream answer(HttpRequest request, URI desk) throws IOException {
        HttpResponse<InputStream> answer = send(request, desk);
        if (answer.statusCode() / 100 == 2) {
            return answer.body();
        }
        try (InputStream problem = answer.body()) {
            throw new Unanswered("The desk says: " + detail(problem.readAllBytes(), answer.statusCode()));
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request, URI desk) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } catch (IOException e) {
            throw new Unanswered("The desk at %s does not answer (%s). Is it running?".formatted(desk, e), e);
        }
    }

    private static String detail(byte[] problem, int status) {
        try {
            return new ObjectMapper().readTree(problem).path("detail").asText("status " + status);
        } catch (IOException noJson) {
            return "status " + status;
        }
    }
}
