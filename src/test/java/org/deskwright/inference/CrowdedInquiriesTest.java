package org.deskwright.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.deskwright.BareDeskTest;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A model that does not answer keeps all hands of a node full. */
@BareDeskTest
class CrowdedInquiriesTest {

    private static final String READ = "read";
    private static final String DRAFT = "draft";

    private final JdbcClient jdbc;
    private final TestClock clock;
    private final Paperwork paperwork;
    private final CountDownLatch never = new CountDownLatch(1);
    private final Map<String, Duration> asked = new ConcurrentHashMap<>();
    private final Map<String, String> settled = new ConcurrentHashMap<>();
    private final Inquiries node;

    CrowdedInquiriesTest(JdbcClient jdbc, TestClock clock, TransactionTemplate transaction, StoredInquiries stored, Paperwork paperwork) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.paperwork = paperwork;
        this.node = new Inquiries(stored, transaction, clock, new ObjectProvider<>() {
            @Override
            public Stream<Inquiry<?>> stream() {
                return Stream.of(new Stuck(READ, true), new Stuck(DRAFT, false));
            }
        });
    }

    @BeforeEach
    void nothingIsOpen() {
        jdbc.sql("delete from inquiry").update();
    }

    @AfterEach
    void theNodeEnds() {
        node.destroy();
        jdbc.sql("delete from inquiry").update();
    }

    /** Its answer comes at once only if it may ask nobody who takes time. */
    private final class Stuck implements Inquiry<String> {

        private final String step;
        private final boolean awaited;

        Stuck(String step, boolean awaited) {
            this.step = step;
            this.awaited = awaited;
        }

        @Override
        public String step() {
            return step;
        }

        @Override
        public boolean isAwaited() {
            return awaited;
        }

        @Override
        public String answer(String ticket, Duration patience) {
            asked.put(ticket + " " + step, patience);
            try {
                return patience.isZero() || never.await(60, TimeUnit.SECONDS) ? "nobody" : "late";
            } catch (InterruptedException end) {
                throw new IllegalStateException("interrupted", end);
            }
        }

        @Override
        public void settle(String ticket, String answer) {
            settled.put(ticket + " " + step, answer);
        }
    }

    @Test
    void whoHasWaitedLongEnoughNeedsNoneOfThem() {
        fill(READ, Inquiries.MOST);
        String late = file();
        node.ask(late, READ);
        clock.pass(Inquiries.PATIENCE);
        node.run();
        await(() -> settled.containsKey(late + " " + READ));
        assertThat(asked.get(late + " " + READ)).isEqualTo(Duration.ZERO);
    }

    @Test
    void whatNobodyWaitsForTakesNobodysPlace() {
        fill(DRAFT, Inquiries.MOST_BESIDES);
        node.ask(file(), DRAFT);
        String awaited = file();
        node.ask(awaited, READ);
        node.run();
        await(() -> asked.containsKey(awaited + " " + READ));
        assertThat(asked.keySet().stream().filter(key -> key.endsWith(DRAFT))).hasSize(Inquiries.MOST_BESIDES);
    }

    /** Whoever comes as one of the places gets free does not take it from those who stand in line. */
    @Test
    void nobodyOvertakes() {
        fill(READ, Inquiries.MOST);
        String second = file();
        node.ask(second, READ);
        never.countDown();
        await(() -> settled.size() == Inquiries.MOST);
        String third = file();
        node.ask(third, READ);
        assertThat(asked).doesNotContainKey(third + " " + READ);
        node.run();
        await(() -> settled.containsKey(second + " " + READ) && settled.containsKey(third + " " + READ));
    }

    private void fill(String step, int places) {
        IntStream.range(0, places).forEach(i -> node.ask(file(), step));
        await(() -> asked.size() == places);
    }

    private String file() {
        return paperwork.ticket("ben.okafor").number();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(condition);
    }
}
