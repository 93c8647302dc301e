package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;

import org.deskwright.BareDeskTest;
import org.deskwright.ExamplePeople;
import org.deskwright.OutsideWorld;
import org.deskwright.Paperwork;
import org.deskwright.governance.AutomationStopped;
import org.deskwright.governance.Autonomy;
import org.deskwright.governance.ClearanceRefused;
import org.deskwright.governance.GateDecision;
import org.deskwright.governance.Phase;
import org.deskwright.governance.Phases;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Scope;
import org.deskwright.governance.StaleRevision;
import org.deskwright.governance.Switches;
import org.deskwright.review.StaffReplies;
import org.deskwright.review.VerdictRefused;
import org.deskwright.ticket.Ticket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A stop that comes between clearance and action: nothing happens, nothing is lost, and the gate decides anew. */
@BareDeskTest
class StoppedActionsTest {

    private static int people;

    private final TakeBack takeBack;
    private final Actions actions;
    private final Paperwork paperwork;
    private final OutsideWorld world;
    private final ExamplePeople directory;
    private final Switches switches;
    private final Phases phases;
    private final StaffReplies replies;
    private final JdbcClient jdbc;

    StoppedActionsTest(TakeBack takeBack, Actions actions, Paperwork paperwork, OutsideWorld world, ExamplePeople directory, Switches switches, Phases phases,
                       StaffReplies replies, JdbcClient jdbc) {
        this.takeBack = takeBack;
        this.actions = actions;
        this.paperwork = paperwork;
        this.world = world;
        this.directory = directory;
        this.switches = switches;
        this.phases = phases;
        this.replies = replies;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void quietWorld() {
        world.reset();
    }

    @AfterEach
    void goOn() {
        switches.all().stream().filter(it -> it.stopped()).forEach(it -> switches.resume(it.scope(), it.name(), "noor.ali", "Test over", switches.revision()));
        phases.set("access-request", Phase.AUTO, "noor.ali", "Test over", "Test over", switches.revision());
    }

    @ParameterizedTest
    @CsvSource({"EVERYTHING, ''", "CATEGORY, access-request", "ACTION_TYPE, add-to-group", "TICKET, "})
    void whatIsStoppedAfterItsClearanceDoesNotBeginAndItsClearanceIsVoid(Scope scope, String name) {
        Plan plan = clearedByTheGate();
        switches.stop(scope, name == null ? plan.ticket() : name, "kwame.mensah", "Strange mails");
        assertThatExceptionOfType(AutomationStopped.class).isThrownBy(() -> actions.perform(plan.id()))
                .satisfies(stop -> assertThat(stop.reason()).isEqualTo("automation-stopped"));
        assertThat(world.calls).isEmpty();
        assertThat(state(plan)).isEqualTo(ActionState.PLANNED);
        assertThat(record(plan)).contains("STOPPED").doesNotContain("INTENT");
        GateDecision meanwhile = ask(plan);
        assertThat(meanwhile.autonomy()).isEqualTo(Autonomy.REVIEW);
        assertThat(meanwhile.reasons()).containsExactly("automation-stopped", "mandatory-review");

        goOn();
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> actions.perform(plan.id()));
        assertThat(world.calls).isEmpty();
        assertThat(ask(plan).autonomy()).isEqualTo(Autonomy.AUTO);
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.CONFIRMED);
    }

    @ParameterizedTest
    @CsvSource({"CATEGORY, hardware", "ACTION_TYPE, send-reset-link", "TICKET, "})
    void otherSwitchesHoldOtherThings(Scope scope, String name) {
        Plan plan = clearedByTheGate();
        switches.stop(scope, name == null ? paperwork.ticket("ben.okafor").number() : name, "kwame.mensah", "Elsewhere");
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.CONFIRMED);
    }

    @ParameterizedTest
    @CsvSource({"CATEGORY, access-request", "ACTION_TYPE, add-to-group", "TICKET, "})
    void whatAPersonApprovesIsCarriedOutAllTheSame(Scope scope, String name) {
        Plan plan = paperwork.grant(somebody());
        switches.stop(scope, name == null ? plan.ticket() : name, "kwame.mensah", "Strange mails");
        paperwork.approve(plan, "judit.nagy");
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.CONFIRMED);
    }

    @Test
    void whenEverythingIsStoppedApprovalsNeitherActNorCanBeGiven() {
        Plan approved = paperwork.grant(somebody());
        paperwork.approve(approved, "judit.nagy");
        Plan waiting = paperwork.grant(somebody());
        switches.stop(Scope.EVERYTHING, "", "kwame.mensah", "An incident");
        assertThatExceptionOfType(AutomationStopped.class).isThrownBy(() -> actions.perform(approved.id()));
        assertThatExceptionOfType(VerdictRefused.class).isThrownBy(() -> paperwork.approve(waiting, "judit.nagy"))
                .withMessageContaining("stopped at the moment");
        goOn();
        assertThatExceptionOfType(ClearanceRefused.class).isThrownBy(() -> actions.perform(approved.id()));
        paperwork.approve(approved, "judit.nagy");
        assertThat(actions.perform(approved.id()).state()).isEqualTo(ActionState.CONFIRMED);
    }

    @Test
    void aLoweredCategoryDoesNotActOnAnOlderClearance() {
        Plan plan = clearedByTheGate();
        phases.set("access-request", Phase.ASSIST, "kwame.mensah", "Too many wrong groups", null, null);
        assertThatExceptionOfType(AutomationStopped.class).isThrownBy(() -> actions.perform(plan.id()))
                .satisfies(stop -> assertThat(stop.reason()).isEqualTo("phase-lowered"));
        assertThat(ask(plan).reasons()).containsExactly("phase-assist", "mandatory-review");
        paperwork.approve(plan, "judit.nagy");
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.CONFIRMED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatItsRequesterWithdrewDoesNotBeginWhoeverClearedIt(boolean alone) {
        Plan plan = alone ? clearedByTheGate() : paperwork.grant(somebody());
        if (!alone) {
            paperwork.approve(plan, "judit.nagy");
        }
        paperwork.tickets().withdraw(plan.ticket(), plan.target());
        assertThatExceptionOfType(AutomationStopped.class).isThrownBy(() -> actions.perform(plan.id()))
                .satisfies(stop -> assertThat(stop.reason()).isEqualTo("request-withdrawn"));
        assertThat(world.calls).isEmpty();
        assertThat(state(plan)).isEqualTo(ActionState.PLANNED);
        assertThat(ask(plan).autonomy()).isEqualTo(Autonomy.ESCALATE);
    }

    /** Looking things up takes its time: until something is sent, a stop holds. */
    @ParameterizedTest
    @CsvSource({"automation-stopped, planned", "phase-lowered, planned", "request-withdrawn, refused"})
    void whatIsStoppedAfterItsIntentSendsNothing(String reason, String state) {
        Plan plan = clearedByTheGate();
        world.before(() -> {
            switch (reason) {
                case "automation-stopped" -> switches.stop(Scope.TICKET, plan.ticket(), "kwame.mensah", "Strange mails");
                case "phase-lowered" -> phases.set("access-request", Phase.ASSIST, "kwame.mensah", "Too many wrong groups", null, null);
                default -> {
                    paperwork.tickets().withdraw(plan.ticket(), plan.target());
                    actions.abandon(plan.ticket(), "The request was withdrawn");
                }
            }
        });
        assertThatExceptionOfType(AutomationStopped.class).isThrownBy(() -> actions.perform(plan.id()))
                .satisfies(stop -> assertThat(stop.reason()).isEqualTo(reason));
        assertThat(world.members).isEmpty();
        assertThat(state(plan).word()).isEqualTo(state);
        assertThat(record(plan)).endsWith("OUTCOME", "STOPPED");
    }

    @Test
    void whatTakesBackIsHeldByNoSwitchEither() {
        Plan plan = clearedByTheGate();
        actions.perform(plan.id());
        takeBack.demand(plan.id().toString(), "judit.nagy", "Granted to the wrong person");
        Plan removal = paperwork.inverse(plan);
        world.before(() -> switches.stop(Scope.EVERYTHING, "", "kwame.mensah", "An incident"));
        assertThat(actions.perform(removal.id()).state()).isEqualTo(ActionState.CONFIRMED);
        assertThat(world.members).isEmpty();
    }

    @Test
    void aReplyByStaffPausesItsTicketOnce() {
        Plan plan = clearedByTheGate();
        replies.say(plan.ticket(), "I am looking at it myself", "hana.sato");
        replies.say(plan.ticket(), "Still looking", "judit.nagy");
        assertThatExceptionOfType(AutomationStopped.class).isThrownBy(() -> actions.perform(plan.id()));
        assertThat(record(plan)).containsOnlyOnce("AUTOMATION_STOPPED");
        assertThat(switches.all()).filteredOn(it -> it.name().equals(plan.ticket())).singleElement()
                .satisfies(it -> assertThat(it.who()).isEqualTo("hana.sato"));
    }

    @Test
    void nobodyResumesWhatTheyHaveNotSeen() {
        switches.stop(Scope.CATEGORY, "access-request", "kwame.mensah", "One");
        long seen = switches.revision();
        switches.stop(Scope.CATEGORY, "access-request", "noor.ali", "Another reason");
        assertThatExceptionOfType(StaleRevision.class)
                .isThrownBy(() -> switches.resume(Scope.CATEGORY, "access-request", "kwame.mensah", "All is well", seen));
        assertThat(switches.isStopped(Scope.CATEGORY, "access-request")).isTrue();
    }

    private Plan clearedByTheGate() {
        Plan plan = paperwork.grant(somebody());
        assertThat(ask(plan).autonomy()).isEqualTo(Autonomy.AUTO);
        return plan;
    }

    private GateDecision ask(Plan plan) {
        Ticket ticket = paperwork.tickets().get(plan.ticket());
        return paperwork.gate().ask(plan, ticket, paperwork.facts().of(plan, ticket,
                paperwork.identification().subjectOf(plan.ticket(), plan.target()).orElseThrow()));
    }

    /** Somebody new each time, whom no limit concerns. */
    private String somebody() {
        String login = "stopped" + people++;
        directory.add(login, login, true, "staff");
        return login;
    }

    private ActionState state(Plan plan) {
        return actions.of(plan.ticket()).get(0).state();
    }

    private List<String> record(Plan plan) {
        return jdbc.sql("select kind from record.entry where ticket_number = ? order by id").param(plan.ticket()).query(String.class).list();
    }
}
