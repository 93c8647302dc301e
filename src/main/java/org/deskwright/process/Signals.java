package org.deskwright.process;

import org.deskwright.governance.Plans;
import org.deskwright.identity.PasswordChosen;
import org.deskwright.resolution.Actions;
import org.deskwright.resolution.Served;
import org.deskwright.resolution.TakeBack;
import org.deskwright.ticket.ConfirmationReceived;
import org.deskwright.ticket.NotAwaited;
import org.deskwright.ticket.ReplyReceived;
import org.deskwright.ticket.RequestWithdrawn;
import org.deskwright.ticket.TicketReceived;
import org.deskwright.ticket.Tickets;
import org.deskwright.triage.RequestRead;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Turns what happens outside into starts and messages of the process. What people say is stored whatever comes of it, and the
 * {@link Messenger} has it; only whoever files a request asks the process itself, in the transaction of what happened.
 */
@Component
class Signals {

    private final MainProcess process;
    private final Messenger messenger;
    private final Tickets tickets;
    private final Plans plans;
    private final Actions actions;
    private final Served served;
    private final TakeBack takeBack;

    Signals(MainProcess process, Messenger messenger, Tickets tickets, Plans plans, Actions actions, Served served,
            TakeBack takeBack) {
        this.process = process;
        this.messenger = messenger;
        this.tickets = tickets;
        this.plans = plans;
        this.actions = actions;
        this.served = served;
        this.takeBack = takeBack;
    }

    /**
     * Who files a request learns whether it can begin, unless that waits for an operator. What the desk files itself belongs to
     * something that is not to fail with it.
     */
    @EventListener
    void on(TicketReceived event) {
        if (event.category() == null && process.canBegin()) {
            Correlation.translating(() -> process.begin(event.number()));
        } else {
            messenger.say(Messenger.RECEIVED, event.number());
        }
    }

    /** A reply that no step waits for stays on the timeline, where people see it. */
    @EventListener
    void on(ReplyReceived event) {
        messenger.reply(event.number(), event.reply());
    }

    /**
     * Their last word counts, until it is heard; nobody could be told to write a mail again.
     *
     * @throws NotAwaited if it is not in words, and what they answered before was heard already
     */
    @EventListener
    void on(ConfirmationReceived event) {
        String number = event.number();
        if (!event.inWords() && tickets.answerOf(number).isPresent() && !messenger.isToSay(Messenger.CONFIRMED, number)) {
            throw NotAwaited.after(number);
        }
        tickets.answer(number, event.solved());
        messenger.say(Messenger.CONFIRMED, number);
    }

    /** Whatever steps do with it, nothing more is done for it, and what was done is taken back. */
    @EventListener
    void on(RequestWithdrawn event) {
        actions.abandon(event.number(), "The request was withdrawn");
        takeBack.withdraw(event.number());
        messenger.say(Messenger.WITHDRAWN, event.number());
    }

    /** A step that waits for it finds it stored. */
    @EventListener
    void on(RequestRead event) {
        messenger.say(Messenger.READ, event.ticket());
    }

    /** A step that tells of it finds it stored. */
    @EventListener
    void on(PasswordChosen event) {
        served.passwordChosen(event.actionId());
        plans.find(event.actionId()).ifPresent(plan -> messenger.say(Messenger.PASSWORD_CHOSEN, plan.ticket()));
    }
}
