package org.deskwright.triage;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.inference.Inquiries;
import org.deskwright.inference.Skill;
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

    private final Sorting sorting;
    private final NamedReaders readers;
    private final ReadingsUnderWay underWay;
    private final Inquiries inquiries;
    private final Opinions opinions;
    private final RequestReader reader;
    private final Taxonomy taxonomy;
    private final Tickets tickets;
    private final Timeline timeline;
    private final AuditLog audit;

    Triage(Sorting sorting, NamedReaders readers, ReadingsUnderWay underWay, Inquiries inquiries, Opinions opinions, RequestReader reader,
           Taxonomy taxonomy, Tickets tickets, Timeline timeline, AuditLog audit) {
        this.sorting = sorting;
        this.readers = readers;
        this.underWay = underWay;
        this.inquiries = inquiries;
        this.opinions = opinions;
        this.reader = reader;
        this.taxonomy = taxonomy;
        this.tickets = tickets;
        this.timeline = timeline;
        this.audit = audit;
    }

    /**
     * What a person said, or the desk filed it as, stays. What is gone from where it came is nobody's guess, but for people.
     *
     * @return empty if somebody is asked who takes their time: {@link RequestRead} says when they have answered
     * @throws org.deskwright.ticket.TextUnavailable if the words cannot be fetched at the moment
     */
    public Optional<Classification> begin(Ticket ticket) {
        Optional<Reading> reading = isSaid(ticket) ? Optional.empty() : reader.read(ticket);
        if (reading.isEmpty()) {
            return Optional.of(classify(ticket));
        }
        RequestText text = ticket.request().orElseThrow();
        Roster roster = sorting.roster(ticket.number(), text, reading.get().language());
        boolean isRead = !readers.isWaitedFor(roster.slots(), roster.language()) && !readers.isWaitedFor(roster.tone(), roster.language());
        Optional<Sorted> sorted = isRead ? sorting.withoutWaiting(ticket.number(), text, roster.category()) : Optional.empty();
        if (sorted.isEmpty()) {
            underWay.begin(ticket.number(), roster);
            inquiries.ask(ticket.number(), RequestInquiry.STEP);
        }
        return sorted.map(it -> keep(ticket, text, reading.get(), atOnce(text, it, roster)));
    }

    /**
     * What was found while nobody waited counts, if the words are still the same. Otherwise those say what it is about who answer at once.
     *
     * @throws org.deskwright.ticket.TextUnavailable if the words cannot be fetched at the moment
     */
    public Classification classify(Ticket ticket) {
        Optional<Found> found = underWay.take(ticket.number());
        if (isSaid(ticket)) {
            return new Classification(ticket.category(), ticket.confidence());
        }
        Optional<Reading> reading = reader.read(ticket);
        if (reading.isEmpty()) {
            Classification nobodys = new Classification(Taxonomy.OTHER, Confidence.missing());
            store(ticket.number(), nobodys, Timeline.DESK, Collections.singletonMap("request", null));
            return nobodys;
        }
        RequestText text = ticket.request().orElseThrow();
        return keep(ticket, text, reading.get(), found.filter(it -> it.isOf(text)).orElseGet(() -> atOnce(ticket, text, reading.get())));
    }

    private static boolean isSaid(Ticket ticket) {
        return ticket.confidence() != null && !ticket.confidence().isGuess();
    }

    private Found atOnce(Ticket ticket, RequestText text, Reading reading) {
        Roster roster = sorting.roster(ticket.number(), text, reading.language());
        return atOnce(text, sorting.atOnce(ticket.number(), text, roster.category()), roster);
    }

    private Found atOnce(RequestText text, Sorted sorted, Roster roster) {
        return Found.of(text, sorted, readers.atOnce(Skill.EXTRACT_SLOTS, roster.slots(), roster.language()),
                readers.atOnce(Skill.JUDGE_SENTIMENT, roster.tone(), roster.language()));
    }

    private Classification keep(Ticket ticket, RequestText text, Reading reading, Found found) {
        Classification classification = found.sorted().classification();
        Impression own = Impressions.of(reading, classification.category());
        Impression impression = Caution.of(ticket.impression()).and(found.sorted().caution()).and(found.caution()).on(found.tone() == null ? own : found.tone().on(own));
        tickets.keepImpression(ticket.number(), impression);
        opinions.keep(ticket.number(), found.sorted().opinions());
        Map<String, Object> read = new HashMap<>();
        read.put("request", Personal.print(text.whole())); // the words that a classifier went by
        read.put("impression", impression);
        read.put("performers", Stream.concat(Stream.of(found.sorted().performance()), found.readers().stream()).map(Performance::facts).toList());
        store(ticket.number(), classification, Timeline.DESK, read);
        return classification;
    }

    /**
     * Reads what it says anew, with what was answered since: whatever an answer says counts as if the request had said it. What the
     * request is about stays, and so does what a model has against it, and how pressing it was found.
     *
     * @return empty if the words are gone, or nobody has said yet what it is about
     * @throws org.deskwright.ticket.TextUnavailable if the words cannot be fetched at the moment
     */
    public Optional<Impression> readAgain(Ticket ticket) {
        Optional<Impression> impression = ticket.category() == null ? Optional.empty()
                : reader.read(ticket).map(reading -> Impressions.of(reading, ticket.category())).map(now -> withKnown(ticket.impression(), now));
        impression.ifPresent(it -> tickets.keepImpression(ticket.number(), it));
        return impression;
    }

    private static Impression withKnown(Impression known, Impression now) {
        return known == null ? now : Tone.stronger(known, now).on(Caution.of(known).on(now));
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
        timeline.note(number, confidence.isLeftToPeople() ? "Left to people to classify"
                : "Classified as %s with a confidence of %s".formatted(category.name(), confidence.percent()), who);
        Map<String, Object> facts = new HashMap<>(read);
        facts.putAll(Map.of("category", category.id(), "confidence", confidence));
        if (classification.origin() != null) {
            facts.put("trained", classification.origin().facts());
        }
        audit.write(number, "CLASSIFICATION", Actor.performer(confidence.source(), confidence.dataHash()), facts);
    }
}
