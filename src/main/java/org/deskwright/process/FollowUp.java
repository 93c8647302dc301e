package org.deskwright.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.RuntimeService;
import org.deskwright.correspondence.RecoveryNotice;
import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.identity.Disavowals;
import org.deskwright.identity.IdentityProvider;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.Actions;
import org.deskwright.resolution.Consequences;
import org.deskwright.resolution.Consequences.Part;
import org.deskwright.resolution.LedgerEntry;
import org.deskwright.resolution.TakeBack;
import org.deskwright.ticket.Tickets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What every done action brings with it, whichever way it came to be known as done: by its process, by the reconciler after a
 * crash, or by nobody whose process still runs. It starts once, for the ledger remembers that it has. What was taken back is told
 * here, too, where no process has told it.
 */
@Component
class FollowUp {

    static final String EXPIRY = "expire-access";
    private static final Duration NOTICE = Duration.ofDays(7);
    private static final Logger LOG = LoggerFactory.getLogger(FollowUp.class);

    private final Actions actions;
    private final Consequences consequences;
    private final Incidents incidents;
    private final Plans plans;
    private final Tickets tickets;
    private final TakeBack takeBack;
    private final RecoveryNotice notice;
    private final Disavowals disavowals;
    private final IdentityProvider identityProvider;
    private final RevocationProcess revocation;
    private final ReportRevocation report;
    private final RuntimeService runtime;
    private final TransactionOperations transaction;

    FollowUp(Actions actions, Consequences consequences, Incidents incidents, Plans plans, Tickets tickets, TakeBack takeBack, RecoveryNotice notice, Disavowals disavowals,
             IdentityProvider identityProvider, RevocationProcess revocation, ReportRevocation report, RuntimeService runtime,
             TransactionOperations transaction) {
        this.consequences = consequences;
        this.incidents = incidents;
        this.tickets = tickets;
        this.takeBack = takeBack;
        this.notice = notice;
        this.disavowals = disavowals;
        this.identityProvider = identityProvider;
        this.actions = actions;
        this.plans = plans;
        this.revocation = revocation;
        this.report = report;
        this.runtime = runtime;
        this.transaction = transaction;
    }

    @Scheduled(initialDelayString = "${desk.follow-up-every:5s}", fixedDelayString = "${desk.follow-up-every:5s}")
    void run() {
        for (Part part : Part.values()) {
            consequences.due(part).stream().filter(id -> !attempted(id, () -> draw(part, id))).forEach(id -> attempted(id, () -> failed(part, id)));
        }
    }

    /** @return {@code false} if it failed, and nothing of it was done */
    private boolean attempted(UUID id, Runnable consequence) {
        try {
            transaction.executeWithoutResult(status -> consequence.run());
            return true;
        } catch (RuntimeException later) {
            LOG.warn("What follows from the action {} could not be begun and is tried again: {}", id, later.toString());
            return false;
        }
    }

    private void failed(Part part, UUID id) {
        if (consequences.failed(part, id)) {
            incidents.notFollowedUp(part, plans.get(consequences.first(part)));
        }
    }

    private void draw(Part part, UUID id) {
        Plan plan = plans.get(id);
        if (part == Part.TELLING_BACK) {
            report.tell(plan); // as its process would: whoever comes first begins it
        } else if (consequences.begin(part, id)) {
            if (part == Part.TELLING) {
                tell(plan);
            } else {
                seeToItsEnd(plan, actions.entry(id));
            }
        }
    }

    private void tell(Plan plan) {
        UUID id = plan.id();
        if (plan.type() == ActionType.SEND_RESET_LINK) {
            notice.send(plan.ticket(), plan.target(), disavowals.issue(id, plan.ticket(), plan.target()), identityProvider.resetMail(id));
        }
        plan.revokes().filter(revoked -> !revocation.taken(revoked, id)).map(plans::get).ifPresent(report::tell);
    }

    private void seeToItsEnd(Plan plan, LedgerEntry entry) {
        tickets.hold(plan.ticket()); // whoever closes it sees this action, or this sees it closed
        if (tickets.withdrawnBy(plan.ticket()).isPresent()) {
            takeBack.withdraw(plan.ticket()); // it was on its way when they withdrew
        } else if (entry.state() == ActionState.CONFIRMED && entry.expiresAt() != null) {
            watch(plan, entry);
        }
    }

    /** Who has it for two weeks or less need not be told after one. */
    private void watch(Plan grant, LedgerEntry entry) {
        Instant notice = entry.expiresAt().minus(NOTICE);
        Map<String, Object> variables = new HashMap<>();
        variables.put(Variables.REVOKED_ACTION_ID.name(), grant.id().toString());
        variables.put(Variables.EXPIRES_AT.name(), Date.from(entry.expiresAt()));
        variables.put(Variables.REMIND_AT.name(), notice.minus(NOTICE).isAfter(entry.at()) ? Date.from(notice) : null);
        runtime.startProcessInstanceByKey(EXPIRY, grant.ticket(), variables);
    }
}
