package org.deskwright.learning;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes a new model of the shipped history and a desk's own closed tickets, and compares it with the present one on tickets
 * of that desk from which neither has learned: one in five is held out from every training ({@link ClosedTicket#isHeldOut}).
 * A held-out ticket of which a near twin was learned from does not count, so that a template shows nothing. Where too few
 * are left, those count as well that came after the present model's training; the new model's answers to them are cross-fitted,
 * each by a model that has seen neither the ticket nor its near twins.
 */
public final class Retraining {

    /** To compare on. With fewer, hardly any difference shows that is worth a change. */
    static final int FEWEST = 50;

    private final TicketHistory history;
    private final List<ClosedTicket> learned;
    private final List<ClosedTicket> heldOut;
    private final List<Integer> unseen;
    private final int shipped;
    private final TextModel present;

    /**
     * The outcome.
     *
     * @param learned      tickets of the desk from which the model has learned
     * @param learnedUntil when the last of them was closed
     */
    public record Retrained(TextModel model, int learned, Instant learnedUntil, Comparison comparison) {
    }

    /**
     * @param tickets      of the desk
     * @param learnedUntil when the last of the desk's tickets was closed from which the present model has learned; {@code null} if it
     *                     has learned from none
     * @throws TooFewTickets if there are too few to compare on
     * @throws Unlearnable   if there is nothing to learn from that is new
     */
    public Retraining(TicketHistory shipped, List<ClosedTicket> tickets, TextModel present, Instant learnedUntil) {
        this.present = present;
        this.shipped = shipped.tickets().size();
        // in an order of their own, so that the same tickets make the same model
        this.learned = tickets.stream().filter(ticket -> !ticket.isHeldOut()).sorted(Comparator.comparing(ClosedTicket::number)).toList();
        NearTwins twins = new NearTwins(learned.parallelStream().map(ClosedTicket::text).toList());
        this.heldOut = tickets.stream().filter(ticket -> ticket.isHeldOut() && !twins.hasTwinOf(ticket.text())).toList();
        this.unseen = heldOut.size() >= FEWEST ? List.of() : IntStream.range(0, learned.size()).boxed()
                .filter(i -> learnedUntil == null || learned.get(i).closedAt().isAfter(learnedUntil)).toList();
        if (heldOut.size() + unseen.size() < FEWEST) {
            throw new TooFewTickets(heldOut.size() + unseen.size(), FEWEST);
        }
        this.history = history(shipped, twins.groups());
        if (history.hash().equals(present.provenance().dataHash())) {
            throw new Unlearnable("the present model has learned from just these tickets: there is nothing new");
        }
    }

    private TicketHistory history(TicketHistory shipped, int[] groups) {
        List<PastTicket> all = new ArrayList<>(shipped.tickets());
        for (int i = 0; i < groups.length; i++) {
            ClosedTicket ticket = learned.get(i);
            all.add(new PastTicket("desk " + learned.get(groups[i]).number(), "", ticket.category(), ticket.subject(), ticket.body()));
        }
        return TicketHistory.of(all);
    }

    /** @throws Unlearnable if nothing can be learned from it */
    public Retrained run(Glossary glossary, Clock clock, Progress progress) {
        TextModel model = Training.train(history, glossary, clock, progress);
        List<Comparison.Pair> pairs = new ArrayList<>();
        for (ClosedTicket ticket : heldOut) {
            pairs.add(pair(ticket, Answer.of(model.predict(ticket.subject(), ticket.body()))));
        }
        for (int i : unseen) {
            Judged judged = model.trained().heldOut().get(shipped + i);
            pairs.add(pair(learned.get(i), new Answer(model.categories().get(judged.proposed()), judged.confidence())));
        }
        Instant last = learned.stream().map(ClosedTicket::closedAt).max(Comparator.naturalOrder()).orElse(null);
        return new Retrained(model, learned.size(), last, Comparison.of(pairs, unseen.size()));
    }

    private Comparison.Pair pair(ClosedTicket ticket, Answer candidate) {
        return new Comparison.Pair(ticket.category(), Answer.of(present.predict(ticket.subject(), ticket.body())), candidate);
    }
}
