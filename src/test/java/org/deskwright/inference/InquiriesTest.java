package org.deskwright.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What takes time is asked after the commit, on a thread that holds nothing, and settled once, whoever dies in between. */
@BareDeskTest
class InquiriesTest {

    private final JdbcClient jdbc;
    private final TestClock clock;
    private final TransactionTemplate transaction;
    private final StoredInquiries stored;
    private final List<Inquiries> nodes = new CopyOnWriteArrayList<>();
    private final List<Duration> patience = new CopyOnWriteArrayList<>();
    private final List<String> settled = new CopyOnWriteArrayList<>();
    private volatile Function<String, String> performer = ticket -> "answer";
    private final String ticket;

    InquiriesTest(JdbcClient jdbc, TestClock clock, TransactionTemplate transaction, StoredInquiries stored, Paperwork paperwork) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
        this.stored = stored;
        this.ticket = paperwork.ticket("ben.okafor").number();
    }

    @BeforeEach
    void nothingIsOpen() {
        jdbc.sql("delete from inquiry").update();
    }

    @AfterEach
    void nodesEnd() {
        nodes.forEach(Inquiries::destroy);
        jdbc.sql("delete from inquiry").update();
    }

    @Test
    void itBeginsWithTheCommitAndHoldsNoTransaction() {
        Inquiries node = node();
        boolean[] inTransaction = {true};
        performer = asked -> {
            inTransaction[0] = TransactionSynchronizationManager.isActualTransactionActive();
            return "answer";
        };
        transaction.executeWithoutResult(status -> {
            node.ask(ticket, "classify");
            node.ask(ticket, "classify");
            assertThat(patience).as("nobody has begun").isEmpty();
        });
        await(() -> settled.equals(List.of("answer")));
        assertThat(inTransaction[0]).isFalse();
        assertThat(patience).hasSize(1).allSatisfy(one -> assertThat(one).isLessThanOrEqualTo(Inquiries.PATIENCE));
        assertThat(open()).isZero();
    }

    @Test
    void whatIsRolledBackWasNeverAsked() {
        Inquiries node = node();
        transaction.executeWithoutResult(status -> {
            node.ask(ticket, "classify");
            status.setRollbackOnly();
        });
        node.run();
        assertThat(open()).isZero();
        assertThat(patience).isEmpty();
    }

    /** The first node takes it and dies; the second waits as long as the first may still be there. */
    @Test
    void whatANodeLeavesAnotherOneAsks() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        performer = asked -> {
            begun.countDown();
            sleepForGood();
            return "never";
        };
        Inquiries first = node();
        first.ask(ticket, "classify");
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        performer = asked -> "second";
        Inquiries second = node();
        second.run();
        assertThat(patience).as("it is the first one's").hasSize(1);
        first.destroy();
        clock.pass(StoredInquiries.LEASE.plusSeconds(1));
        second.run();
        await(() -> settled.equals(List.of("second")));
    }

    /** A node that only seemed to be gone comes back with an answer: the ticket has one already. */
    @Test
    void twoAnswersAreSettledOnce() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        performer = asked -> {
            begun.countDown();
            awaitQuietly(goOn);
            return "slow";
        };
        node().ask(ticket, "classify");
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        performer = asked -> "quick";
        clock.pass(StoredInquiries.LEASE.plusSeconds(1));
        node().run();
        await(() -> settled.equals(List.of("quick")));
        goOn.countDown();
        Awaitility.await().during(Duration.ofMillis(300)).atMost(Duration.ofSeconds(5)).until(() -> settled.equals(List.of("quick")));
    }

    /** No ticket waits longer than a minute for a model: from then on only those are asked who answer at once. */
    @Test
    void whoHasWaitedLongEnoughWaitsForNobody() {
        stored.keep(ticket, "classify");
        clock.pass(Duration.ofSeconds(51));
        node().run();
        await(() -> settled.size() == 1);
        assertThat(patience).containsExactly(Duration.ZERO);
    }

    /** Somebody works on it and says so again and again: a ticket waits no longer for that. */
    @Test
    void nobodyHoldsOnToItForEver() {
        StoredInquiries.Open open = stored.keep(ticket, "classify");
        assertThat(stored.take(open)).isTrue();
        for (int second = 0; second < 54; second++) {
            clock.pass(Duration.ofSeconds(1));
            stored.holdOn(List.of(open.id()));
            assertThat(stored.overdue(clock.instant(), 1)).as("after %d s", second).isEmpty();
        }
        clock.pass(Duration.ofSeconds(1));
        assertThat(stored.overdue(clock.instant(), 1)).extracting(StoredInquiries.Open::id).containsExactly(open.id());
    }

    @Test
    void whatFailsIsAskedAgain() {
        performer = asked -> {
            performer = again -> "answer";
            throw new IllegalStateException("once");
        };
        Inquiries node = node();
        node.ask(ticket, "classify");
        await(() -> patience.size() == 1);
        clock.pass(StoredInquiries.LEASE.plusSeconds(1));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            node.run();
            return settled.equals(List.of("answer"));
        });
    }

    @Test
    void whatNobodyCanFindOutIsRefused() {
        assertThatThrownBy(() -> node().ask(ticket, "guess")).hasMessageContaining("[classify]");
    }

    private Inquiries node() {
        Inquiry<String> inquiry = new Inquiry<>() {
            @Override
            public String step() {
                return "classify";
            }

            @Override
            public boolean isAwaited() {
                return true;
            }

            @Override
            public String answer(String asked, Duration time) {
                Function<String, String> now = performer;
                patience.add(time);
                return now.apply(asked);
            }

            @Override
            public void settle(String asked, String answer) {
                assertThat(TransactionSynchronizationManager.isActualTransactionActive()).isTrue();
                settled.add(answer);
            }
        };
        ObjectProvider<Inquiry<?>> known = new ObjectProvider<>() {
            @Override
            public Stream<Inquiry<?>> stream() {
                return Stream.of(inquiry);
            }
        };
        Inquiries node = new Inquiries(stored, transaction, clock, known);
        nodes.add(node);
        return node;
    }

    private int open() {
        return jdbc.sql("select count(*) from inquiry").query(Integer.class).single();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(condition);
    }

    private static void sleepForGood() {
        awaitQuietly(new CountDownLatch(1));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted");
        }
    }
}
