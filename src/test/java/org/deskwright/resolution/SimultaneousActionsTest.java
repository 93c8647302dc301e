package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.deskwright.BareDeskTest;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.governance.ClearanceRefused;
import org.deskwright.governance.Plan;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Engine jobs are at-least-once and can overlap; the call is made once. */
@BareDeskTest
class SimultaneousActionsTest {

    private final Actions actions;
    private final Paperwork paperwork;
    private final OutsideWorld world;
    private final TestClock clock;
    private final JdbcClient jdbc;

    SimultaneousActionsTest(Actions actions, Paperwork paperwork, OutsideWorld world, TestClock clock, JdbcClient jdbc) {
        this.actions = actions;
        this.paperwork = paperwork;
        this.world = world;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** Both have found the action planned and its clearance good before either goes on. */
    @RepeatedTest(10)
    void twoAtOnceActOnce() throws Exception {
        Plan plan = paperwork.grant("ben.okafor");
        paperwork.approve(plan, "judit.nagy");
        world.reset();
        CyclicBarrier side = new CyclicBarrier(2);
        ThreadLocal<Boolean> firstLook = ThreadLocal.withInitial(() -> true);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        clock.onLook(() -> {
            if (firstLook.get()) {
                firstLook.set(false);
                await(side);
            }
        });
        try {
            Callable<String> perform = () -> {
                try {
                    return actions.perform(plan.id()).state().word();
                } catch (OutcomeUnknown | ClearanceRefused other) {
                    return "left alone";
                }
            };
            List<Future<String>> done = threads.invokeAll(List.of(perform, perform));
            assertThat(List.of(done.get(0).get(), done.get(1).get())).containsExactlyInAnyOrder("confirmed", "left alone");
        } finally {
            clock.onLook(() -> { });
            threads.shutdownNow();
        }
        assertThat(world.calls).containsExactly(plan.id());
        assertThat(jdbc.sql("select kind from record.entry where ticket_number = ?").param(plan.ticket()).query(String.class).list())
                .containsOnlyOnce("INTENT").containsOnlyOnce("OUTCOME");
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
