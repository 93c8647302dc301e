package org.deskwright.process;

import java.util.List;
import java.util.UUID;

import org.deskwright.governance.Plan;
import org.deskwright.governance.Revocation;
import org.deskwright.intake.Intake;
import org.deskwright.intake.Receipt;
import org.deskwright.intake.Request;
import org.deskwright.resolution.Consequences.Part;
import org.deskwright.resolution.RecoveryDisowned;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.DisownedRecoveries;
import org.deskwright.ticket.OneAfterTheOther;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is an attack until somebody has shown otherwise: a recovery that its owner did not ask for, and what cannot be taken back, stopped,
 * or begun. Each is opened once, whatever the directory does, and mailed to the people whose it is: they have it, though no process may be
 * able to run.
 */
@Component
@OneAfterTheOther
@Transactional
class Incidents {

    private static final String CATEGORY = "security-incident";

    private final Intake intake;
    private final DisownedRecoveries disowned;
    private final Tickets tickets;
    private final Timeline timeline;
    private final Alerts alerts;

    Incidents(Intake intake, DisownedRecoveries disowned, Tickets tickets, Timeline timeline, Alerts alerts) {
        this.tickets = tickets;
        this.timeline = timeline;
        this.disowned = disowned;
        this.intake = intake;
        this.alerts = alerts;
    }

    @EventListener
    public void on(RecoveryDisowned event) {
        String body = """
                It was said of the password recovery of the account %s in %s: "This wasn't me".

                The link is being made worthless. If a password was chosen with it already, that one stands, for the desk knows no other; \
                and the identity provider keeps no sessions that the desk could end. Please see to the account, and find out who asked."""
                .formatted(event.login(), event.ticket());
        disowned.atWork(event.actionId()).ifPresentOrElse(incident -> timeline.note(incident, "It was said once more: \"This wasn't me\".", Timeline.DESK),
                () -> open("Password recovery disowned: " + event.ticket(), body, disowned.nextKey(event.actionId()), event.actionId().toString()));
    }

    public void notTakenBack(Revocation demand, Plan action) {
        String body = """
                "%s" for %s in %s is to be taken back, and no process of the desk can do it: "%s" is suspended, or was redrawn so that it \
                leads nowhere. Who demanded it, and why, stands on that ticket.

                Please take it back where it was given, and see to the process in Cockpit: the desk tries again every ten minutes."""
                .formatted(action.type().label(), action.target(), demand.ticket(), RevocationProcess.KEY);
        open("Not taken back: " + demand.ticket(), body, "not-taken-back:" + demand.id(), action.id().toString());
    }

    /** Nothing is granted for it any more; but whoever works on it may not know. */
    public void withdrawalUnheard(String number) {
        String body = """
                %s is withdrawn, and its process fails when it is told: "%s" was redrawn so that its step for that does not work. The desk \
                grants nothing for it any more, and takes back what it granted.

                Please stop whatever is done for it by hand, and see to the process in Cockpit: the desk tries again every ten minutes."""
                .formatted(number, MainProcess.KEY);
        open("Withdrawal not heard: " + number, body, "withdrawal-unheard:" + number, number);
    }

    /** @param first of what was not heard, since when this is so */
    public void answerUnheard(String number, UUID first) {
        String body = """
                The requester of %s has answered, and its process fails when it is told: "%s", or what it calls, was redrawn so that its step \
                for that does not work. What they wrote stands on that ticket.

                Please see to what they need by hand, and to the process in Cockpit: the desk tries again every ten minutes."""
                .formatted(number, MainProcess.KEY);
        open("Answer not heard: " + number, body, "answer-unheard:" + first, number);
    }

    /** @param number of the request that waits longest: what keeps it keeps all that come after it, and this one, too */
    public void notBegun(String number) {
        String body = """
                "%s" fails at its beginning, so nobody works on %s, nor on what came after it.

                Please see to that process in Cockpit: the desk tries again every ten minutes.""".formatted(MainProcess.KEY, number);
        open("Requests do not begin: " + number, body, "not-begun:" + number, number);
    }

    /** Somebody who takes their time has read it, and nobody can go on with that. */
    public void notRead(String number, UUID saying) {
        String body = """
                %s was read, and its process fails as it goes on from there: "%s", or what it calls, was redrawn so that a step of it does not \
                work, or a table gives no answer.

                Please see to the request by hand, and to the process in Cockpit: the desk tries again every ten minutes.""".formatted(number, MainProcess.KEY);
        open("Request does not go on: " + number, body, "not-read:" + saying, number);
    }

    /** @param first of those done, of which this fails: what keeps it may keep many */
    public void notFollowedUp(Part part, Plan first) {
        String what = switch (part) {
            case TELLING -> "nobody can be told of it. If it is the recovery of an account, its owner cannot say yet that it wasn't them.";
            case WATCHING -> "the process that reminds of its end and ends it, \"%s\", cannot begin. Its access is taken back in time all the same."
                    .formatted(FollowUp.EXPIRY);
            case TELLING_BACK -> "nobody can be told that it was taken back.";
        };
        String body = """
                "%s" for %s in %s was done, and %s

                Please see to what keeps the desk from it: it tries again every ten minutes.""".formatted(first.type().label(), first.target(), first.ticket(), what);
        open("Not followed up: " + first.ticket(), body, "not-followed-up:" + part + ":" + first.id(), first.id().toString());
    }

    /**
     * Nobody's request: whom it is about can neither read nor withdraw it. What is written on it is forgotten with them.
     *
     * @param about id of the action, or number of the ticket
     */
    private void open(String subject, String body, String sourceKey, String about) {
        Receipt receipt = intake.receive(new Request(subject, body, Channel.PORTAL, sourceKey, null, null, false, List.of()), CATEGORY);
        if (receipt.created()) {
            tickets.keepAbout(receipt.number(), about);
            alerts.send(receipt.number(), subject);
        }
    }
}
