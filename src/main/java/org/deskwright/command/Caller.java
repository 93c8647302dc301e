package org.deskwright.command;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Somebody who asks a running desk over its public API, with their own login. */
record Caller(URI desk, String login, String password) {

    static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    }

    /** @param path below {@code /api/v1/} */
    HttpRequest.Builder asks(String path) {
        String authorization = "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(desk.resolve("/api/v1/" + path)).timeout(Duration.ofSeconds(60)).header("Authorization", authorization);
    }
}
