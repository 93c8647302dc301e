package org.deskwright.connector.demo.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise behind every 250 and every OK, kept against {@code kill -9}. */
class KilledMailServerTest {

    private static final int KILL_AFTER = 150;

    @TempDir
    Path directory;

    @Test
    void whatWasAcknowledgedOutlivesAKill() throws Exception {
        Path data = directory.resolve("mail");
        Path ports = directory.resolve("ports");
        Process server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                MailServerProcess.class.getName(), data.toString(), ports.toString())
                .redirectErrorStream(true).redirectOutput(directory.resolve("log").toFile()).start();
        Queue<String> kept = new ConcurrentLinkedQueue<>();
        List<String> seen = new ArrayList<>();
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(ports));
            String[] numbers = Files.readString(ports).split(" ");
            int smtpPort = Integer.parseInt(numbers[0]);
            List<Thread> senders = List.of(sender("a", smtpPort, kept), sender("b", smtpPort, kept));
            for (int message = 1; kept.size() < KILL_AFTER; message++) {
                int next = message;
                await().until(() -> kept.size() > next);
                markSeen(Integer.parseInt(numbers[1]), message).ifPresent(seen::add);
            }
            server.destroyForcibly().waitFor();
            for (Thread sender : senders) {
                sender.join(10_000);
            }
        } finally {
            server.destroyForcibly().waitFor();
        }

        try (EmbeddedMail again = new EmbeddedMail(data)) {
            List<String> mails = again.flagsOf(EmbeddedMail.DESK, "demo");
            assertThat(kept).hasSizeGreaterThanOrEqualTo(KILL_AFTER);
            assertThat(mails.stream().map(mail -> mail.replace("seen ", ""))).containsAll(kept).doesNotHaveDuplicates();
            assertThat(seen).isNotEmpty().allSatisfy(subject -> assertThat(mails).contains("seen " + subject));
        }
    }

    /** @return the mail's subject, if the server said that the mark is kept; what it did not say may have happened or not */
    private static Optional<String> markSeen(int port, int message) {
        try (RawImap imap = new RawImap(port)) {
            imap.say("LOGIN servicedesk@example.org demo");
            imap.say("SELECT INBOX");
            return imap.say("UID STORE " + message + " +FLAGS (\\Seen)").contains("a OK")
                    ? Optional.of(subject(imap.say("UID FETCH " + message + " BODY.PEEK[HEADER.FIELDS (SUBJECT)]"))) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Thread sender(String name, int port, Queue<String> kept) {
        Thread thread = new Thread(() -> {
            try (RawSmtp smtp = new RawSmtp(port)) {
                for (int i = 0; ; i++) {
                    String answer = smtp.send("<a@b.example>", EmbeddedMail.DESK, "Subject: " + name + i + "\r\n\r\nHi");
                    if (answer == null || !answer.startsWith("250")) {
                        return;
                    }
                    kept.add(name + i);
                }
            } catch (IOException | RuntimeException e) {
                // killed, as planned
            }
        });
        thread.start();
        return thread;
    }

    private static String subject(String fetched) {
        return fetched.lines().filter(line -> line.startsWith("Subject: ")).findFirst().orElseThrow().substring(9);
    }
}
