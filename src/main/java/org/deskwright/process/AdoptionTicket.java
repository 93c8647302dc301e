package org.deskwright.process;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.learning.Comparison;
import org.deskwright.learning.Quality;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Contents;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.deskwright.triage.LearnedModel;
import org.deskwright.triage.Triage;
import org.springframework.stereotype.Component;

/** The desk's own ticket about a model: what people read before they decide, and what was decided. One for each. */
@Component
class AdoptionTicket {

    /** Neither urgent, nor to be left until the month is over. */
    static final int PRIORITY = 3;

    private static final String CATEGORY = "change-request";
    private static final String QUEUE = "risk";

    private final Tickets tickets;
    private final Timeline timeline;
    private final Triage triage;
    private final Contents contents;
    private final Closure closure;
    private final AuditLog audit;

    AdoptionTicket(Tickets tickets, Timeline timeline, Triage triage, Contents contents, Closure closure, AuditLog audit) {
        this.tickets = tickets;
        this.timeline = timeline;
        this.triage = triage;
        this.contents = contents;
        this.closure = closure;
        this.audit = audit;
    }

    /**
     * Files it, if it is not there yet.
     *
     * @return its number
     */
    String of(LearnedModel model, Instant responseDue, Instant resolutionDue) {
        String source = LearnedModel.SOURCE + model.hash();
        return tickets.numberOf(source).orElseGet(() -> {
            String number = tickets.add("A better model for the classifier: adopt it?", text(model), Channel.PORTAL, source, null, null, false);
            timeline.note(number, "The desk filed this itself, as a new model has beaten the present one", Timeline.DESK);
            triage.takeAsFiled(tickets.get(number), CATEGORY);
            tickets.assign(number, PRIORITY, QUEUE, responseDue, resolutionDue);
            audit.write(number, "MODEL_PROPOSED", Actor.DESK, model.facts());
            return number;
        });
    }

    /** @throws IllegalStateException if the ticket is about none */
    String modelOf(String number) {
        String source = tickets.get(number).sourceKey();
        if (!source.startsWith(LearnedModel.SOURCE)) {
            throw new IllegalStateException("%s is about no model, so none is adopted or set aside there".formatted(number));
        }
        return source.substring(LearnedModel.SOURCE.length());
    }

    void close(String number, ClosureCode code, String words) {
        timeline.note(number, words, Timeline.DESK);
        tickets.resolve(number, contents.kept(number, words));
        closure.of(number, code);
    }

    private static String text(LearnedModel model) {
        Comparison comparison = model.comparison();
        Quality heldOut = model.provenance().heldOut();
        return String.format(Locale.ROOT, """
                %s.

                By category, what changed most first (right of so many: present model, new model):
                %s

                The new model (%s) has learned from %,d tickets, %,d of them this desk's own, closed until %s. By cross-fitting over all of \
                them: accuracy %.3f, macro-F1 %.3f, expected calibration error %.3f. %s asked for it. It was compared with the model %s.

                Once it is adopted, ask "advise" again what that means for thresholds.dmn.""",
                comparison.sentence(), comparison.categories().stream().map(change -> String.format(Locale.ROOT, "%s: %d: %d, %d", change.category(),
                        change.n(), change.present(), change.candidate())).collect(Collectors.joining("\n")),
                model.hash(), model.provenance().n(), model.learned(), model.learnedUntil(), heldOut.accuracy(), heldOut.macroF1(), heldOut.ece(),
                model.trainedBy(), model.comparedWith());
    }
}
