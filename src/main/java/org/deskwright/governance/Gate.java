package org.deskwright.governance;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks the tables whether the desk may act alone: {@code mandatory-review.dmn}, then {@code thresholds.dmn}, then
 * {@code autonomy.dmn}. Whatever is missing or no row answers is ESCALATE, and no table reaches below the floor of
 * {@link AlwaysReviewed}. A clearance is minted here, from the tables' own result, and from nothing that stands in a process
 * variable.
 */
@Component
public class Gate {

    public static final String MANDATORY_REVIEW = "mandatory-review";
    public static final String THRESHOLDS = "thresholds";
    private static final String AUTONOMY = "autonomy";
    /** The tables that decide how much the desk does alone, by key. */
    public static final Set<String> TABLES = Set.of(MANDATORY_REVIEW, THRESHOLDS, AUTONOMY);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STRICTEST = "security";
    /** Whoever decides for one of these decides for all others, too. */
    private static final List<String> STRICT = List.of(STRICTEST, "escalation");
    private static final String FOREIGN = "foreign-plan";
    /** The mandatory-review table was silent where none may be. */
    private static final String FLOOR = "always-reviewed";
    /** Its requester needs nothing more, whatever a diagram goes on with. */
    public static final String WITHDRAWN = "request-withdrawn";

    private final DecisionTables tables;
    private final Clearances clearances;
    private final Demands demands;
    private final Revocations revocations;
    private final Tickets tickets;
    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final Clock clock;

