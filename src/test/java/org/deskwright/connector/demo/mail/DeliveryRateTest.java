package org.deskwright.connector.demo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Disk first costs time; it must not cost too much of it. */
class DeliveryRateTest {

    private static final int MAILS = 1_000;

    @TempDir
    Path data;

    @Test
    void aThousandSmallMailsAreKeptInReasonableTime() throws Exception {
        try (EmbeddedMail mail = new EmbeddedMail(data)) {
            long start = System.nanoTime();
            ExecutorService senders = Executors.newFixedThreadPool(4);
            try {
                List<Future<Void>> all = new ArrayList<>();
                for (int sender = 0; sender < 4; sender++) {
                    all.add(senders.submit(() -> sendAQuarter(mail)));
                }
                for (Future<Void> one : all) {
                    one.get();
                }
            } finally {
                senders.shutdownNow();
            }
            Duration sending = Duration.ofNanos(System.nanoTime() - start);
            start = System.nanoTime();
            mail.restart();
            Duration loading = Duration.ofNanos(System.nanoTime() - start);
            int kept = mail.inInbox(EmbeddedMail.DESK, "demo", inbox -> inbox.getMessageCount());

            LoggerFactory.getLogger(getClass()).info("{} mails sent in {} ms, loaded in {} ms", MAILS,
                    sending.toMillis(), loading.toMillis());
            assertThat(kept).isEqualTo(MAILS);
            assertThat(sending).isLessThan(Duration.ofSeconds(60));
            assertThat(loading).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static Void sendAQuarter(EmbeddedMail mail) throws Exception {
        try (RawSmtp smtp = mail.smtp()) {
            for (int i = 0; i < MAILS / 4; i++) {
                smtp.mustSend("<a@b.example>", EmbeddedMail.DESK, "Subject: " + i + "\r\n\r\n" + "Hello there. ".repeat(40));
            }
        }
        return null;
    }
}
