package org.deskwright.process;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.deskwright.governance.Gate;
import org.deskwright.inference.PerformerTable;

/**
 * How much the desk does alone, and what an answer of a person means, is decided by those who answer for the risk, and what it
 * does is drawn by analysts: neither deploys the other's files, by whatever door. The desk itself, which deploys its folders at start, comes without a user.
 */
class PolicyByRiskOwners implements Deployer {

    static final String RISK_OWNERS = "risk-owners";
    private static final List<String> ANALYSTS = List.of("process-analysts", "desk-admins");

    @Override
    public void deploy(DeploymentEntity deployment) {
        Authentication who = Context.getCommandContext().getAuthentication();
        if (deployment.isNew() && who != null) {
            Collection<String> groups = Optional.ofNullable(who.getGroupIds()).orElse(List.of());
            Set<String> policy = policy(deployment);
            deployment.getResources().keySet().forEach(file -> check(file, what(file, policy), groups));
        }
    }

    /** By what the engine found in them, and not by their names. */
    private static Set<String> policy(DeploymentEntity deployment) {
        List<DecisionDefinition> tables = Optional.ofNullable(deployment.getDeployedDecisionDefinitions()).orElse(List.of());
        return tables.stream().filter(table -> isPolicy(table.getKey())).map(DecisionDefinition::getResourceName).collect(Collectors.toSet());
    }

    /** Whether texts are given to a language model is theirs to decide too. */
    private static boolean isPolicy(String table) {
        return Gate.TABLES.contains(table) || table.equals(PerformerTable.KEY);
    }

    /**
     * Of a form, any: at each of them people approve, or say what a request is about, which the desk then goes by.
     *
     * @return why it is policy; {@code null} if it is none
     */
    private static String what(String file, Set<String> tables) {
        return tables.contains(file) ? "decides how much the desk does alone" : file.endsWith(".form") ? "says what people's answers mean" : null;
    }

    private static void check(String file, String policy, Collection<String> groups) {
        if (policy != null && !groups.contains(RISK_OWNERS)) {
            throw new AuthorizationException("%s %s: only the group %s may deploy it. Hand the file to one of them".formatted(file, policy, RISK_OWNERS));
        }
        if (policy == null && Collections.disjoint(groups, ANALYSTS)) {
            throw new AuthorizationException("%s is deployed by the groups %s. Hand the file to one of them".formatted(file, String.join(" and ", ANALYSTS)));
        }
    }
}
