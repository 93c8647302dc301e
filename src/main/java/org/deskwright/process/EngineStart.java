package org.deskwright.process;

import org.camunda.bpm.engine.IdentityService;
import org.deskwright.process.proof.RunningVersions;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Models, access rights and filters are in place before the first request can come in, by whatever channel: ports open and
 * mailboxes are read only after this, and jobs run later still.
 */
@Component
class EngineStart implements SmartLifecycle {

    /** After the demo's servers, long before the web server. */
    private static final int PHASE = 0;

    private final Models models;
    private final RunningVersions running;
    private final Access access;
    private final Filters filters;
    private final UnaskedTasks unaskedTasks;
    private final Nodes nodes;
    private final IdentityService identity;
    private volatile boolean started;

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
    public void start() {
        identity.clearAuthentication();
        models.deploy();
        running.prove();
        access.grant();
        filters.provide();
        unaskedTasks.ask();
        nodes.releaseLost();
        started = true;
    }

    @Override
    public void stop() {
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
