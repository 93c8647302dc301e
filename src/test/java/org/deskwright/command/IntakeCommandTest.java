package org.deskwright.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.deskwright.DeskTestEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A run says what it filed, however it ends. */
class IntakeCommandTest {

    @TempDir
    private Path folder;
    private final AtomicInteger filed = new AtomicInteger();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private volatile int accepts = Integer.MAX_VALUE;
    private HttpServer desk;

    @BeforeEach
    void start() throws IOException {
        desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        desk.createContext("/api/v1/tickets", this::answer);
        desk.start();
    }

    @AfterEach
    void stop() {
        desk.stop(0);
    }

    @Test
    void whatWasFiledIsCounted() throws IOException {
        assertThat(run(desk.getAddress().getPort())).isZero();
        assertThat(out.toString()).contains("Filed 5 requests", "5  in-review", "Settled: 5 of 5");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void whenTheDeskDiesInTheMiddleItSaysSoAndCountsWhatWasFiled() throws IOException {
        accepts = 3;
        assertThat(run(desk.getAddress().getPort())).isEqualTo(1);
        assertThat(err.toString()).startsWith("Stopped after 3 of 5 requests: the desk at http://127.0.0.1").hasLineCount(1).doesNotContain("null");
        assertThat(out.toString()).contains("Filed 3 requests", "3  in-review", "Settled: 3 of 3");
    }

    @Test
    void whereNoDeskRunsItSaysSoAndNothingElse() throws IOException {
        assertThat(run(DeskTestEnvironment.freePort())).isEqualTo(1);
        assertThat(err.toString()).startsWith("Stopped after 0 of 5 requests: the desk at http://127.0.0.1").contains("Is it running?").hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--limit=0", "--limit=-3", "--limit=many", "--limit=1.5", "--limit=9999999999"})
    void aLimitThatMakesNoSenseIsRefusedInOneSentence(String option) throws IOException {
        assertThat(run(desk.getAddress().getPort(), option)).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo("--limit and --threads take whole numbers from 1 to 999999999, for instance: --limit 500");
        assertThat(filed).hasValue(0);
    }

    private int run(int port, String... more) throws IOException {
        Path csv = folder.resolve("texts.csv");
        Files.writeString(csv, IntStream.range(0, 5).mapToObj("The printer %d is broken"::formatted).collect(Collectors.joining("\n", "text\n", "\n")));
        return new CommandLine(new IntakeCommand()).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of(csv.toString(), "--text", "text", "--threads", "1", "--url", "http://127.0.0.1:" + port), Stream.of(more))
                        .toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            exchange.getRequestBody().readAllBytes();
            if (filed.get() >= accepts) {
                exchange.close(); // as a process does that dies
                return;
            }
            send(exchange, 201, "{\"number\":\"DW-%d\"}".formatted(filed.incrementAndGet()));
        } else {
            send(exchange, 200, IntStream.rangeClosed(1, filed.get()).mapToObj("""
                    {"number":"DW-%d","status":"in-review","autonomy":"review","category":"printing"}"""::formatted)
                    .collect(Collectors.joining(",", "{\"items\":[", "]}")));
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
