package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;

import org.deskwright.BareDeskTest;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.audit.PlainWords;
import org.deskwright.governance.Plan;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a target does after the desk has stopped waiting for it is the desk's doing all the same, and can be taken back. */
@BareDeskTest
class LateEffectTest {

    private static final String MEMBERSHIP = "ben.okafor/wiki-editors";

    private final Actions actions;
    private final Reconciler reconciler;
    private final TakeBack takeBack;
    private final Paperwork paperwork;
    private final OutsideWorld world;
    private final TestClock clock;
    private final JdbcClient jdbc;
    private final PlainWords words;

    LateEffectTest(Actions actions, Reconciler reconciler, TakeBack takeBack, Paperwork paperwork, OutsideWorld world, TestClock clock, JdbcClient jdbc,
                   PlainWords words) {
        this.actions = actions;
        this.reconciler = reconciler;
        this.takeBack = takeBack;
        this.paperwork = paperwork;
        this.world = world;
        this.clock = clock;
        this.jdbc = jdbc;
        this.words = words;
    }

    @BeforeEach
    void quietWorld() {
        world.reset();
    }

    @Test
    void whatGotNoAnswerRestsBeforeItIsBelievedThatItWasNotDone() {
        Plan grant = unanswered();
        clock.pass(Reconciler.LONGEST_CALL.minusMillis(1));
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(grant.id()));
        reconciler.settle();
        assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.UNKNOWN);

        world.members.add(MEMBERSHIP);
        reconciler.settle();
        assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.CONFIRMED);
        takeBack(grant);
        assertThat(world.members).isEmpty();
    }

    @Test
    void aSecondTryThatFindsWhatTheFirstOneDidIsTakenBackToHowItWasBeforeTheFirst() {
        Plan grant = unanswered();
        clock.pass(Reconciler.LONGEST_CALL);
        reconciler.settle();
        assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.PLANNED);

        world.reset();
        world.members.add(MEMBERSHIP);
        paperwork.approve(grant, "judit.nagy");
        assertThat(actions.perform(grant.id()).state()).isEqualTo(ActionState.CONFIRMED);
        String intent = jdbc.sql("select body from record.entry where ticket_number = ? and kind = 'INTENT' order by id desc limit 1").param(grant.ticket())
                .query(String.class).single();
        assertThat(words.of(intent).toString()).contains("\"member\":\"false\"");
        takeBack(grant);
        assertThat(world.members).isEmpty();
    }

    private Plan unanswered() {
        Plan grant = paperwork.grant("ben.okafor");
        paperwork.approve(grant, "judit.nagy");
        world.before(() -> {
            throw new IllegalStateException("No answer within " + Duration.ofSeconds(5));
        });
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(grant.id()));
        world.before(() -> { });
        return grant;
    }

    private void takeBack(Plan grant) {
        takeBack.demand(grant.id().toString(), "judit.nagy", "not needed");
        assertThat(actions.perform(paperwork.inverse(grant).id()).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.REVOKED);
    }
}
