package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;

import org.deskwright.BareDeskTest;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.governance.Plan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When nobody knows whether a link left: no second one follows, the first one is given up, and what was used is not. */
@BareDeskTest
class LostLinkTest {

    private final Actions actions;
    private final Reconciler reconciler;
    private final TakeBack takeBack;
    private final Paperwork paperwork;
    private final OutsideWorld world;
    private final TestClock clock;
    private final JdbcClient jdbc;

    LostLinkTest(Actions actions, Reconciler reconciler, TakeBack takeBack, Paperwork paperwork, OutsideWorld world, TestClock clock, JdbcClient jdbc) {
        this.actions = actions;
        this.reconciler = reconciler;
        this.takeBack = takeBack;
        this.paperwork = paperwork;
        this.world = world;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void quietWorld() {
        world.reset();
    }

    @AfterEach
    void nothingIsOutstanding() {
        world.reset();
        clock.pass(Reconciler.LONGEST_CALL.multipliedBy(2));
        reconciler.settle();
    }

    @Test
    void aLinkIsSentOnceToo() {
        Plan plan = link();
        world.after(LostLinkTest::connectionBreaks);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(world.calls).containsExactly(plan.id());
    }

    @Test
    void whatNobodyCanSeeIsGivenUpGoesToPeopleAndIsNeitherRepeatedNorInTheWay() {
        Plan plan = link();
        world.before(LostLinkTest::connectionBreaks);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
        reconciler.settle();
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.REFUSED);
        reconciler.settle();
        assertThat(entry(plan)).extracting(LedgerEntry::abandoned, LedgerEntry::evidence)
                .containsExactly(true, "Nobody can see whether the mail with the link left; the link was made worthless");
        assertThat(record(plan)).endsWith("OUTCOME", "HANDED_OVER").containsOnlyOnce("HANDED_OVER");
        assertThat(world.calls).containsExactly(plan.id());

        world.before(() -> { });
        Plan another = link();
        assertThat(actions.perform(another.id()).state()).isEqualTo(ActionState.CONFIRMED);
    }

    @Test
    void aDeskThatDiedWhileALinkWentOutLeavesItToPeople() {
        Plan plan = link();
        world.before(LostLinkTest::connectionBreaks);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
        jdbc.sql("update ledger set state = 'in-flight' where action_id = ?").param(plan.id()).update();
        clock.pass(Duration.ofSeconds(25));
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.REFUSED);
        assertThat(record(plan)).endsWith("OUTCOME", "OUTCOME", "HANDED_OVER");
    }

    /** Whoever looks at the record learns that it may have been done, also where people had it before. */
    @Test
    void thatItMayHaveBeenDoneIsTheLastWordOnWhatPeopleHadAlready() {
        Plan plan = link();
        world.before(LostLinkTest::connectionBreaks);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
        actions.giveUp(plan.id(), "no answer for a minute");
        reconciler.settle();
        assertThat(entry(plan).state()).isEqualTo(ActionState.REFUSED);
        assertThat(record(plan)).endsWith("HANDED_OVER", "OUTCOME", "HANDED_OVER");
    }

    @Test
    void aLinkThatWasUsedAfterItsAnswerWasLostIsSent() {
        Plan plan = link();
        world.before(LostLinkTest::connectionBreaks);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(plan.id()));
        world.use(plan.id());
        reconciler.settle();
        assertThat(entry(plan)).extracting(LedgerEntry::state, LedgerEntry::abandoned).containsExactly(ActionState.CONFIRMED, false);
    }

    /** Not open any more is a link that was used, too; but nothing has taken that back. */
    @Test
    void aUsedLinkIsNotTakenBackBecauseAnAnswerWasLost() {
        Plan plan = link();
        actions.perform(plan.id());
        takeBack.demand(plan.id().toString(), "judit.nagy", "Sent to the wrong person");
        Plan inverse = paperwork.inverse(plan);
        world.before(LostLinkTest::connectionBreaks);
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(inverse.id()));
        world.use(plan.id());
        assertThat(actions.perform(inverse.id())).extracting(LedgerEntry::state, LedgerEntry::evidence)
                .containsExactly(ActionState.REFUSED, "The link was used already: the password chosen with it stays.");
        assertThat(entry(plan).state()).isEqualTo(ActionState.CONFIRMED);
    }

    private Plan link() {
        return paperwork.link("ada.lindqvist");
    }

    private LedgerEntry entry(Plan plan) {
        return actions.entry(plan.id());
    }

    private List<String> record(Plan plan) {
        return jdbc.sql("select kind from record.entry where ticket_number = ? order by id").param(plan.ticket()).query(String.class).list();
    }

    private static void connectionBreaks() {
        throw new IllegalStateException("Connection reset");
    }
}
