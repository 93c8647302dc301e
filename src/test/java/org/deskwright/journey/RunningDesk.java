package org.deskwright.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.awaitility.Awaitility;
import org.deskwright.DeskTestEnvironment;

/** The packaged application in a process of its own, on free ports and with its own data, as a user starts it. */
final class RunningDesk implements AutoCloseable {

    private static final String JAVA = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Path JAR = Path.of("target", "deskwright.jar");
    private static final Path TRAINED = Path.of("target", "model");
    private static final ObjectMapper JSON = new ObjectMapper();

    final int port = DeskTestEnvironment.freePort();
    final int ldapPort = DeskTestEnvironment.freePort();
    final int smtpPort = DeskTestEnvironment.freePort();
    final int imapPort = DeskTestEnvironment.freePort();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Path data;
    private final Path log;
    private Process process;

    RunningDesk(Path folder) {
        this.data = folder.resolve("data");
        this.log = folder.resolve("desk.log");
    }

    /** With the model that the tests before this one have trained, which it would train itself. */
    RunningDesk trained() throws IOException {
        Path model = Files.createDirectories(data.resolve("model"));
        for (String file : List.of("classifier.model", "classifier.json")) {
            Files.copy(TRAINED.resolve(file), model.resolve(file));
        }
        return this;
    }

    /** Returns when the desk says that it is ready. */
    RunningDesk start() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(JAVA, "-Xmx512m", "-jar", JAR.toAbsolutePath().toString());
        builder.environment().putAll(Map.of("DESK_PORT", "" + port, "DESK_LDAP_PORT", "" + ldapPort,
                "DESK_SMTP_PORT", "" + smtpPort, "DESK_IMAP_PORT", "" + imapPort, "DESK_DATA", data.toAbsolutePath().toString()));
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        process = builder.start();
        Awaitility.await("the desk to be ready, see " + log).atMost(Duration.ofMinutes(4)).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The desk has stopped:\n" + output());
            }
            return output().contains("Deskwright is ready");
        });
        return this;
    }

    /** What somebody types at a shell, in a process of its own; its exit status. */
    int command(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(JAVA, "-Xmx128m", "-jar", JAR.toAbsolutePath().toString()));
        line.addAll(List.of(arguments));
        Process command = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(commandLog().toFile()).start();
        if (!command.waitFor(1, TimeUnit.MINUTES)) {
            command.destroyForcibly();
            throw new IllegalStateException("Still running: " + line);
        }
        return command.exitValue();
    }

    /** What the last command said. */
    String commandOutput() throws IOException {
        return Files.readString(commandLog());
    }

    private Path commandLog() {
        return log.resolveSibling("command.log");
    }

    /** As if the power had gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    String output() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    JsonNode get(String path, String login, String password) {
        return send(request(path, login, password).header("Accept", "application/json").GET().build());
    }

    JsonNode post(String path, String login, Map<String, ?> body) {
        try {
            return send(request(path, login, "demo").header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))).build());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode ticket(String number) {
        return get("/api/v1/tickets/" + number, "hana.sato", "demo");
    }

    void awaitStatus(String number, String status) {
        Awaitility.await(number + " to be " + status).atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(250))
                .until(() -> ticket(number).get("status").asText(), status::equals);
    }

    /** The newest ticket of this person with this subject, once it is there. */
    String awaitTicket(String requester, String subject) {
        return Awaitility.await("a ticket \"%s\"".formatted(subject)).atMost(Duration.ofSeconds(90)).until(() -> {
            for (JsonNode ticket : get("/api/v1/tickets?size=200", "hana.sato", "demo").get("items")) {
                if (ticket.get("subject").asText().equals(subject) && ticket.get("requester").asText().equals(requester)) {
                    return ticket.get("number").asText();
                }
            }
            return null;
        }, number -> number != null);
    }

    private HttpRequest.Builder request(String path, String login, String password) {
        return HttpRequest.newBuilder(URI.create(url(path))).timeout(Duration.ofSeconds(30)).header("Authorization", "Basic "
                + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8)));
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("%s answered %d: %s".formatted(request.uri(), response.statusCode(), response.body()));
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws Exception {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
