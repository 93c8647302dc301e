package org.deskwright.triage;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.reading.Reading;
import org.deskwright.ticket.Category;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Impression;
import org.deskwright.ticket.RequestText;
import org.deskwright.ticket.Taxonomy;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.stereotype.Component;

/** Establishes what a ticket is about, by the classifier or by the word of a person, and what else its words say. */
@Component
public class Triage {

    private final Classifier classifier;
    private final RequestReader reader;
    private final Taxonomy taxonomy;
    private final Tickets tickets;
    private final Timeline timeline;
    private final AuditLog audit;

    Triage(Classifier classifier, RequestReader reader, Taxonomy taxonomy, Tickets tickets, Timeline timeline, AuditLog audit) {
        this.classifier = classifier;
        this.reader = reader;
        this.taxonomy = taxonomy;
        this.tickets = tickets;
        this.timeline = timeline;
        this.audit = audit;
    }

    /**
     * What a person said, or the desk filed it as, stays. What is gone from where it came is nobody's guess, but for people.
     *
     * @throws org.deskwright.ticket.TextUnavailable if the words cannot be fetched at the moment
     */
    public Classification classify(Ticket ticket) {
        if (ticket.confidence() != null && !ticket.confidence().isGuess()) {
            return new Classification(ticket.category(), ticket.confidence());
        }
        Optional<RequestText> request = ticket.request();
        Optional<Reading> reading = reader.read(ticket);
        Classification classification = request.map(text -> classifier.classify(text.subject(), text.body()))
                .orElseGet(() -> new Classification(Taxonomy.OTHER, Confidence.missing()));
        Optional<Impression> impression = reading.map(it -> Impressions.of(it, classification.category()));
        impression.ifPresent(it -> tickets.keepImpression(ticket.number(), it));
        Map<String, Object> read = new HashMap<>();
        read.put("request", request.map(text -> Personal.print(text.whole())).orElse(null)); // the words that a classifier went by
        impression.ifPresent(it -> read.put("impression", it));
        store(ticket.number(), classification, Timeline.DESK, read);
        return classification;
    }

    /**
     * Reads what it says anew, with what was answered since: whatever an answer says counts as if the request had said it. What the
     * request is about stays.
     *
     * @return empty if the words are gone, or nobody has said yet what it is about
     * @throws org.deskwright.ticket.TextUnavailable if the words cannot be fetched at the moment
     */
    public Optional<Impression> readAgain(Ticket ticket) {
        Optional<Impression> impression = ticket.category() == null ? Optional.empty()
                : reader.read(ticket).map(reading -> Impressions.of(reading, ticket.category()));
        impression.ifPresent(it -> tickets.keepImpression(ticket.number(), it));
        return impression;
    }

    /**
     * A person says what it is: that is certain, and never overruled by the classifier.
     *
     * @throws IllegalArgumentException if there is no such category
     */
    public Classification correct(Ticket ticket, String category, String login) {
        Classification classification = new Classification(category, Confidence.of(login));
        store(ticket.number(), classification, login, Map.of());
        return classification;
    }

    /** The desk knows what it filed itself. */
    public void takeAsFiled(Ticket ticket, String category) {
        store(ticket.number(), new Classification(category, Confidence.ofTheDesk()), Timeline.DESK, Map.of());
    }

    /** @param read what else is on record, where somebody read the words */
    private void store(String number, Classification classification, String who, Map<String, Object> read) {
        Category category = taxonomy.category(classification.category()).orElseThrow(() -> new IllegalArgumentException(
                "\"%s\" is no category of config/taxonomy.yaml".formatted(classification.category())));
        Confidence confidence = classification.confidence();
        tickets.classify(number, category.id(), confidence);
        tickets.assess(number, category.impact(), category.urgency());
        timeline.note(number, "Classified as %s with a confidence of %s".formatted(category.name(), confidence.percent()), who);
        Map<String, Object> facts = new HashMap<>(read);
        facts.putAll(Map.of("category", category.id(), "confidence", confidence));
        audit.write(number, "CLASSIFICATION", Actor.performer(confidence.source(), confidence.dataHash()), facts);
    }
}
