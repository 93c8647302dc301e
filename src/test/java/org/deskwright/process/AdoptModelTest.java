package org.deskwright.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.camunda.bpm.engine.RuntimeService;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.triage.LearnedModel;
import org.deskwright.triage.LearnedModels;
import org.deskwright.triage.ModelState;
import org.deskwright.triage.NewModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A better model takes over when somebody adopts it, on every node, and not before. */
class AdoptModelTest extends TicketPaths {

    @Autowired
    private LearnedModels models;
    @Autowired
    private ModelAdoption adoption;
    @Autowired
    private Tickets tickets;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private ApplicationContext context;

    @AfterEach
    void shippedAgain() {
        models.candidate().ifPresent(model -> models.decline(model.hash(), null, "DW-0"));
        if (!models.active().isShipped()) {
            models.returnTo(LearnedModel.SHIPPED, "noor.ali", "Test over");
        }
        NewModel.answering(context);
    }

    @Test
    void aModelThatSomebodyAdoptsAnswersAndTheFormerOneDoesAfterAReturn() {
        assertThat(NewModel.answering(context)).isEqualTo(NewModel.shipped(context));
        NewModel model = new NewModel(context, "quokka");
        String hash = model.propose("noor.ali");
        String number = numberOf(hash);
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly("risk-owners");
        assertThat(tickets.get(number).body()).contains("gets 90.0 % right, the present one 80.0 %", "printing: 30: 20, 26", "noor.ali asked for it");
        assertThat(NewModel.answering(context)).as("nobody has adopted it yet").isEqualTo(NewModel.shipped(context));

        desk.decide(number, "grace.kim", "approve", Map.of());
        assertThat(models.active().hash()).isEqualTo(hash);
        assertThat(models.active().activeBy()).isEqualTo("grace.kim");
        assertThat(closed(number)).isEqualTo("person");
        assertThat(NewModel.answering(context)).isEqualTo(model.dataHash());
        assertThat(desk.recorded("MODEL_ADOPTED", "grace.kim")).isOne();

        models.returnTo(LearnedModel.SHIPPED, "noor.ali", "It takes printers for networks");
        assertThat(NewModel.answering(context)).isEqualTo(NewModel.shipped(context));
        assertThat(models.get(hash).state()).isEqualTo(ModelState.FORMER);
        models.returnTo(hash, "noor.ali", "It was the printers");
        assertThat(NewModel.answering(context)).isEqualTo(model.dataHash());
    }

    @Test
    void whatIsDeclinedIsSetAside() {
        String hash = new NewModel(context, "zebra").propose("noor.ali");
        String number = numberOf(hash);
        desk.decide(number, "kwame.mensah", "decline", Map.of("text", "Not in the week before the audit"));
        assertThat(models.active().isShipped()).isTrue();
        assertThat(models.get(hash).state()).isEqualTo(ModelState.DECLINED);
        assertThat(closed(number)).isEqualTo("declined");
        assertThat(desk.recorded("MODEL_DECLINED", "kwame.mensah")).isOne();
        assertThatThrownBy(() -> models.returnTo(hash, "noor.ali", "x")).hasMessageContaining("never active");
    }

    @Test
    void afterThirtyDaysItIsSetAside() {
        String hash = new NewModel(context, "okapi").propose("noor.ali");
        String number = numberOf(hash);
        desk.fireTimer(number, "boundaryEvent_30DaysPassed");
        assertThat(models.active().isShipped()).isTrue();
        assertThat(models.get(hash).state()).isEqualTo(ModelState.DECLINED);
        assertThat(models.get(hash).reason()).contains("Nobody decided in time");
        assertThat(closed(number)).isEqualTo("no-answer");
        assertThat(desk.isRunning(number)).isFalse();
    }

    @Test
    void whoeverHadItTrainedAndWhoeverWasNotAskedDoNotAdoptIt() {
        String number = numberOf(new NewModel(context, "tapir").propose("kwame.mensah"));
        assertThatThrownBy(() -> desk.decide(number, "kwame.mensah", "approve", Map.of())).hasMessageContaining("somebody else has to adopt it");
        assertThatThrownBy(() -> desk.decideAnyway(number, "noor.ali", "approve", Map.of())).hasMessageContaining("risk-owners");
        assertThatThrownBy(() -> desk.decide(number, "grace.kim", "done", Map.of("text", "x"))).hasMessageContaining("cannot be decided here");
        assertThat(models.active().isShipped()).isTrue();
        desk.decide(number, "grace.kim", "approve", Map.of());
        assertThat(models.active().isShipped()).isFalse();
    }

    @Test
    void peopleAreAskedAgainWhereTheProcessWasEnded() {
        String number = numberOf(new NewModel(context, "civet").propose("noor.ali"));
        runtime.deleteProcessInstance(desk.task(number).getProcessInstanceId(), "Ended by hand");
        assertThat(desk.isRunning(number)).isFalse();
        adoption.run();
        adoption.run();
        assertThat(desk.task(number)).as("once").isNotNull();
        assertThat(tickets.get(number).status().word()).isEqualTo("in-review");
    }

    @Test
    void noDiagramAdoptsInAPersonsPlace() {
        String hash = new NewModel(context, "genet").propose("noor.ali");
        String number = numberOf(hash);
        assertThatThrownBy(() -> runtime.createProcessInstanceByKey("adopt-model").businessKey(number).startBeforeActivity("serviceTask_activateModel").execute())
                .hasStackTraceContaining("Nobody has adopted the model");
        assertThat(models.get(hash).state()).isEqualTo(ModelState.CANDIDATE);
    }

    @Test
    void whatBeatAnotherModelThanTheActiveOneIsNotAdopted() {
        String first = new NewModel(context, "lemur").propose("noor.ali");
        desk.decide(numberOf(first), "grace.kim", "approve", Map.of());
        String second = new NewModel(context, "loris").propose("noor.ali");
        models.returnTo(LearnedModel.SHIPPED, "noor.ali", "Strange answers");
        assertThatThrownBy(() -> desk.decide(numberOf(second), "grace.kim", "approve", Map.of())).hasMessageContaining("Another model became active");
        assertThat(models.active().isShipped()).isTrue();
        desk.decide(numberOf(second), "grace.kim", "decline", Map.of("text", "It beat another one"));
    }

    private String numberOf(String hash) {
        return tickets.numberOf(LearnedModel.SOURCE + hash).orElseThrow();
    }

    private String closed(String number) {
        Ticket ticket = tickets.get(number);
        return ticket.isClosed() ? ticket.closureCode().word() : null;
    }
}
