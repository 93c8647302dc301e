package org.deskwright;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchException;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/** The shipped database loses nothing and belongs to one process; whoever starts a second desk is told so. */
class AlreadyRunningTest {

    private final StandardEnvironment environment = new StandardEnvironment();

    AlreadyRunningTest() throws IOException {
        new YamlPropertySourceLoader().load("shipped", new FileSystemResource("config/application.yaml")).stream()
                .filter(document -> !document.containsProperty("spring.config.activate.on-profile"))
                .forEach(environment.getPropertySources()::addLast);
    }

    @Test
    void theShippedDatabaseWritesBeforeItAnswers() {
        assertThat(shippedUrl()).startsWith("jdbc:h2:file:");
        assertThat(shippedUrl()).as("or it mixes up the hours of the autumn change").endsWith(";TIME ZONE=UTC");
        assertThat(environment.getProperty("spring.flyway.url")).as("its owner, who alone may say so").isEqualTo(shippedUrl() + ";WRITE_DELAY=0");
    }

    @Test
    void aSecondProcessOnTheSameDataIsRefused(@TempDir Path data) throws Exception {
        environment.getSystemProperties().put("DESK_DATA", data.toString());
        Process first = hold(shippedUrl());
        try {
            assertThat(first.inputReader().readLine()).isEqualTo("held");
            Exception refusal = catchException(() -> DriverManager.getConnection(shippedUrl(), "desk", "").close());
            assertThat(refusal).isInstanceOf(SQLException.class);
            FailureAnalysis told = analyse(new IllegalStateException("wrapped", refusal));
            assertThat(told.getDescription()).isEqualTo("Another desk is running on the data in %s.".formatted(data));
            assertThat(told.getAction()).startsWith("Stop that desk, or").contains("DESK_DATA", "DESK_PORT");
        } finally {
            environment.getSystemProperties().remove("DESK_DATA");
            first.destroyForcibly().waitFor();
        }
    }

    @Test
    void aTakenPortIsNamed() throws IOException {
        assertThat(analyse(new PortInUseException(8080)).getDescription()).startsWith("Port 8080 is taken");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Exception refusal = catchException(() -> new ServerSocket(taken.getLocalPort(), 1, InetAddress.getLoopbackAddress()).close());
            FailureAnalysis told = analyse(new IllegalStateException("wrapped", refusal));
            assertThat(told.getDescription()).startsWith("A port that the desk needs is taken");
            assertThat(told.getAction()).contains("DESK_PORT, DESK_LDAP_PORT, DESK_SMTP_PORT and DESK_IMAP_PORT");
        }
    }

    @Test
    void otherFailuresAreLeftToSpring() {
        assertThat(new AlreadyRunning(environment).analyze(new IllegalStateException("other"))).isNull();
    }

    /** As Spring Boot finds it when a start fails. */
    private FailureAnalysis analyse(Throwable failure) {
        return SpringFactoriesLoader.forDefaultResourceLocation().load(FailureAnalyzer.class,
                        ArgumentResolver.of(Environment.class, environment), (type, name, problem) -> { })
                .stream().filter(AlreadyRunning.class::isInstance).findFirst().orElseThrow().analyze(failure);
    }

    private String shippedUrl() {
        return environment.getRequiredProperty("spring.datasource.url");
    }

    private static Process hold(String url) throws IOException {
        String classpath = place(Holder.class) + File.pathSeparator + place(org.h2.Driver.class);
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classpath,
                Holder.class.getName(), url).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static String place(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).getPath();
    }

    /** The first desk: has the database open until it is ended, at the latest with its parent. */
    static class Holder {

        public static void main(String[] arguments) throws Exception {
            try (var connection = DriverManager.getConnection(arguments[0], "desk", "")) {
                System.out.println("held");
                System.in.read();
            }
        }
    }
}
