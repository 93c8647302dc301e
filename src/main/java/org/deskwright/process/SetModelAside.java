package org.deskwright.process;

import java.util.Optional;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.review.Outcome;
import org.deskwright.review.Verdicts;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.triage.LearnedModels;
import org.springframework.stereotype.Component;

/** The present model stays: a person declined the new one, or nobody has decided. */
@Component
class SetModelAside implements Delegate {

    private final LearnedModels models;
    private final AdoptionTicket ticket;
    private final Verdicts verdicts;

    SetModelAside(LearnedModels models, AdoptionTicket ticket, Verdicts verdicts) {
        this.models = models;
        this.ticket = ticket;
        this.verdicts = verdicts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        Optional<String> decliner = verdicts.decidedBy(number, ModelAdoption.TO_PEOPLE, Outcome.DECLINE);
        models.decline(ticket.modelOf(number), decliner.orElse(null), number);
        ticket.close(number, decliner.isPresent() ? ClosureCode.DECLINED : ClosureCode.NO_ANSWER,
                decliner.map(login -> "The present model stays: %s declined the new one".formatted(login)).orElse("The present model stays: nobody has decided on the new one in time"));
    }
}
