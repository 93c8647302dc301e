package org.deskwright;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.deskwright.governance.ActionType;
import org.deskwright.governance.Fact;
import org.deskwright.governance.Facts;
import org.deskwright.governance.Gate;
import org.deskwright.governance.GateDecision;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Step;
import org.deskwright.identity.Evidence;
import org.deskwright.identity.Identification;
import org.deskwright.resolution.Actions;
import org.deskwright.review.Outcome;
import org.deskwright.review.Question;
import org.deskwright.review.Reviewers;
import org.deskwright.review.Verdict;
import org.deskwright.review.Verdicts;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Impression;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;

/** Makes what most tests start from: tickets, plans, approvals. */
public record Paperwork(Tickets tickets, Identification identification, Plans plans, Actions actions, Facts facts,
                        Gate gate, Reviewers reviewers, Verdicts verdicts) {

    public static final Impression NOTHING_UNUSUAL = new Impression("en", "neutral", false, "medium", false, false, null, List.of(), false, false);

    /** A ticket of somebody signed in, whose words say nothing besides what they ask for. */
    public Ticket ticket(String requester) {
        return ticket("Access", "Please give me edit rights in the wiki", requester);
    }

    public Ticket ticket(String subject, String body, String requester) {
        String number = tickets.add(subject, body, Channel.PORTAL, "test:" + UUID.randomUUID(), requester, null, true);
        identification.record(number, requester, Evidence.SIGNED_IN_SESSION);
        tickets.classify(number, "access-request", new Confidence(0.97, true, "test", 1_000, "isotonic", "0".repeat(64)));
        tickets.keepImpression(number, NOTHING_UNUSUAL);
        tickets.transfer(number, "identity");
        return tickets.get(number);
    }

    public Ticket ticketOf(Plan plan) {
        return tickets.get(plan.ticket());
    }

    /** A grant of wiki-editors to the requester, in the ledger as planned. */
    public Plan grant(String requester) {
        return plan(ticket(requester), Step.GRANT_ACCESS, ActionType.ADD_TO_GROUP,
                Map.of("entitlement", "wiki-editors", "group", "wiki-editors", "costs", "0 EUR"));
    }

    /** A reset link for the requester. */
    public Plan reset(String requester) {
        Ticket ticket = ticket("Password", "I forgot my password", requester);
        tickets.classify(ticket.number(), "password-reset", ticket.confidence());
        return plan(tickets.get(ticket.number()), Step.RESET_PASSWORD, ActionType.SEND_RESET_LINK, Map.of());
    }

    /** A reset link for the requester, cleared. */
    public Plan link(String requester) {
        Plan plan = reset(requester);
        approve(plan, "judit.nagy");
        return plan;
    }

    public Plan plan(Ticket ticket, Step step, ActionType type, Map<String, String> parameters) {
        Plan plan = plans.make(ticket, step, type, identification.subjectOf(ticket.number(), ticket.requester()).orElseThrow(), parameters);
        actions.open(plan);
        return plan;
    }

    /** The plan that takes this action back, as the gate answers it. */
    public Plan inverse(Plan action) {
        Plan inverse = plans.makeInverse(action, identification.holderOf(action.ticket(), action.target()).orElseThrow());
        actions.open(inverse);
        gate.askForRevocation(inverse, ticketOf(action));
        return inverse;
    }

    /** The gate sends it to the identity team, because of the sender, and one of them approves. */
    public void approve(Plan plan, String reviewer) {
        ask(plan, Map.of(Fact.SENDER_AUTHENTICATED, "no"));
        approve(put(plan), reviewer);
    }

    /** Asks the gate with the facts as they are, but for some. */
    public GateDecision ask(Plan plan, Map<Fact, String> others) {
        Ticket ticket = tickets.get(plan.ticket());
        Map<Fact, String> known = facts.of(plan, ticket, identification.subjectOf(plan.ticket(), plan.target()).orElseThrow());
        known.putAll(others);
        return gate.ask(plan, ticket, known);
    }

    /** Puts the plan to the people whom the gate asked for. */
    public String put(Plan plan) {
        String task = "task-" + UUID.randomUUID();
        reviewers.ask(task, new Question(plan.ticket(), "userTask_reviewAction", plan.id(), true), null);
        return task;
    }

    public void decline(String task, String reviewer) {
        verdicts.decide(new Verdict(UUID.randomUUID(), task, Outcome.DECLINE, reviewer, "Not now", Map.of(), null));
    }

    /** Returns how many approvals are missing. */
    public int approve(String task, String reviewer) {
        return verdicts.decide(new Verdict(UUID.randomUUID(), task, Outcome.APPROVE, reviewer, null, Map.of(), null));
    }
}
