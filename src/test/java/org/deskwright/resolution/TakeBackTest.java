package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.deskwright.BareDeskTest;
import org.deskwright.ExamplePeople;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.TestClock;
import org.deskwright.governance.Plan;
import org.deskwright.governance.RevocationRefused;
import org.deskwright.governance.RevocationRefused.Why;
import org.deskwright.identity.TargetRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may have what taken back, once, whatever happens at the same time. */
@BareDeskTest
class TakeBackTest {

    private final TakeBack takeBack;
    private final Actions actions;
    private final TestClock clock;
    private final Paperwork paperwork;
    private final OutsideWorld world;
    private final ExamplePeople people;
    private final JdbcClient jdbc;

    TakeBackTest(TakeBack takeBack, Actions actions, Paperwork paperwork, OutsideWorld world, ExamplePeople people, JdbcClient jdbc, TestClock clock) {
        this.clock = clock;
        this.takeBack = takeBack;
        this.actions = actions;
        this.paperwork = paperwork;
        this.world = world;
        this.people = people;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void quietWorld() {
        world.reset();
    }

    @Test
    void whoeverDemandsItAgainFindsWhatIsInForce() {
        Plan grant = granted();
        TakeBack.Demanded first = demand(grant, "judit.nagy");
        TakeBack.Demanded again = demand(grant, "judit.nagy");
        assertThat(first.created()).isTrue();
        assertThat(again).extracting(TakeBack.Demanded::created, TakeBack.Demanded::revocation).containsExactly(false, first.revocation());
        actions.perform(paperwork.inverse(grant).id());
        assertThat(demand(grant, "judit.nagy").revocation().id()).isEqualTo(first.revocation().id());
        assertThat(actions.entry(grant.id()).state()).isEqualTo(ActionState.REVOKED);
        assertThat(record(grant)).containsOnlyOnce("REVOCATION");
    }

    @Test
    void ofManyAtOnceOneIsTheFirst() throws Exception {
        Plan grant = granted();
        Callable<TakeBack.Demanded> demand = () -> demand(grant, "judit.nagy");
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Future<TakeBack.Demanded>> demands = people.invokeAll(List.of(demand, demand, demand, demand, demand, demand, demand, demand));
            int created = 0;
            Set<UUID> ids = new HashSet<>();
            for (Future<TakeBack.Demanded> demanded : demands) {
                created += demanded.get().created() ? 1 : 0;
                ids.add(demanded.get().revocation().id());
            }
            assertThat(created).isOne();
            assertThat(ids).hasSize(1);
        } finally {
            people.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ben.okafor", "ada.lindqvist", "hana.sato", "oscar.lund", "nobody.here", ""})
    void whoeverIsNotEntitledIsRefusedAndThatIsOnTheRecord(String login) {
        Plan grant = granted();
        refused(grant, login, "please", Why.NOT_ENTITLED);
        assertThat(record(grant)).endsWith("REVOCATION_REFUSED").doesNotContain("REVOCATION");
    }

    @ParameterizedTest
    @CsvSource({"ada.lindqvist, true", "ben.okafor, false", "judit.nagy, true"})
    void aRecoveryIsForItsOwnPersonToStop(String login, boolean entitled) {
        Plan link = paperwork.link("ada.lindqvist");
        actions.perform(link.id());
        if (entitled) {
            assertThat(demand(link, login).created()).isTrue();
        } else {
            refused(link, login, "please", Why.NOT_ENTITLED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aReasonIsNeeded(String reason) {
        refused(granted(), "judit.nagy", reason, Why.NO_REASON);
        refused(granted(), "judit.nagy", null, Why.NO_REASON);
        refused(granted(), "judit.nagy", "x".repeat(1_001), Why.NO_REASON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "nope", "'; drop table ledger; --", ""})
    void whatIsNoActionIsUnknown(String id) {
        assertThatExceptionOfType(UnknownAction.class).isThrownBy(() -> takeBack.demand(id, "judit.nagy", "why not"));
    }

    @Test
    void whatSomebodyTypesInItsPlaceDoesNotStandInClear() {
        assertThatExceptionOfType(UnknownAction.class).isThrownBy(() -> takeBack.demand("fay.typed", "judit.nagy", "why not"));
        assertThat(jdbc.sql("select count(*) from record.entry where body like '%fay.typed%'").query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select kind from record.entry order by id desc limit 1").query(String.class).single()).isEqualTo("REVOCATION_REFUSED");
    }

    @Test
    void anotherTicketsActionIsNotTakenBackFromHereAndThatIsOnTheRecord() {
        Plan grant = granted();
        Plan other = paperwork.grant("ada.lindqvist");
        assertThatExceptionOfType(UnknownAction.class).isThrownBy(() -> takeBack.demand(other.ticket(), grant.id().toString(), "judit.nagy", "why"));
        assertThat(record(other)).endsWith("REVOCATION_REFUSED");
        assertThat(takeBack.demand(grant.ticket(), grant.id().toString(), "judit.nagy", "why not").created()).isTrue();
    }

    /** Judit works the queue of identity, and nobody has asked her. */
    @Test
    void whoMayNotReadARequestTakesNothingBackThere() {
        Plan grant = paperwork.grant("ben.okafor");
        paperwork.tickets().transfer(grant.ticket(), "network");
        refused(grant, "judit.nagy", "please", Why.NOT_ENTITLED);
        assertThat(record(grant)).endsWith("REVOCATION_REFUSED");
        refused(grant, "kwame.mensah", "please", Why.NOTHING_TO_TAKE_BACK);
    }

    @Test
    void whatWasNotDoneCannotBeTakenBack() {
        Plan planned = paperwork.grant("ben.okafor");
        refused(planned, "judit.nagy", "why", Why.NOTHING_TO_TAKE_BACK);

        Plan underWay = cleared();
        world.before(() -> refused(underWay, "judit.nagy", "why", Why.NOTHING_TO_TAKE_BACK));
        assertThat(actions.perform(underWay.id()).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(record(underWay)).contains("REVOCATION_REFUSED");

        world.reset();
        Plan refused = cleared();
        world.before(() -> {
            throw new TargetRefused("no");
        });
        actions.perform(refused.id());
        refused(refused, "judit.nagy", "why", Why.NOTHING_TO_TAKE_BACK);

        Plan unknown = cleared();
        world.before(() -> {
            throw new IllegalStateException("no answer");
        });
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> actions.perform(unknown.id()));
        refused(unknown, "judit.nagy", "why", Why.NOTHING_TO_TAKE_BACK);
        world.reset();
        clock.pass(Reconciler.LONGEST_CALL);
        assertThat(actions.perform(unknown.id()).state()).as("nothing is left under way").isEqualTo(ActionState.PLANNED);
    }

    /** It would give again what was taken, past the gate. */
    @Test
    void whatTookSomethingBackIsNotTakenBackItself() {
        Plan grant = granted();
        demand(grant, "judit.nagy");
        Plan back = paperwork.inverse(grant);
        actions.perform(back.id());
        refused(back, "judit.nagy", "a mistake", Why.NOTHING_TO_TAKE_BACK);
        assertThat(back.inverse()).isEmpty();
    }

    @Test
    void fromWhoHasLeftItIsTakenAllTheSame() {
        people.add("soon.away", "Soon Away", true, "staff");
        Plan grant = paperwork.grant("soon.away");
        paperwork.approve(grant, "judit.nagy");
        actions.perform(grant.id());
        people.add("soon.away", "Soon Away", false, "staff");
        demand(grant, "judit.nagy");
        assertThat(actions.perform(paperwork.inverse(grant).id()).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(world.members).isEmpty();
    }

    /** Closing or escalating a ticket refuses what is planned for it, but not what takes something back. */
    @Test
    void theCourseOfTheTicketDoesNotStopIt() {
        Plan grant = granted();
        demand(grant, "judit.nagy");
        Plan back = paperwork.inverse(grant);
        actions.abandon(grant.ticket(), "The ticket was closed");
        assertThat(actions.perform(back.id()).state()).isEqualTo(ActionState.CONFIRMED);
    }

    private TakeBack.Demanded demand(Plan action, String login) {
        return takeBack.demand(action.id().toString(), login, "Granted to the wrong person");
    }

    private void refused(Plan action, String login, String reason, Why why) {
        assertThatExceptionOfType(RevocationRefused.class).isThrownBy(() -> takeBack.demand(action.id().toString(), login, reason))
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private Plan granted() {
        Plan plan = cleared();
        actions.perform(plan.id());
        return plan;
    }

    private Plan cleared() {
        world.members.clear();
        Plan plan = paperwork.grant("ben.okafor");
        paperwork.approve(plan, "judit.nagy");
        return plan;
    }

    private List<String> record(Plan plan) {
        return jdbc.sql("select kind from record.entry where ticket_number = ? order by id").param(plan.ticket()).query(String.class).list();
    }
}
