package org.deskwright.triage;

import java.time.Duration;
import java.util.Optional;

import org.deskwright.identity.NamesIn;
import org.deskwright.inference.Inquiry;
import org.deskwright.inference.Skill;
import org.deskwright.ticket.RequestText;
import org.deskwright.ticket.TextUnavailable;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Reads a request with those who take their time, and has its step go on when they have answered, or nobody waits for them any longer. */
@Component
class RequestInquiry implements Inquiry<Optional<Found>> {

    static final String STEP = "read-request";
    private static final Logger LOG = LoggerFactory.getLogger(RequestInquiry.class);

    private final Tickets tickets;
    private final Sorting sorting;
    private final NamedReaders readers;
    private final NamesIn names;
    private final ReadingsUnderWay underWay;
    private final ApplicationEventPublisher events;

    RequestInquiry(Tickets tickets, Sorting sorting, NamedReaders readers, NamesIn names, ReadingsUnderWay underWay, ApplicationEventPublisher events) {
        this.tickets = tickets;
        this.sorting = sorting;
        this.readers = readers;
        this.names = names;
        this.underWay = underWay;
        this.events = events;
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public boolean isAwaited() {
        return true;
    }

    /** @return empty if its words are gone, or nobody asks any more: then the step sees what it makes of that */
    @Override
    public Optional<Found> answer(String number, Duration patience) {
        Ticket ticket = tickets.get(number);
        Optional<RequestText> text = text(ticket);
        Optional<Roster> roster = underWay.roster(number);
        if (ticket.isClosed() || text.isEmpty() || roster.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(roster.get(), new Asking(number, text.get(), words -> names.of(words, ticket.requester()), patience)));
        } catch (RuntimeException failure) {
            // without its message, which may quote what somebody wrote
            LOG.warn("{} could not be read by those who take their time ({}): it goes on with those who answer at once", number, failure.getClass().getName());
            return Optional.empty();
        }
    }

    private static Optional<RequestText> text(Ticket ticket) {
        try {
            return ticket.request();
        } catch (TextUnavailable later) {
            return Optional.empty();
        }
    }

    private Found read(Roster roster, Asking asking) {
        return Found.of(asking.text(), sorting.sort(roster.category(), asking), readers.read(Skill.EXTRACT_SLOTS, roster.slots(), roster.language(), asking),
                readers.read(Skill.JUDGE_SENTIMENT, roster.tone(), roster.language(), asking));
    }

    @Override
    public void settle(String number, Optional<Found> found) {
        tickets.hold(number);
        if (tickets.get(number).isClosed()) {
            underWay.end(number);
        } else {
            found.ifPresent(it -> underWay.found(number, it));
            events.publishEvent(new RequestRead(number));
        }
    }
}
