package org.deskwright.portal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.deskwright.governance.GateDecision;
import org.deskwright.governance.GateDecisions;
import org.deskwright.governance.Reasons;
import org.deskwright.review.Asked;
import org.deskwright.review.NotTheirsToDecide;
import org.deskwright.review.Precedents;
import org.deskwright.review.Precedents.Precedent;
import org.deskwright.review.Reviewers;
import org.deskwright.ticket.Ticket;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Why a person is asked: what the gate weighed, by which tables, and how people decided before. Tasklist shows it in a tab. */
@Controller
class WhyPage {

    private final Viewer viewer;
    private final Reviewers reviewers;
    private final GateDecisions decisions;
    private final Precedents precedents;
    private final Remarks remarks;

    WhyPage(Viewer viewer, Reviewers reviewers, GateDecisions decisions, Precedents precedents, Remarks remarks) {
        this.remarks = remarks;
        this.viewer = viewer;
        this.reviewers = reviewers;
        this.decisions = decisions;
        this.precedents = precedents;
    }

    /** @throws NotYours if they may not work on it, or the task is another ticket's */
    @GetMapping("/staff/tickets/{number}/why")
    String show(@PathVariable String number, @RequestParam String task, Authentication who, Model model) {
        Ticket ticket = viewer.work(number, who);
        Asked asked = asked(number, task);
        Optional<GateDecision> decision = asked.decisionId() == null ? decisions.lastOn(number) : decisions.find(asked.decisionId());
        List<Earlier> earlier = precedents.of(asked, viewer.reader(who)).stream().map(Earlier::of).toList();
        model.addAttribute("it", new Why(number, asked.group(), decision.map(GateDecision::approvals).orElse(1),
                Reasons.sentences(decision.map(GateDecision::reasons).orElse(ticket.reasons())), Sureness.of(ticket.confidence()),
                decision.flatMap(WhyPage::limits).orElse(null),
                decision.stream().flatMap(it -> it.evaluations().stream()).map(TableAnswer::of).toList(), earlier, remarks.withWords(ticket)));
        return "why";
    }

    private Asked asked(String number, String task) {
        try {
            Asked asked = reviewers.asked(task);
            if (asked.ticket().equals(number)) {
                return asked;
            }
        } catch (NotTheirsToDecide unknown) {
            // the same answer as for another ticket's: nobody learns which tasks there are
        }
        throw new NotYours("This task is none of " + number);
    }

    private static Optional<Limits> limits(GateDecision decision) {
        return decision.evaluations().stream().filter(evaluation -> evaluation.table().equals("thresholds"))
                .flatMap(evaluation -> evaluation.outputs().stream()).findFirst().flatMap(WhyPage::limits);
    }

    private static Optional<Limits> limits(Map<String, Object> answer) {
        return answer.get("actAt") instanceof Number act && answer.get("reviewAt") instanceof Number review
                ? Optional.of(new Limits(act.doubleValue() * 100, review.doubleValue() * 100)) : Optional.empty();
    }

    /** From how much sureness, in percent, the desk acts and proposes; above 100 it never does. */
    record Limits(double act, double review) {
    }

    /** @param approvals how many different people have to approve */
    record Why(String number, String group, int approvals, List<String> reasons, Sureness sureness, Limits limits, List<TableAnswer> tables,
               List<Earlier> earlier, List<RemarkRow> remarks) {
    }

    /** How somebody decided before on the same. */
    record Earlier(String ticket, String who, Moment at, String outcome, boolean approved, String text) {

        static Earlier of(Precedent it) {
            return switch (it.outcome()) {
                case APPROVE -> new Earlier(it, "approved it", true);
                case EDIT -> new Earlier(it, "changed it", false);
                case CORRECT -> new Earlier(it, "corrected the category", false);
                case DECLINE -> new Earlier(it, "declined it", false);
                case RETRY -> new Earlier(it, "had the desk try again", true);
                case DONE, ASK, TRANSFER, NOTE -> new Earlier(it, "did the work", true);
            };
        }

        private Earlier(Precedent it, String outcome, boolean approved) {
            this(it.ticket(), it.decidedBy(), Moment.of(it.decidedAt()), outcome, approved, it.text());
        }
    }
}
