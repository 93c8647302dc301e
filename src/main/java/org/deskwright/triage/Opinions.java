package org.deskwright.triage;

import java.util.List;

import org.deskwright.inference.Outcomes;
import org.deskwright.ticket.ClosureCode;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What language models said of tickets that are still open. When one closes, it shows whether they were right, and that calibrates
 * them: a person had said or confirmed the category by then, or the requester that what the desk or its people made of it solved
 * it. A guess that nobody confirmed shows nothing.
 */
@Component
public class Opinions {

    private final JdbcClient jdbc;
    private final Tickets tickets;
    private final Outcomes outcomes;
    private final ReadingsUnderWay underWay;

    Opinions(JdbcClient jdbc, Tickets tickets, Outcomes outcomes, ReadingsUnderWay underWay) {
        this.underWay = underWay;
        this.jdbc = jdbc;
        this.tickets = tickets;
        this.outcomes = outcomes;
    }

    /** In the place of what they said before. */
    void keep(String ticket, List<Opinion> opinions) {
        drop(ticket);
        opinions.stream().filter(Opinion::isPlain).forEach(opinion -> jdbc.sql("insert into model_opinion (ticket_number, model, category, said) values (?, ?, ?, ?)")
                .params(ticket, opinion.identity(), opinion.category(), opinion.said()).update());
    }

    /** In the transaction that closed it. What is still being read of it, or was and nobody went by it, is over. */
    public void closed(String number) {
        underWay.end(number);
        Ticket ticket = tickets.get(number);
        if (isConfirmed(ticket)) {
            jdbc.sql("select model, category, said from model_opinion where ticket_number = ?").param(number)
                    .query((row, i) -> new Said(row.getString("model"), row.getString("category"), row.getDouble("said"))).list()
                    .forEach(said -> judge(said, ticket));
        }
        drop(number);
    }

    private record Said(String model, String category, double said) {
    }

    /** That it was wrong always counts: whoever lies about that makes the desk more careful, and no more. */
    private void judge(Said said, Ticket ticket) {
        boolean right = said.category().equals(ticket.category());
        if (!right || speaksFor(ticket)) {
            outcomes.keep(said.model(), said.category(), said.said(), right);
        }
    }

    private boolean isConfirmed(Ticket ticket) {
        if (ticket.confidence() == null || ticket.confidence().source().equals(Timeline.DESK)) {
            return false;
        }
        boolean solved = tickets.isSaidToBeSolved(ticket.number()) && (ticket.closureCode() == ClosureCode.AUTOMATIC || ticket.closureCode() == ClosureCode.PERSON);
        return !ticket.confidence().isGuess() || solved && ticket.confidence().value() > 0;
    }

    /** What nothing may be learned from, as {@link LearnableTickets} has it: an attacker would else teach the desk to believe a model. */
    private static boolean speaksFor(Ticket ticket) {
        return ticket.requester() != null && !LearnableTickets.INCIDENT.equals(ticket.category())
                && ticket.impression() != null && !ticket.impression().speaksToMachine();
    }

    private void drop(String ticket) {
        jdbc.sql("delete from model_opinion where ticket_number = ?").param(ticket).update();
    }
}
