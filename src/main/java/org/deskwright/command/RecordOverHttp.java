package org.deskwright.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.audit.RunningDesk;
import org.deskwright.audit.Unanswered;

/** Asks for the record over the desk's public API. */
public final class RecordOverHttp implements RunningDesk {

    private final HttpClient http = Caller.client();

    @Override
    public InputStream get(URI desk, String login, String password, String path) throws IOException {
        return answer(new Caller(desk, login, password).asks(path).build(), desk).body();
    }

    @Override
    public int post(URI desk, String login, String password, String path, String json) throws IOException {
        HttpResponse<InputStream> answer = answer(new Caller(desk, login, password).asks(path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)).build(), desk);
        answer.body().close();
        return answer.statusCode();
    }

    private HttpResponse<InputStream> answer(HttpRequest request, URI desk) throws IOException {
        HttpResponse<InputStream> answer = send(request, desk);
        if (answer.statusCode() / 100 == 2) {
            return answer;
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
