package org.deskwright.process;

import java.util.HashMap;
import java.util.Map;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.deskwright.governance.ActionType;
import org.deskwright.governance.Step;
import org.deskwright.identity.Entitlement;
import org.deskwright.identity.Entitlements;
import org.springframework.stereotype.Component;

/** Plans to make the requester a member of the entitlement's group. */
@Component
class PlanGrant implements Delegate {

    private final Planning planning;
    private final Entitlements entitlements;

    PlanGrant(Planning planning, Entitlements entitlements) {
        this.planning = planning;
        this.entitlements = entitlements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Entitlement entitlement = entitlements.byId(Variables.ENTITLEMENT.require(execution)).orElseThrow(
                () -> new IllegalStateException("The entitlement is not in config/entitlements.yaml any more"));
        planning.plan(execution, Step.GRANT_ACCESS, ActionType.ADD_TO_GROUP, parameters(entitlement));
    }

    /** How long it lasts is planned and approved with it. */
    private static Map<String, String> parameters(Entitlement entitlement) {
        Map<String, String> parameters = new HashMap<>(Map.of("entitlement", entitlement.id(), "group", entitlement.group()));
        if (entitlement.expires() != null) {
            parameters.put("lasts", entitlement.expires().toString());
        }
        return parameters;
    }
}
