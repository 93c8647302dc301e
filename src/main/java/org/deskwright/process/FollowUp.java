package org.deskwright.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.camunda.bpm.engine.RuntimeService;
import org.deskwright.correspondence.RecoveryNotice;
import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Revocations;
import org.deskwright.identity.Disavowals;
import org.deskwright.identity.IdentityProvider;
import org.deskwright.resolution.ActionState;
import org.deskwright.resolution.Actions;
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
    private final Plans plans;
    private final Tickets tickets;
    private final TakeBack takeBack;
    private final RecoveryNotice notice;
    private final Disavowals disavowals;
    private final IdentityProvider identityProvider;
    private final Revocations revocations;
    private final RevocationProcess revocation;
    private final ReportRevocation report;
    private final RuntimeService runtime;
    private final TransactionOperations transaction;

    FollowUp(Actions actions, Plans plans, Tickets tickets, TakeBack takeBack, RecoveryNotice notice, Disavowals disavowals,
             IdentityProvider identityProvider, Revocations revocations, RevocationProcess revocation, ReportRevocation report, RuntimeService runtime,
             TransactionOperations transaction) {
        this.revocations = revocations;
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
        actions.toFollowUp().forEach(id -> attempt(id, this::follow));
        revocations.untold().forEach(id -> attempt(id, revoked -> report.tell(plans.get(revoked))));
    }

    private void attempt(UUID id, Consumer<UUID> consequence) {
        try {
            transaction.executeWithoutResult(status -> consequence.accept(id));
        } catch (RuntimeException later) {
            LOG.warn("What follows from the action {} could not be begun and is tried again: {}", id, later.toString());
        }
    }

    private void follow(UUID id) {
        if (!actions.beginFollowUp(id)) {
            return;
        }
        Plan plan = plans.get(id);
        LedgerEntry entry = actions.entry(id);
        if (plan.type() == ActionType.SEND_RESET_LINK) {
            notice.send(plan.ticket(), plan.target(), disavowals.issue(id, plan.ticket(), plan.target()), identityProvider.resetMail(id));
        }
        plan.revokes().filter(revoked -> !revocation.taken(revoked, id)).map(plans::get).ifPresent(report::tell);
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
