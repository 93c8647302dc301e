package org.deskwright.process;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
        planning.plan(execution, Step.GRANT_ACCESS, ActionType.ADD_TO_GROUP,
                parameters(entitlements, Variables.ENTITLEMENT.require(execution), null));
    }

    /**
     * How long it lasts and what it costs is planned and approved with it.
     *
     * @param lasts what a person said of that; {@code null} for as long as the entitlement allows, which it never exceeds
     */
    static Map<String, String> parameters(Entitlements entitlements, String id, String lasts) {
        Entitlement entitlement = entitlements.byId(id).orElseThrow(
                () -> new IllegalStateException("The entitlement is not in config/entitlements.yaml any more"));
        Map<String, String> parameters = new HashMap<>(Map.of("entitlement", entitlement.id(), "group", entitlement.group()));
        Stream.of(Optional.ofNullable(lasts).map(Duration::parse), Optional.ofNullable(entitlement.expires())).flatMap(Optional::stream)
                .min(Comparator.naturalOrder()).ifPresent(time -> parameters.put("lasts", time.toString()));
        if (entitlement.costs() != null) {
            parameters.put("costs", entitlement.costs().toString());
        }
        return parameters;
    }
}
