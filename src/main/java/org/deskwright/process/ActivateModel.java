package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.review.Outcome;
import org.deskwright.review.Verdicts;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.triage.LearnedModels;
import org.springframework.stereotype.Component;

/** The model of this ticket takes over, if a person said so at the task that asks for it: no diagram says it in their place. */
@Component
class ActivateModel implements Delegate {

    private final LearnedModels models;
    private final AdoptionTicket ticket;
    private final Verdicts verdicts;

    ActivateModel(LearnedModels models, AdoptionTicket ticket, Verdicts verdicts) {
        this.models = models;
        this.ticket = ticket;
        this.verdicts = verdicts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        String adopter = verdicts.decidedBy(number, ModelAdoption.TO_PEOPLE, Outcome.APPROVE)
                .orElseThrow(() -> new IllegalStateException("Nobody has adopted the model of %s".formatted(number)));
        models.adopt(ticket.modelOf(number), adopter, number);
        ticket.close(number, ClosureCode.PERSON, "The classifier answers with the new model, adopted by " + adopter);
    }
}
