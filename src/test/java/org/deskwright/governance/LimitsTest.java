package org.deskwright.governance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.deskwright.BareDeskTest;
import org.deskwright.ExamplePeople;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.identity.Evidence;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.Actions;
import org.deskwright.ticket.Ticket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How often the desk acts alone: what the gate says of it, and what is counted when an action begins. */
@BareDeskTest
class LimitsTest {

    private static int people;

    private final Actions actions;
    private final Paperwork paperwork;
    private final OutsideWorld world;
    private final ExamplePeople directory;
    private final Breaker breaker;
    private final TestClock clock;
    private final JdbcClient jdbc;

    LimitsTest(Actions actions, Paperwork paperwork, OutsideWorld world, ExamplePeople directory, Breaker breaker, TestClock clock, JdbcClient jdbc) {
        this.actions = actions;
        this.paperwork = paperwork;
        this.world = world;
        this.directory = directory;
        this.breaker = breaker;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void quietHour() {
        world.reset();
        clock.pass(Duration.ofHours(2));
    }

    @AfterEach
    void closed() {
        jdbc.sql("update breaker set closed_at = opened_at where closed_at is null").update();
    }

    @Test
    void onePersonIsResetAloneOnceADay() {
        String login = somebody();
        perform(cleared(reset(login)));
        clock.pass(Duration.ofDays(1).minusMillis(1));
        Plan second = reset(login);
        assertThat(ask(second).autonomy()).isEqualTo(Autonomy.REVIEW);
        assertThat(ask(second).reasons()).containsExactly("reset-limit", "mandatory-review");
        clock.pass(Duration.ofMillis(1));
        perform(cleared(second));
    }

    /** Not three at the end of one month and three more at the beginning of the next. */
    @Test
    void noThirtyDaysSeeMoreThanThreeResetsOfOnePerson() {
        String login = somebody();
        perform(cleared(reset(login)));
        clock.pass(Duration.ofDays(27));
        perform(cleared(reset(login)));
        clock.pass(Duration.ofDays(2));
        perform(cleared(reset(login)));
        clock.pass(Duration.ofDays(1));
        perform(cleared(reset(login)));
        clock.pass(Duration.ofDays(26));
        assertThat(ask(reset(login)).reasons()).contains("reset-limit");
        clock.pass(Duration.ofDays(1));
        perform(cleared(reset(login)));
    }

    @Test
    void twoClearedAtOnceAreCountedWhereTheyBegin() {
        String login = somebody();
        Plan one = cleared(reset(login));
        Plan other = cleared(reset(login));
        perform(one);
        stopped(other, "reset-limit");
        assertThat(jdbc.sql("select count(*) from action_begun where action_id = ?").param(other.id()).query(Integer.class).single()).isZero();
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> actions.perform(other.id()));
    }

