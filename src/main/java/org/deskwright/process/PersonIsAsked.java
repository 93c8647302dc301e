package org.deskwright.process;

import java.util.Set;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.deskwright.review.Handover;
import org.deskwright.review.Question;
import org.deskwright.review.Reviewers;
import org.deskwright.ticket.Category;
import org.deskwright.ticket.Remark;
import org.deskwright.ticket.Taxonomy;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.TicketStatus;
import org.deskwright.ticket.Tickets;
import org.springframework.stereotype.Component;

/**
 * A task for people comes up: it asks a group in which somebody may decide, the ticket shows it, the requester hears of it,
 * and the task says in words what it is about. These words are of the task's own, which its candidates may read; the
 * process's variables are not shown to them.
 */
@Component
class PersonIsAsked {

    private static final String UNKNOWN = "not known yet";
    private static final String NO_PROCESS = "no-process";
    private static final String REQUESTER_UNKNOWN = "requester-unknown";

    private final Questions questions;
    private final Reviewers reviewers;
    private final Handover handover;
    private final Tickets tickets;
    private final Taxonomy taxonomy;
    private final ShownForms forms;
    private final Proposed proposed;

    PersonIsAsked(Questions questions, Reviewers reviewers, Handover handover, Tickets tickets, Taxonomy taxonomy, ShownForms forms,
                  Proposed proposed) {
        this.proposed = proposed;
        this.forms = forms;
        this.questions = questions;
        this.reviewers = reviewers;
        this.handover = handover;
        this.tickets = tickets;
        this.taxonomy = taxonomy;
    }

    /** Names the group for the diagram's {@code ${reviewGroup}}. What somebody answered at an earlier task answers nothing here. */
    ExecutionListener before(String task) {
        return execution -> {
            Variables.OUTCOME.set(execution, null);
            Variables.REVIEW_GROUP.set(execution, reviewers.groupFor(questions.at(task, execution)));
        };
    }

    /**
     * @param status from the task's extension property; an escalated ticket in progress stays escalated. {@code null} for work
     *               beside the ticket's own process, which leaves the ticket as it is
     */
    TaskListener withStatus(String status) {
        TicketStatus drawn = status == null ? null : TicketStatus.of(status)
                .orElseThrow(() -> new IllegalArgumentException("\"%s\" is no status of a ticket".formatted(status)));
        return task -> {
            String number = task.getExecution().getProcessBusinessKey();
            task.setName("%s · %s".formatted(task.getName(), number));
            Question question = questions.at(task.getTaskDefinitionKey(), task.getExecution());
            String group = reviewers.ask(task.getId(), question, forms.of(task));
            check(task, group);
            if (drawn != null) {
                boolean unknown = Boolean.FALSE.equals(Variables.REQUESTER_KNOWN.of(task));
                handover.announce(number, status(task, drawn), unknown ? REQUESTER_UNKNOWN : NO_PROCESS);
            }
            describe(task, tickets.get(number));
            proposed.show(task, question);
        };
    }

    /** Puts a task to people that came up before the desk stored whom it asks: to those whom it would ask now. */
    void again(DelegateTask task) {
        String group = reviewers.ask(task.getId(), questions.at(task.getTaskDefinitionKey(), task.getExecution()), forms.of(task));
        Set.copyOf(task.getCandidates()).forEach(link -> task.deleteCandidateGroup(link.getGroupId()));
        task.addCandidateGroup(group);
    }

    /**
     * The task asks whom the desk would ask now: a group that a diagram's author would rather have asked is refused. So is one that
     * was right until a moment ago, and the step that leads here is tried again.
     */
    private static void check(DelegateTask task, String group) {
        Set<String> drawn = task.getCandidates().stream().map(IdentityLink::getGroupId).collect(Collectors.toSet());
        if (!drawn.equals(Set.of(group))) {
            throw new IllegalStateException("%s has to ask ${reviewGroup}, which is %s now, and asks %s".formatted(task.getTaskDefinitionKey(), group, drawn));
        }
    }

    private void describe(DelegateTask task, Ticket ticket) {
        Variables.CATEGORY_NAME.setLocal(task, taxonomy.category(ticket.category()).map(Category::name).orElse(UNKNOWN));
        Variables.PRIORITY_NAME.setLocal(task, ticket.priority() == null ? UNKNOWN : "P" + ticket.priority());
        Variables.QUEUE_NAME.setLocal(task, ticket.queue() == null ? UNKNOWN : taxonomy.queue(ticket.queue()).name());
        Variables.SURENESS.setLocal(task, ticket.confidence() == null ? UNKNOWN : ticket.confidence().percent());
        Variables.REMARKS.setLocal(task, ticket.impression() == null ? UNKNOWN
                : Remark.of(ticket.impression(), taxonomy).stream().map(Remark::text).collect(Collectors.joining(" · ")));
    }

    private static TicketStatus status(DelegateTask task, TicketStatus drawn) {
        boolean escalated = Boolean.TRUE.equals(Variables.ESCALATED.of(task));
        return escalated && drawn == TicketStatus.IN_PROGRESS ? TicketStatus.ESCALATED : drawn;
    }
}
