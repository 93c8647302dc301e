package org.deskwright.drafting;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.identity.NamesIn;
import org.deskwright.inference.Chain;
import org.deskwright.inference.Confidential;
import org.deskwright.inference.Inquiry;
import org.deskwright.inference.LanguageModels;
import org.deskwright.inference.NoReply;
import org.deskwright.inference.Performer;
import org.deskwright.inference.PerformerTable;
import org.deskwright.inference.Question;
import org.deskwright.inference.Reply;
import org.deskwright.ticket.RequestText;
import org.deskwright.ticket.TextUnavailable;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a language model write one kind of text, where the table puts one first: rules rewrite nobody's words, and people write
 * without being asked here.
 */
final class Writing implements Inquiry<Optional<Writing.Found>> {

    private static final Logger LOG = LoggerFactory.getLogger(Writing.class);
    private static final String CONFIDENCE = "confidence";
    /** Somebody who works here would follow it. */
    private static final Pattern LINK = Pattern.compile("(?i)\\b(?:[a-z][a-z0-9+.-]{1,20}://|mailto:|www\\.)");
    /** With which words can be made to look like others. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\n\\t]]");

    private final Kind kind;
    private final Tickets tickets;
    private final Timeline timeline;
    private final PerformerTable table;
    private final LanguageModels models;
    private final NamesIn names;
    private final MachineTexts texts;

    Writing(Kind kind, Tickets tickets, Timeline timeline, PerformerTable table, LanguageModels models, NamesIn names, MachineTexts texts) {
        this.kind = kind;
        this.tickets = tickets;
        this.timeline = timeline;
        this.table = table;
        this.models = models;
        this.names = names;
        this.texts = texts;
    }

    /** What came of it. */
    sealed interface Found {
    }

    record Written(String text, String model) implements Found {
    }

    /** @param model {@code null} if the table was not asked yet */
    record Nothing(Unwritten why, String model) implements Found {
    }

    @Override
    public String step() {
        return kind.skill().word();
    }

    @Override
    public boolean isAwaited() {
        return false;
    }

    /** @return empty if nothing was to be written, or if it is on the record already that the model gave no answer that counts */
    @Override
    public Optional<Found> answer(String number, Duration patience) {
        Ticket ticket = tickets.get(number);
        if (ticket.isClosed()) {
            return Optional.empty();
        }
        try {
            return ticket.request().map(request -> found(ticket, request, patience)).orElseGet(() -> nothing(Unwritten.WORDS_GONE, null));
        } catch (TextUnavailable later) {
            return nothing(Unwritten.WORDS_AWAY, null);
        }
    }

    private static Optional<Found> nothing(Unwritten why, String model) {
        return Optional.of(new Nothing(why, model));
    }

    private Optional<Found> found(Ticket ticket, RequestText request, Duration patience) {
        String text = text(ticket, request);
        String category = ticket.category() == null ? "other" : ticket.category();
        Chain chain = table.chain(ticket.number(), new PerformerTable.Facts(kind.skill(), category, ticket.impression() == null ? null : ticket.impression().language(),
                Confidential.isIn(text) ? PerformerTable.SENSITIVE : PerformerTable.ORDINARY));
        if (chain.performers().indexOf(Performer.MODEL) != 0) {
            return Optional.empty();
        }
        if (!models.isOn(chain.model())) {
            return nothing(Unwritten.MODEL_OFF, chain.model());
        }
        if (patience.isZero() || patience.isNegative()) {
            return nothing(Unwritten.TOO_LATE, chain.model()); // without time nothing leaves, and nobody is asked whose names may not
        }
        try {
            Collection<String> people = names.of(text, ticket.requester());
            Reply reply = models.ask(chain.model(), new Question(ticket.number(), kind.skill(), text, people, Map.of()), CONFIDENCE, patience);
            String words = UNSEEN.matcher(kind.text(reply.answer())).replaceAll("");
            return words.isBlank() ? nothing(Unwritten.EMPTY, reply.model()) : LINK.matcher(words).find() ? nothing(Unwritten.LINK, reply.model())
                    : Optional.of(new Written(words, reply.model()));
        } catch (DirectoryUnavailable unknown) {
            LOG.warn("Nothing was written of {}: the directory did not say whose names have to stay here", ticket.number());
            return nothing(Unwritten.DIRECTORY_AWAY, chain.model());
        } catch (NoReply none) {
            return Optional.empty(); // it is on the record
        }
    }

    /** What staff alone may read is in no draft, which goes to the requester. */
    private String text(Ticket ticket, RequestText request) {
        StringBuilder text = new StringBuilder(request.subject()).append("\n\n").append(request.body()).append("\n\nWhat was said and done so far:\n");
        timeline.of(ticket.number(), kind == Kind.SUMMARY).forEach(entry -> text.append("- ").append(entry.who()).append(": ").append(entry.what()).append('\n'));
        return text.substring(0, Math.min(text.length(), Question.LONGEST));
    }

    @Override
    public void settle(String number, Optional<Found> found) {
        tickets.hold(number); // whoever closes it lets go of what is kept by then
        if (!tickets.get(number).isClosed()) {
            found.ifPresent(it -> {
                if (it instanceof Written written) {
                    texts.keep(number, kind, written.text(), written.model());
                } else if (it instanceof Nothing nothing) {
                    texts.leave(number, kind, nothing.why(), nothing.model());
                }
            });
        }
    }
}
