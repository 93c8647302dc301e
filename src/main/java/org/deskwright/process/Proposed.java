package org.deskwright.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.deskwright.governance.Clearances;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.identity.Entitlements;
import org.deskwright.review.Question;
import org.deskwright.triage.LearnedModels;
import org.springframework.stereotype.Component;

/**
 * What a person is asked to approve, as their form shows it. It comes from what is stored, and stands with the task itself:
 * any diagram can write the process's variables, and would put its own words there.
 */
@Component
class Proposed {

    private static final String ENTITLEMENT = "entitlement";

    private final Plans plans;
    private final Clearances clearances;
    private final LearnedModels models;
    private final AdoptionTicket adoption;
    private final Entitlements entitlements;

    Proposed(Plans plans, Clearances clearances, LearnedModels models, AdoptionTicket adoption, Entitlements entitlements) {
        this.entitlements = entitlements;
        this.plans = plans;
        this.clearances = clearances;
        this.models = models;
        this.adoption = adoption;
    }

    void show(DelegateTask task, Question question) {
        Plan plan = question.actionId() == null ? null : plans.get(question.actionId());
        Variables.PROPOSAL.setLocal(task, plan != null ? plan.words() : question.task().equals(ModelAdoption.TO_PEOPLE)
                ? models.get(adoption.modelOf(question.ticket())).comparison().sentence() + "." : null);
        Variables.APPROVALS_MISSING.setLocal(task, question.clears() ? clearances.missing(question.actionId()) : null);
        String entitlement = question.clears() ? plan.parameters().get(ENTITLEMENT) : null;
        Variables.ENTITLEMENT.setLocal(task, entitlement);
        Variables.NEW_ENTITLEMENT.setLocal(task, entitlement);
        Variables.NEW_LASTS.setLocal(task, question.clears() ? Edit.shown(plan, entitlements) : null);
    }
}
