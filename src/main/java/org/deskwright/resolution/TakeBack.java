package org.deskwright.resolution;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Revocation;
import org.deskwright.governance.Revocation.Basis;
import org.deskwright.governance.RevocationRefused;
import org.deskwright.governance.RevocationRefused.Why;
import org.deskwright.governance.Revocations;
import org.deskwright.identity.IdentityProvider;
import org.deskwright.ticket.OneAfterTheOther;
import org.deskwright.ticket.Shortened;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has an action taken back that was done. Who demands it, and why, is stored, whatever the process that does it makes of that.
 * Whoever demands it again finds what is in force, unless a person has answered that. What another person demands is a demand
 * of their own, though one process does it. A demand that is refused is on the record.
 */
@Component
@OneAfterTheOther
@Transactional(noRollbackFor = {RevocationRefused.class, UnknownAction.class})
public class TakeBack {

    /** So long what watches a grant may take to see its end. */
    private static final Duration WATCHED = Duration.ofSeconds(15);
    private static final Pattern ACTION_ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    /** What one round demands back. */
    private static final int AT_ONCE = 50;

    private final Plans plans;
    private final Ledger ledger;
    private final Holdings holdings;
    private final Revocations revocations;
    private final IdentityProvider identityProvider;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakeBack(Plans plans, Ledger ledger, Holdings holdings, Revocations revocations, IdentityProvider identityProvider, AuditLog audit,
             ApplicationEventPublisher events, Clock clock) {
        this.clock = clock;
        this.holdings = holdings;
        this.identityProvider = identityProvider;
        this.plans = plans;
        this.ledger = ledger;
        this.revocations = revocations;
        this.audit = audit;
        this.events = events;
    }

    /** @param created whether this demand is a new one */
    public record Demanded(Revocation revocation, boolean created) {
    }

    /**
     * @param actionId as it came in
     * @throws UnknownAction     if there is no such action
     * @throws RevocationRefused if there is no reason, they are not entitled, or there is nothing to take back
     */
    public Demanded demand(String actionId, String login, String reason) {
        return demand(null, actionId, login, reason);
    }

    /**
     * @param ticket   whose action it is said to be; {@code null} if nothing is said of that
     * @param actionId as it came in
     * @throws UnknownAction     if there is no such action, or it is another ticket's
     * @throws RevocationRefused if there is no reason, they are not entitled, or there is nothing to take back
     */
    public Demanded demand(String ticket, String actionId, String login, String reason) {
        try {
            Plan action = plan(actionId);
            if (ticket != null && !action.ticket().equals(ticket)) {
                throw new UnknownAction(actionId, ticket);
            }
            return demand(action, login, reason);
        } catch (RevocationRefused | UnknownAction refused) {
            audit.write(ticket == null ? ticket(actionId) : ticket, "REVOCATION_REFUSED", Actor.person(login),
                    Map.of("actionId", recorded(actionId, login, abbreviated(actionId)), "reason", recorded(actionId, login, refused.getMessage())));
            throw refused;
        }
    }

    private Demanded demand(Plan action, String login, String reason) {
        if (!revocations.isEntitled(login, action)) {
            throw new RevocationRefused(Why.NOT_ENTITLED, "You may not take back this action: that is for the leads of the service desk, identity and security, "
                    + "on requests that they may read, or for the person whose account a recovery was for");
        }
        if (reason == null || reason.isBlank() || reason.length() > Revocation.LONGEST_REASON) {
            throw new RevocationRefused(Why.NO_REASON, "must have 1 to %d characters".formatted(Revocation.LONGEST_REASON));
        }
        if (action.type() == ActionType.SEND_RESET_LINK && action.target().equals(login)) {
            events.publishEvent(new RecoveryDisowned(action.id(), action.ticket(), login));
        }
        Optional<Revocation> inForce = revocations.of(action.id()).filter(Revocation::isInForce);
        if (inForce.isPresent() && revocations.isDemandedBy(action.id(), login)) {
            return new Demanded(inForce.get(), false);
        }
        if (inForce.isEmpty()) {
            checkThatThereIsSomething(action);
        }
        inForce.ifPresent(revocations::giveWay);
        Revocation revocation = revocations.demand(action, login, reason.strip());
        events.publishEvent(inForce.isEmpty() ? new RevocationDemanded(action.id(), action.ticket()) : new DemandedAsWell(revocation));
        return new Demanded(revocation, true);
    }

