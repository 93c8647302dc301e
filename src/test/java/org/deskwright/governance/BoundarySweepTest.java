package org.deskwright.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.deskwright.BareDeskTest;
import org.deskwright.Paperwork;
import org.deskwright.Table;
import org.deskwright.identity.Evidence;
import org.deskwright.identity.Identification;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The gate's answer for every step and category, at each threshold and one bit beside it, and for numbers that are none.
 * They are written where the gate reads them, past everything that would have checked them before.
 */
@BareDeskTest
class BoundarySweepTest {

    private record Limits(double actAt, double reviewAt) {

        Autonomy answer(Double confidence, boolean calibrated) {
            if (confidence == null || !(confidence >= 0 && confidence <= 1) || confidence < reviewAt) {
                return Autonomy.ESCALATE;
            }
            return calibrated && confidence >= actAt ? Autonomy.AUTO : Autonomy.REVIEW;
        }
    }

    private final Gate gate;
    private final Facts facts;
    private final Paperwork paperwork;
    private final Plans plans;
    private final Tickets tickets;
    private final Identification identification;
    private final JdbcClient jdbc;
    private final Table thresholds = Table.of("thresholds");
    private final List<String> wrong = new ArrayList<>();
    private int answers;

    BoundarySweepTest(Gate gate, Facts facts, Paperwork paperwork, Plans plans, Tickets tickets, Identification identification,
                      JdbcClient jdbc) {
        this.gate = gate;
        this.facts = facts;
        this.paperwork = paperwork;
        this.plans = plans;
        this.tickets = tickets;
        this.identification = identification;
        this.jdbc = jdbc;
    }

    @Test
    void noNumberGetsAnotherAnswerThanTheTablesGiveIt() {
        for (String category : thresholds.words("category")) {
            sweep(Step.CLASSIFY, category, paperwork.ticket("ben.okafor").number(), null);
            Ticket ticket = paperwork.ticket("ben.okafor");
            identification.record(ticket.number(), "ben.okafor", Evidence.ONE_TIME_CODE);
            sweep(Step.GRANT_ACCESS, category, ticket.number(), paperwork.plan(ticket, Step.GRANT_ACCESS, ActionType.ADD_TO_GROUP,
                    Map.of("entitlement", "wiki-editors", "group", "wiki-editors", "costs", "0 EUR")));
            sweep(Step.RESET_PASSWORD, category, ticket.number(),
                    paperwork.plan(ticket, Step.RESET_PASSWORD, ActionType.SEND_RESET_LINK, Map.of()));
        }
        System.out.printf("Boundary sweep: %d answers of the gate, %d wrong%n", answers, wrong.size());
        assertThat(wrong).isEmpty();
    }

    private void sweep(Step step, String category, String number, Plan plan) {
        Limits limits = limits(step, category);
        for (Double value : values(limits)) {
            for (boolean calibrated : new boolean[]{true, false}) {
                Autonomy expected = limits == null ? Autonomy.ESCALATE : limits.answer(value, calibrated);
                Autonomy answer = ask(step, category, number, plan, value, calibrated);
                answers++;
                if (answer != expected) {
                    wrong.add("%s of %s at %s, calibrated %s: %s instead of %s".formatted(step, category, value, calibrated, answer, expected));
                }
            }
        }
    }

    private Autonomy ask(Step step, String category, String number, Plan plan, Double value, boolean calibrated) {
        jdbc.sql("update ticket set category = ?, confidence = ?, confidence_calibrated = ? where number = ?")
                .params(category, value, calibrated, number).update();
        Ticket ticket = tickets.get(number);
        if (plan == null) {
            return gate.ask(ticket, step).autonomy();
        }
        // a plan always has a number: the nearest to none is one that is no probability
        jdbc.sql("update action_plan set category = ?, confidence = ?, calibrated = ? where id = ?")
                .params(category, value == null ? Double.valueOf(Double.NaN) : value, calibrated, plan.id()).update();
        Plan stored = plans.get(plan.id());
        return gate.ask(stored, ticket, facts.of(stored, ticket,
                identification.subjectOf(number, stored.target()).orElseThrow())).autonomy();
    }

    private Limits limits(Step step, String category) {
        return thresholds.ask(Map.of("step", step.word(), "category", category)).stream().findFirst()
                .map(row -> new Limits(((Number) row.get("actAt")).doubleValue(), ((Number) row.get("reviewAt")).doubleValue()))
                .orElse(null);
    }

    private static List<Double> values(Limits limits) {
        List<Double> values = new ArrayList<>(List.of(0.0, -0.0, Double.MIN_VALUE, 1.0, Math.nextUp(1.0), 1.5, 99.0, -1.0,
                Math.nextDown(0.0), Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY));
        if (limits != null) {
            new TreeSet<>(List.of(limits.actAt(), limits.reviewAt())).forEach(t -> values.addAll(List.of(Math.nextDown(t), t, Math.nextUp(t))));
        }
        values.add(null);
        return values;
    }
}
