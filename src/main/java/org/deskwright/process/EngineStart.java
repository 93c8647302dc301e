package org.deskwright.process;

import org.camunda.bpm.engine.IdentityService;
import org.deskwright.process.proof.RunningVersions;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Models, access rights and filters are in place before anybody is told that the desk is ready. */
@Component
@Order(10)
class EngineStart implements ApplicationRunner {

    private final Models models;
    private final RunningVersions running;
    private final Access access;
    private final Filters filters;
    private final UnaskedTasks unaskedTasks;
    private final Nodes nodes;
    private final IdentityService identity;

    EngineStart(Models models, RunningVersions running, Access access, Filters filters, UnaskedTasks unaskedTasks, Nodes nodes,
                IdentityService identity) {
        this.unaskedTasks = unaskedTasks;
        this.nodes = nodes;
        this.models = models;
        this.running = running;
        this.access = access;
        this.filters = filters;
        this.identity = identity;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        identity.clearAuthentication();
        models.deploy();
        running.prove();
        access.grant();
        filters.provide();
        unaskedTasks.ask();
        nodes.releaseLost();
    }
}
