package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.reset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.deskwright.identity.TargetRefused;
import org.deskwright.intake.Intake;
import org.deskwright.resolution.ActionState;
import org.deskwright.ticket.ClosureCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever withdraws a request keeps nothing of it, whenever it was given. */
class WithdrawnGrantTest extends TicketPaths {

    @Autowired
    private Intake intake;
    @Autowired
    private LooseEnds looseEnds;

    /** The grant was on its way when its requester withdrew: it is known as done after the ticket is closed. */
    @Test
    void whatIsGrantedAsTheRequestIsWithdrawnIsTakenBack() {
        classifier.believe("access-request", 0.95);
        String withdrawn = desk.file("hana.sato", "Wiki", "Please give me edit rights in the wiki");
        doAnswer(call -> {
            Object done = call.callRealMethod();
            CompletableFuture.runAsync(() -> intake.withdraw(withdrawn, "hana.sato")).get(20, TimeUnit.SECONDS);
            return done;
        }).when(groups).add(any(), eq("wiki-editors"), any());
        Throwable late = catchThrowable(() -> desk.decide(withdrawn, "kwame.mensah", "approve", Map.of()));
        assertThat(late).isInstanceOf(OptimisticLockingException.class);
        desk.runJobs();
        UUID given = desk.actions(withdrawn).get(0).id();
        assertThat(desk.ticket(withdrawn).closureCode()).isEqualTo(ClosureCode.WITHDRAWN);
        assertThat(state(withdrawn, given)).isEqualTo(ActionState.CONFIRMED);
        followUp.run();
        desk.runJobs();
        assertThat(state(withdrawn, given)).isEqualTo(ActionState.REVOKED);
        assertThat(groups.isMember("hana.sato", "wiki-editors")).isFalse();
        assertThat(jdbc.sql("select basis from revocation where action_id = ?").param(given).query(String.class).single()).isEqualTo("WITHDRAWAL");
        assertThat(desk.story(withdrawn)).anyMatch(line -> line.startsWith("Taken back, as it is not needed any more"));
        assertThat(desk.isRunning(withdrawn)).isFalse();
    }

    /** The ordinary end of a ticket is redrawn to say that its requester wanted nothing of it. */
    @Test
    void whatADiagramCallsWithdrawnIsNot() throws IOException {
        String redrawn = Files.readString(Path.of("processes", "resolve-ticket.bpmn")).replaceFirst(
                "(id=\"serviceTask_closeTicket\"(?s).*?</camunda:failedJobRetryTimeCycle>)",
                "$1<camunda:inputOutput><camunda:inputParameter name=\"closureCode\">withdrawn</camunda:inputParameter></camunda:inputOutput>");
        String deployment = repository.createDeployment().addString("processes/resolve-ticket.bpmn", redrawn).deploy().getId();
        classifier.believe("access-request", 0.95);
        String number = desk.file("pia.weber", "Wiki", "Please give me edit rights in the wiki");
        UUID given = desk.actions(number).get(0).id();
        desk.confirm(number, "pia.weber", false);
        assertThatThrownBy(() -> desk.decide(number, "judit.nagy", "decline", Map.of("text", "She has it already.")))
                .hasMessage("Nobody has withdrawn %s, so it cannot be closed as withdrawn: please choose another closure code".formatted(number));
        assertThat(state(number, given)).isEqualTo(ActionState.CONFIRMED);
        assertThat(jdbc.sql("select count(*) from revocation where action_id = ?").param(given).query(Integer.class).single()).isZero();

        desk.withdraw(number, "pia.weber");
        assertThat(state(number, given)).isEqualTo(ActionState.REVOKED);
        repository.deleteDeployment(deployment, true);
    }

    /** Judit demanded it before its requester withdrew: that she left it as it is, she answered herself alone. */
    @Test
    void whatPeopleLeaveWhenSomebodyElseDemandsItIsTakenFromWhoWithdrew() {
        classifier.believe("access-request", 0.95);
        String number = desk.file("hana.sato", "Wiki", "Please give me edit rights in the wiki");
        desk.decide(number, "kwame.mensah", "approve", Map.of());
        UUID given = desk.actions(number).get(0).id();
        desk.confirm(number, "hana.sato", false);
        doThrow(new TargetRefused("The group is read-only")).when(groups).remove(any(), eq("wiki-editors"), any());
        demand(given);
        desk.runJobs();
        desk.withdraw(number, "hana.sato");
        desk.decide(number, desk.candidateGroups(desk.task(number)).contains("security") ? "kwame.mensah" : "judit.nagy", "decline", Map.of("text", "It was right"));
        assertThat(state(number, given)).isEqualTo(ActionState.CONFIRMED);
        reset(groups);
        looseEnds.run();
        desk.runJobs();
        assertThat(state(number, given)).isEqualTo(ActionState.REVOKED);
        assertThat(groups.isMember("hana.sato", "wiki-editors")).isFalse();
    }

    /** The desk had given it, and people went on: nothing of it is needed any more. */
    @Test
    void whatWasGrantedBeforeTheRequestIsWithdrawnIsTakenBackToo() {
        classifier.believe("access-request", 0.95);
        String number = desk.file("pia.weber", "Wiki", "Please give me edit rights in the wiki");
        UUID given = desk.actions(number).get(0).id();
        desk.confirm(number, "pia.weber", false);
        desk.withdraw(number, "pia.weber");
        assertThat(state(number, given)).isEqualTo(ActionState.REVOKED);
        assertThat(groups.isMember("pia.weber", "wiki-editors")).isFalse();
    }
}