    /**
     * The time of a grant is over, whatever somebody has answered to an earlier demand. Who answers this one has decided on
     * the end itself, and is not asked again.
     *
     * @return {@code false} if it was taken back before, or somebody has demanded that
     */
    public boolean expire(UUID actionId) {
        Plan action = plans.get(actionId);
        if (ledger.get(actionId).state() != ActionState.CONFIRMED || revocations.isDemanded(actionId, Basis.EXPIRY)) {
            return false;
        }
        revocations.expire(action);
        events.publishEvent(new RevocationDemanded(actionId, action.ticket()));
        return true;
    }

    /** Grants that ran out a while ago, and nobody has demanded back: whatever watched them does so no more. */
    public List<UUID> overdue() {
        return holdings.overdue(clock.instant().minus(WATCHED), AT_ONCE);
    }

    /** Withdrawn requests of which something stands that nobody demands back: people have left it as it is when somebody else demanded it. */
    public List<String> unneeded() {
        return holdings.unneeded(clock.instant().minus(IdentityProvider.LINK_LIFETIME), AT_ONCE);
    }

    /**
     * The requester needs nothing more: what was done for them is undone, and nobody is alarmed by it. A link that opens
     * nothing any more can stay. What somebody else demands already waits for what comes of that.
     */
    public void withdraw(String ticket) {
        ledger.of(ticket).stream().filter(entry -> entry.state() == ActionState.CONFIRMED).map(entry -> plans.get(entry.id()))
                .filter(action -> action.inverse().isPresent() && !revocations.isDemanded(action.id(), Basis.WITHDRAWAL)
                        && (action.type() != ActionType.SEND_RESET_LINK || identityProvider.isResetLinkOpen(action.id())))
                .forEach(action -> {
                    revocations.withdraw(action);
                    events.publishEvent(new RevocationDemanded(action.id(), ticket));
                });
    }

    private void checkThatThereIsSomething(Plan action) {
        if (action.inverse().isEmpty()) {
            throw new RevocationRefused(Why.NOTHING_TO_TAKE_BACK, action.revokes().isPresent()
                    ? "This action took another one back. Whoever needs that again files a new request"
                    : "\"%s\" cannot be taken back".formatted(action.type().label()));
        }
        String nothing = switch (ledger.get(action.id()).state()) {
            case PLANNED -> "This action has not been done: there is nothing to take back";
            case IN_FLIGHT -> "This action is being done right now; please try again in a minute";
            case UNKNOWN -> "Nobody knows yet whether this action was done; please try again when that has been found out";
            case REFUSED -> "This action was refused and never done: there is nothing to take back";
            case REVOKED -> "This action was taken back already";
            case CONFIRMED -> null;
        };
        if (nothing != null) {
            throw new RevocationRefused(Why.NOTHING_TO_TAKE_BACK, nothing);
        }
    }

    private Plan plan(String actionId) {
        try {
            return plans.find(UUID.fromString(actionId)).orElseThrow(() -> new UnknownAction(actionId));
        } catch (IllegalArgumentException malformed) {
            throw new UnknownAction(abbreviated(actionId));
        }
    }

    private String ticket(String actionId) {
        try {
            return plan(actionId).ticket();
        } catch (UnknownAction unknown) {
            return null;
        }
    }

    /** Whoever types something where an action's number belongs can write a name there. */
    private static Object recorded(String actionId, String login, String words) {
        return ACTION_ID.matcher(actionId).matches() ? words : Personal.textOf(login, words);
    }

    private static String abbreviated(String text) {
        return Shortened.to(text, 50);
    }
}
