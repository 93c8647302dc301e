package org.deskwright.faultrun;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Another JVM on this run's class path. It lives no longer than its standard input, so that none is ever left behind. */
public final class Child implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;

    public Child(Class<?> main, Path log, List<String> options, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    public void order(Enum<?> order) throws IOException {
        process.getOutputStream().write((order.name() + "\n").getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** @return the exit value, or -1 if it still lives when the patience is over */
    public int awaitEnd(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS) ? process.exitValue() : -1;
    }

    /** {@code kill -9} */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        if (awaitEnd(PATIENCE) == -1) {
            throw new IllegalStateException("The process %d cannot be killed".formatted(process.pid()));
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
