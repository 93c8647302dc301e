package org.deskwright.faultrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.deskwright.audit.Actor;
import org.deskwright.BareDeskTest;
import org.deskwright.DeskTestEnvironment;
import org.deskwright.ExamplePeople;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.audit.AuditLog;
import org.deskwright.governance.ClearanceRefused;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Scope;
import org.deskwright.governance.Switches;
import org.deskwright.resolution.Actions;
import org.deskwright.ticket.Ticket;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * No action begins after a stop has committed. On H2 and then on PostgreSQL, with the figure of each:
 * {@code ./mvnw test -Dtest=StopSwitchFaultRun}. A control that only reads the switch and does not wait for flips shows that
 * the counting can find what it looks for.
 */
@BareDeskTest
class StopSwitchFaultRun {

    private static final int FLIPS = 50;
    private static final int CLEARED_AHEAD = 3;

    private final Actions actions;
    private final Paperwork paperwork;
    private final OutsideWorld world;
    private final ExamplePeople people;
    private final TestClock clock;
    private final Switches switches;
    private final AuditLog audit;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    StopSwitchFaultRun(Actions actions, Paperwork paperwork, OutsideWorld world, ExamplePeople people, TestClock clock, Switches switches,
                       AuditLog audit, JdbcClient jdbc, TransactionOperations transaction) {
        this.actions = actions;
        this.paperwork = paperwork;
        this.world = world;
        this.people = people;
        this.clock = clock;
        this.switches = switches;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void noActionBeginsAfterAStop() throws Exception {
        world.reset();
        FlipRun.Figure figure = new FlipRun(switches, jdbc, transaction).run(FLIPS, this::actAlone);
        say("Stop switch", figure);
        assertThat(figure.late()).isZero();
        assertThat(figure.stopped()).as("flips that came between clearance and action").isGreaterThan(FLIPS / 2);
        assertThat(world.calls).as("every call had its intent").hasSize((int) figure.begun());
    }

    @Test
    void theCountingFindsWhatALookWithoutALockLetsThrough() throws Exception {
        FlipRun.Figure figure = new FlipRun(switches, jdbc, transaction).run(FLIPS, this::lookAndBegin);
        say("Control, which reads the switch but does not wait for flips", figure);
        assertThat(figure.late()).isPositive();
    }

    /** Plans are cleared ahead, so that flips come between clearance and action. */
    private void actAlone(int thread) {
        String login = "load%d.%d".formatted(thread, System.nanoTime());
        people.add(login, login, true, "staff");
        Plan[] plans = new Plan[CLEARED_AHEAD];
        for (int i = 0; i < plans.length; i++) {
            plans[i] = paperwork.grant(login);
            Ticket ticket = paperwork.tickets().get(plans[i].ticket());
            paperwork.gate().ask(plans[i], ticket, paperwork.facts().of(plans[i], ticket,
                    paperwork.identification().subjectOf(ticket.number(), login).orElseThrow()));
        }
        for (Plan plan : plans) {
            try {
                actions.perform(plan.id());
            } catch (ClearanceRefused stopped) {
                // what the switch is for
            }
        }
    }

    private void lookAndBegin(int thread) {
        String ticket = paperwork.ticket("ben.okafor").number();
        transaction.executeWithoutResult(status -> {
            if (!switches.isStopped(Scope.CATEGORY, "access-request") && !switches.isStopped(Scope.ACTION_TYPE, "add-to-group")
                    && !switches.isStopped(Scope.EVERYTHING, "")) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
                audit.write(ticket, "INTENT", Actor.performer("control"), Map.of("at", clock.instant().toString()));
            }
        });
    }

    private static void say(String what, FlipRun.Figure figure) {
        System.out.println("%s (%s): %s".formatted(what, DeskTestEnvironment.isPostgres() ? "PostgreSQL" : "H2", figure));
    }
}
