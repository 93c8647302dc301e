package org.deskwright.review;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.identity.Directory;
import org.deskwright.identity.Person;
import org.deskwright.ticket.DisownedRecoveries;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Segregation of duties: nobody decides on what they asked for or what they get, nor on an attack on their own account, and nobody approves twice.
 * Nobody decides in another's place, so there is no way round it. The database holds the same rules as constraints, for whoever gets past this.
 */
@Component
public class Duties {

    private final Tickets tickets;
    private final DisownedRecoveries disowned;
    private final Plans plans;
    private final Directory directory;
    private final JdbcClient jdbc;

    Duties(Tickets tickets, DisownedRecoveries disowned, Plans plans, Directory directory, JdbcClient jdbc) {
        this.tickets = tickets;
        this.disowned = disowned;
        this.plans = plans;
        this.directory = directory;
        this.jdbc = jdbc;
    }

    /** People who may not decide, whatever group they are in. */
    Map<String, Bar> barred(Ticket ticket, UUID actionId, UUID decisionId) {
        Map<String, Bar> barred = new HashMap<>();
        if (decisionId != null) {
            jdbc.sql("select decided_by from verdict where decision_id = ? and outcome = 'approve'")
                    .param(decisionId).query(String.class).list()
                    .forEach(approver -> barred.put(approver, Bar.FIRST_APPROVER));
        }
        if (actionId != null) {
            plans.find(actionId).map(Plan::target).ifPresent(target -> barred.put(target, Bar.BENEFICIARY));
        }
        if (ticket.requester() != null) {
            barred.put(ticket.requester(), Bar.REQUESTER);
        }
        disowned.actionOf(ticket.number()).flatMap(plans::find).map(Plan::target).ifPresent(account -> barred.put(account, Bar.BENEFICIARY));
        return barred;
    }

    /**
     * Whether somebody may take this task, decide at it, or give it back to those whom it asks.
     *
     * @throws NotTheirsToDecide with a sentence that says why not
     */
    public void mayDecide(Asked asked, String person) {
        Bar bar = barred(tickets.get(asked.ticket()), asked.actionId(), asked.decisionId()).get(person);
        if (bar != null) {
            throw new NotTheirsToDecide(bar.sentence(asked.ticket()));
        }
        if (directory.byLogin(person).filter(Person::enabled).filter(known -> known.isIn(asked.group())).isEmpty()) {
            throw new NotTheirsToDecide("This is for the group %s to decide, and %s is not in it".formatted(asked.group(), person));
        }
    }
}
