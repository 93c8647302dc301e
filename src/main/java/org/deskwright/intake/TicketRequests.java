package org.deskwright.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.deskwright.audit.Hash;
import org.deskwright.audit.Requests;
import org.deskwright.correspondence.Clarification;
import org.deskwright.correspondence.Clarifications;
import org.deskwright.ticket.Answer;
import org.deskwright.ticket.Answers;
import org.deskwright.ticket.Attachments;
import org.deskwright.ticket.Contents;
import org.deskwright.ticket.RequestText;
import org.deskwright.ticket.TextChanged;
import org.deskwright.ticket.TextUnavailable;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.stereotype.Component;

/** What was said on a ticket, from the database or from where it lies. */
@Component
class TicketRequests implements Requests {

    private final Tickets tickets;
    private final Answers answers;
    private final Clarifications clarifications;
    private final Contents contents;
    private final Timeline timeline;
    private final Attachments attachments;

    TicketRequests(Tickets tickets, Answers answers, Clarifications clarifications, Contents contents, Timeline timeline, Attachments attachments) {
        this.tickets = tickets;
        this.clarifications = clarifications;
        this.answers = answers;
        this.contents = contents;
        this.timeline = timeline;
        this.attachments = attachments;
    }

    @Override
    public Standing words(String ticket) {
        return standing(() -> tickets.find(ticket).flatMap(Ticket::request).map(RequestText::whole));
    }

    @Override
    public Map<Integer, List<Standing>> answers(String ticket) {
        return answers.to(ticket).stream().collect(Collectors.groupingBy(Answer::place, TreeMap::new,
                Collectors.mapping(kept -> standing(() -> contents.read(ticket, kept.words())), Collectors.toList())));
    }

    @Override
    public Map<Integer, List<Question>> questions(String ticket) {
        return clarifications.of(ticket).stream().collect(Collectors.groupingBy(Clarification::place,
                Collectors.mapping(asked -> new Question(asked.need(), asked.words(), asked.offered()), Collectors.toList())));
    }

    @Override
    public Standing told(String ticket, List<Long> lines) {
        return Standing.of(Optional.of(timeline.told(ticket, lines).words()));
    }

    @Override
    public Standing file(String ticket, UUID id) {
        return standing(() -> attachments.content(ticket, id).map(Hash::hexOf));
    }

    @Override
    public Standing fileName(String ticket, UUID id) {
        return standing(() -> attachments.fileName(ticket, id));
    }

    private static Standing standing(Supplier<Optional<String>> words) {
        try {
            return Standing.of(words.get());
        } catch (TextChanged changed) {
            return Standing.CHANGED;
        } catch (TextUnavailable silent) {
            return Standing.OUT_OF_REACH;
        }
    }
}
