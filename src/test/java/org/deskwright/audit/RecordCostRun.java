package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.deskwright.DeskTestEnvironment;
import org.deskwright.Deskwright;
import org.deskwright.intake.Intake;
import org.deskwright.intake.Request;
import org.deskwright.ticket.Channel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * The figure: how many tickets a second the desk works through with its record and without, four starters at once, in rounds
 * that take turns, until nothing is left to do but by people; and how long entries wait for their seal meanwhile. Run it with
 * {@code ./mvnw test -Dtest=RecordCostRun -Ddesk.test.database=postgres}.
 */
@SpringBootTest(classes = Deskwright.class)
@ActiveProfiles("embedded")
@ContextConfiguration(initializers = DeskTestEnvironment.class)
@ExtendWith(DeskTestEnvironment.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@Import(SwitchedRecord.class)
class RecordCostRun {

    private static final int STARTERS = 4;
    private static final int TICKETS_EACH = 30;
    private static final double LEAST_RATIO = 0.8;
    private static final Duration LONGEST_LAG = Duration.ofSeconds(2);
    private static final List<List<String>> REQUESTS = List.of(List.of("Laptop broken", "The screen of my laptop stays black since this morning."),
            List.of("Finance reports", "Please give me access to the finance reports."), List.of("VPN", "I cannot connect to the VPN from home, it says timeout."));
    private static final List<String> PEOPLE = List.of("ben.okafor", "farid.haddad", "ada.lindqvist", "grace.kim");
    private final int rounds = Integer.getInteger("rounds", 6);
    private final SwitchedRecord record;
    private final Intake intake;
    private final ManagementService management;
    private final JdbcClient jdbc;

    RecordCostRun(SwitchedRecord record, Intake intake, ManagementService management, JdbcClient jdbc) {
        this.record = record;
        this.intake = intake;
        this.management = management;
        this.jdbc = jdbc;
    }

    @Test
    void theRecordCostsLittle() throws Exception {
        round(true);
        round(false);
        long warmedUp = jdbc.sql("select max(id) from record.entry").query(Long.class).single();
        double with = 0;
        double without = 0;
        List<Long> lags;
        try (SealWatch watch = new SealWatch(jdbc)) {
            for (int i = 0; i < rounds; i++) {
                if (i % 2 == 0) { // neither is always the first of a pair
                    with += round(true);
                    without += round(false);
                } else {
                    without += round(false);
                    with += round(true);
                }
            }
            lags = lags(warmedUp, watch);
        }
        double tickets = rounds * STARTERS * TICKETS_EACH;
        long lag = lags.get(lags.size() * 99 / 100);
        System.out.printf("%nPostgreSQL, %d starters, %d rounds each: %.1f tickets a second with the record, %.1f without: %.0f %%%n", STARTERS, rounds,
                tickets / with, tickets / without, 100 * without / with);
        System.out.printf("%d entries, %.1f for each ticket, waited for their seal: half of them at most %d ms, 99 %% at most %d ms, the longest %d ms%n", lags.size(),
                lags.size() / tickets, lags.get(lags.size() / 2), lag, lags.get(lags.size() - 1));
        assertThat(without / with).isGreaterThanOrEqualTo(LEAST_RATIO);
        assertThat(Duration.ofMillis(lag)).isLessThanOrEqualTo(LONGEST_LAG);
    }

    /** Milliseconds from each entry's own time, before its transaction commits, until others see its seal; the shortest first. */
    private List<Long> lags(long after, SealWatch watch) {
        Awaitility.await("the last seal").atMost(Duration.ofMinutes(1)).until(() -> new RecordRows(jdbc).awaitingSeal() == 0);
        Awaitility.await("that it is seen").atMost(Duration.ofMinutes(1)).until(() -> watch.sawTo() >= new StoredTree(jdbc).size());
        return jdbc.sql("select e.at, s.leaf_index from record.entry e join record.seal s on s.entry_id = e.id where e.id > ? and s.leaf_index < ?")
                .params(after, watch.sawTo())
                .query((row, number) -> Duration.between(row.getTimestamp(1).toInstant(), watch.seen(row.getLong(2))).toMillis()).stream().sorted().toList();
    }

    /** @return seconds */
    private double round(boolean on) throws Exception {
        record.turn(on);
        long start = System.nanoTime();
        ExecutorService starters = Executors.newFixedThreadPool(STARTERS);
        try {
            for (Future<Void> started : starters.invokeAll(IntStream.range(0, STARTERS).<Callable<Void>>mapToObj(starter -> () -> start(starter)).toList())) {
                started.get();
            }
        } finally {
            starters.shutdown();
        }
        Awaitility.await("the jobs of the round").atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(20))
                .until(() -> management.createJobQuery().messages().withRetriesLeft().count() == 0);
        return (System.nanoTime() - start) / 1e9;
    }

    private Void start(int starter) {
        for (int i = 0; i < TICKETS_EACH; i++) {
            List<String> request = REQUESTS.get(i % REQUESTS.size());
            intake.receive(new Request(request.get(0), request.get(1), Channel.PORTAL, "run:" + UUID.randomUUID(), PEOPLE.get(starter), null, true, List.of()));
        }
        return null;
    }
}