    Gate(DecisionTables tables, Clearances clearances, Demands demands, Revocations revocations, Tickets tickets, JdbcClient jdbc, AuditLog audit, Clock clock) {
        this.tickets = tickets;
        this.demands = demands;
        this.tables = tables;
        this.clearances = clearances;
        this.revocations = revocations;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** For a step that acts on nothing outside: the thresholds alone decide. */
    public GateDecision ask(Ticket ticket, Step step) {
        return keep(decide(ticket, null, step, ticket.confidence(), List.of(), new ArrayList<>()), ticket.confidence(), null);
    }

    /**
     * For a planned action of this very ticket, about which nobody has said anything else since: facts of another one say nothing
     * about it, and a confidence holds for its own category. AUTO mints its clearance.
     */
    public GateDecision ask(Plan plan, Ticket ticket, Map<Fact, String> facts) {
        if (!plan.ticket().equals(ticket.number())) {
            return refuse(plan, ticket, FOREIGN);
        }
        if (!Objects.equals(plan.category(), ticket.category())) {
            return refuse(plan, ticket, "category-changed");
        }
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("step", plan.step().word());
        Map<Fact, String> known = Fact.complete(facts);
        known.forEach((fact, value) -> inputs.put(fact.input(), value));
        Evaluation review = tables.evaluate(plan.ticket(), MANDATORY_REVIEW, inputs);
        List<String> reasons = outputs(review, "reason");
        if (reasons.isEmpty() && AlwaysReviewed.demandedBy(plan.step(), known)) {
            reasons = List.of(FLOOR);
        }
        Confidence confidence = plan.confidence().orLower(ticket.confidence());
        GateDecision decision = keep(decide(ticket, plan.id(), plan.step(), confidence, reasons, new ArrayList<>(List.of(review))), plan, confidence);
        if (decision.autonomy() == Autonomy.AUTO) {
            clearances.mintAuto(plan, decision);
        }
        return decision;
    }

    /**
     * For a plan that takes an action back: somebody entitled has demanded it, or its time is over, and that stands in the
     * database; else nobody may. What does not stand any more is not taken back again. No table is asked, for whoever demands it has decided.
     */
    public GateDecision askForRevocation(Plan inverse, Ticket ticket) {
        if (!inverse.ticket().equals(ticket.number())) {
            return refuse(inverse, ticket, FOREIGN);
        }
        Optional<Revocation> demanded = revocations.behind(inverse);
        String reason = demanded.map(revocation -> switch (revocation.basis()) {
            case DEMAND, WITHDRAWAL -> "revocation-demanded";
            case EXPIRY -> "time-is-over";
        }).orElse(inverse.revokes().filter(revocations::stands).isPresent() ? "revocation-not-demanded" : "nothing-to-take-back");
        String queue = inverse.revokes().flatMap(demands::of).map(Demand::queue).orElse(ticket.queue());
        GateDecision decision = keep(new GateDecision(UUID.randomUUID(), ticket.number(), inverse.id(), inverse.step(),
                demanded.isPresent() ? Autonomy.AUTO : Autonomy.ESCALATE, List.of(reason), queue, 1, List.of(), clock.instant()), inverse, inverse.confidence());
        demanded.ifPresent(revocation -> clearances.mintForRevocation(inverse, revocation, decision));
        return decision;
    }

    /** No table is asked about a plan that was made for something else: people take over, and nobody can clear it. */
    private GateDecision refuse(Plan plan, Ticket ticket, String reason) {
        return keep(new GateDecision(UUID.randomUUID(), ticket.number(), plan.id(), plan.step(), Autonomy.ESCALATE, List.of(reason),
                ticket.queue(), 1, List.of(), clock.instant()), plan, plan.confidence());
    }

    private static List<String> outputs(Evaluation evaluation, String name) {
        return evaluation.outputs().stream().map(row -> String.valueOf(row.get(name))).toList();
    }

    private GateDecision decide(Ticket ticket, UUID actionId, Step step, Confidence confidence, List<String> reviewReasons,
                                List<Evaluation> evaluations) {
        List<String> reasons = new ArrayList<>(reviewReasons);
        Autonomy autonomy = Autonomy.ESCALATE;
        if (tickets.withdrawnBy(ticket.number()).isPresent()) {
            reasons.add(WITHDRAWN);
        } else if (ticket.category() == null || confidence == null) {
            reasons.add("confidence-missing");
        } else if (step == Step.CLASSIFY && confidence.isLeftToPeople()) {
            autonomy = Autonomy.REVIEW; // no number is asked for, as nobody has given one
            reasons.add("category-left-to-people");
        } else {
            Evaluation thresholds = tables.evaluate(ticket.number(), THRESHOLDS,
                    Map.of("step", step.word(), "category", ticket.category()));
            evaluations.add(thresholds);
            if (thresholds.outputs().size() != 1) {
                reasons.add("no-thresholds");
            } else {
                Evaluation answer = tables.evaluate(ticket.number(), AUTONOMY, inputs(ticket.category(), confidence, thresholds, reviewReasons));
                evaluations.add(answer);
                if (answer.outputs().size() == 1) {
                    Map<String, Object> row = answer.outputs().get(0);
                    autonomy = Word.find(Autonomy.class, String.valueOf(row.get("autonomy"))).orElse(Autonomy.ESCALATE);
                    Optional<String> objection = autonomy == Autonomy.AUTO ? objection(confidence, reviewReasons) : Optional.empty();
                    autonomy = objection.isPresent() ? Autonomy.REVIEW : autonomy;
                    reasons.add(objection.orElse(String.valueOf(row.get("reason"))));
                } else {
                    reasons.add("no-answer-in-table");
                }
            }
        }
        return new GateDecision(UUID.randomUUID(), ticket.number(), actionId, step, autonomy, List.copyOf(reasons),
                reviewQueue(evaluations, reasons, ticket), approvals(evaluations), List.copyOf(evaluations), clock.instant());
    }

    /** Why the desk does not act alone although a table says so. */
    private static Optional<String> objection(Confidence confidence, List<String> reviewReasons) {
        if (!reviewReasons.isEmpty()) {
            return Optional.of("mandatory-review");
        }
        return confidence.calibrated() ? Optional.empty() : Optional.of("uncalibrated");
    }

    private static Map<String, Object> inputs(String category, Confidence confidence, Evaluation thresholds, List<String> reviewReasons) {
        Map<String, Object> limits = thresholds.outputs().get(0);
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("category", category);
        inputs.put("confidence", confidence.value());
        inputs.put("calibrated", confidence.calibrated());
        inputs.put("mandatoryReview", !reviewReasons.isEmpty());
        inputs.put("actAt", limits.get("actAt"));
        inputs.put("reviewAt", limits.get("reviewAt"));
        return inputs;
    }

    /** The strictest that a row of the mandatory-review table names, or for which it should have had one, else the ticket's own. */
    private static String reviewQueue(List<Evaluation> evaluations, List<String> reasons, Ticket ticket) {
        List<String> queues = evaluations.stream().filter(evaluation -> evaluation.table().equals(MANDATORY_REVIEW))
                .flatMap(evaluation -> outputs(evaluation, "reviewers").stream()).toList();
        if (reasons.contains(FLOOR)) {
            return STRICTEST;
        }
        return STRICT.stream().filter(queues::contains).findFirst().or(() -> queues.stream().findFirst()).orElse(ticket.queue());
    }

    /** As many as the most demanding row of the mandatory-review table asks for. */
    private static int approvals(List<Evaluation> evaluations) {
        return evaluations.stream().flatMap(evaluation -> evaluation.outputs().stream()).map(row -> row.get("approvals"))
                .mapToInt(number -> number instanceof Number approvals ? Math.max(1, approvals.intValue()) : 1).max().orElse(1);
    }

    /** Whatever cleared the action before counts no more: this is the gate's answer now. */
    private GateDecision keep(GateDecision decision, Plan plan, Confidence confidence) {
        clearances.withdraw(plan.id());
        return keep(decision, confidence, Personal.login(plan.target()));
    }

    private GateDecision keep(GateDecision decision, Confidence confidence, Personal target) {
        jdbc.sql("insert into gate_decision (id, ticket_number, action_id, step, autonomy, reasons, review_queue, approvals, evaluations, decided_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(decision.id(), decision.ticket(), decision.actionId(), decision.step().word(),
                        decision.autonomy().word(), String.join("\n", decision.reasons()), decision.reviewQueue(), decision.approvals(), json(decision.evaluations()),
                        Timestamp.from(decision.decidedAt()))
                .update();
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("decisionId", decision.id());
        content.put("actionId", decision.actionId());
        content.put("target", target);
        content.put("step", decision.step().word());
        content.put("confidence", confidence);
        content.put("autonomy", decision.autonomy().word());
        content.put("reasons", decision.reasons());
        content.put("approvals", decision.approvals());
        content.put("evaluations", decision.evaluations());
        audit.write(decision.ticket(), "DECISION", Actor.performer("gate"), content);
        return decision;
    }

    private static String json(List<Evaluation> evaluations) {
        try {
            return JSON.writeValueAsString(evaluations);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