    @Test
    void whatDoesNotBeginIsNotCounted() {
        String login = somebody();
        Plan late = cleared(reset(login));
        jdbc.sql("update action_plan set parameters = '{\"forged\":\"yes\"}' where id = ?").param(late.id()).update();
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> actions.perform(late.id()));
        perform(cleared(reset(login)));
    }

    @Test
    void approvalsNeitherCountNorAreHeld() {
        String login = somebody();
        for (int i = 0; i < 2; i++) {
            Plan plan = reset(login);
            paperwork.approve(plan, "judit.nagy");
            perform(plan);
        }
        perform(cleared(reset(login)));
        Plan approved = reset(login);
        paperwork.approve(approved, "judit.nagy");
        perform(approved);
    }

    @Test
    void fiveRequestsOfOneSenderInAnHour() {
        String login = somebody();
        for (int i = 0; i < 5; i++) {
            perform(cleared(paperwork.grant(login)));
            clock.pass(Duration.ofMinutes(10));
        }
        assertThat(ask(paperwork.grant(login)).reasons()).containsExactly("sender-limit", "mandatory-review");
        clock.pass(Duration.ofMinutes(10));
        Plan sixth = cleared(paperwork.grant(login));
        Plan seventh = cleared(paperwork.grant(login));
        perform(sixth);
        stopped(seventh, "sender-limit");
    }

    @Test
    void moreThanTenResetsInTenMinutesOpenTheBreakerAndTwoPeopleCloseIt() {
        for (int i = 0; i < 10; i++) {
            perform(cleared(reset(somebody())));
        }
        assertThat(breaker.open()).isEmpty();
        Plan eleventh = cleared(reset(somebody()));
        stopped(eleventh, "reset-breaker");
        assertThat(breaker.open()).hasValueSatisfying(open -> {
            assertThat(open.why()).isEqualTo("More than 10 password resets within 10 minutes");
            assertThat(open.ticket()).isEqualTo(eleventh.ticket());
        });
        clock.pass(Duration.ofHours(3));
        assertThat(ask(reset(somebody())).reasons()).containsExactly("reset-breaker", "mandatory-review");
        assertThat(ask(paperwork.grant(somebody())).autonomy()).isEqualTo(Autonomy.AUTO);
        Plan approved = reset(somebody());
        paperwork.approve(approved, "kwame.mensah");
        perform(approved);

        assertThat(breaker.voteToClose("noor.ali", "A migration")).isFalse();
        assertThatExceptionOfType(VoteRefused.class).isThrownBy(() -> breaker.voteToClose("noor.ali", "Really")).withMessageContaining("another person");
        assertThat(breaker.open()).hasValueSatisfying(open -> assertThat(open.votes()).hasSize(1));
        assertThat(breaker.voteToClose("kwame.mensah", "Confirmed")).isTrue();
        assertThat(breaker.open()).isEmpty();
        perform(cleared(reset(somebody())));
        assertThat(jdbc.sql("select kind from record.entry where ticket_number = ? order by id").param(eleventh.ticket()).query(String.class).list())
                .contains("BREAKER_OPENED", "STOPPED", "BREAKER_VOTE", "BREAKER_CLOSED");
    }

    @Test
    void theDatabaseItselfCountsNobodyTwice() {
        java.util.UUID id = java.util.UUID.randomUUID();
        jdbc.sql("insert into breaker (id, ticket_number, why, opened_at, closed_at) values (?, 'DW-1', 'w', current_timestamp, current_timestamp)").param(id).update();
        for (String who : List.of("noor.ali", "kwame.mensah")) {
            jdbc.sql("insert into breaker_vote (breaker_id, who, why, at) values (?, ?, 'w', current_timestamp)").params(id, who).update();
        }
        assertThatExceptionOfType(org.springframework.dao.DuplicateKeyException.class).isThrownBy(() -> jdbc.sql(
                "insert into breaker_vote (breaker_id, who, why, at) values (?, 'noor.ali', 'again', current_timestamp)").param(id).update());
    }

    @Test
    void anHourFarAboveTheUsualOpensItToo() {
        clock.pass(Duration.ofDays(8));
        for (int i = 0; i < 10; i++) {
            perform(cleared(reset(somebody())));
            clock.pass(Duration.ofMinutes(5));
        }
        assertThat(breaker.open()).isEmpty();
        stopped(cleared(reset(somebody())), "reset-breaker");
        assertThat(breaker.open()).hasValueSatisfying(open -> assertThat(open.why()).startsWith("11 password resets within an hour, usual are 0"));
        breaker.voteToClose("noor.ali", "A migration");
        breaker.voteToClose("kwame.mensah", "Confirmed");
    }

    @Test
    void whatTheDatabaseCannotSayIsUnknownAndAskedOfAPerson() {
        String login = somebody();
        perform(cleared(reset(login)));
        jdbc.sql("update permit set state = ? where id like ?").params(new byte[] {1, 2, 3}, "reset/day/" + login + "/%").update();
        assertThat(ask(reset(login)).reasons()).contains("limit-unknown");
    }

    private Plan reset(String login) {
        Ticket ticket = paperwork.ticket("Password", "I forgot my password", login);
        paperwork.identification().record(ticket.number(), login, Evidence.ONE_TIME_CODE);
        paperwork.tickets().classify(ticket.number(), "password-reset", ticket.confidence());
        return paperwork.plan(paperwork.tickets().get(ticket.number()), Step.RESET_PASSWORD, ActionType.SEND_RESET_LINK, Map.of());
    }

    private Plan cleared(Plan plan) {
        assertThat(ask(plan).reasons()).containsExactly("confident");
        return plan;
    }

    private GateDecision ask(Plan plan) {
        Ticket ticket = paperwork.tickets().get(plan.ticket());
        return paperwork.gate().ask(plan, ticket, paperwork.facts().of(plan, ticket,
                paperwork.identification().subjectOf(plan.ticket(), plan.target()).orElseThrow()));
    }

    private void perform(Plan plan) {
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.CONFIRMED);
    }

    private void stopped(Plan plan, String reason) {
        int calls = world.calls.size();
        assertThatExceptionOfType(AutomationStopped.class).isThrownBy(() -> actions.perform(plan.id()))
                .satisfies(stop -> assertThat(stop.reason()).isEqualTo(reason));
        assertThat(world.calls).hasSize(calls);
    }

    private String somebody() {
        String login = "limited" + people++;
        directory.add(login, login, true, "staff");
        return login;
    }
}
