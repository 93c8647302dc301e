package org.deskwright;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.deskwright.audit.Records;
import org.deskwright.identity.Directory;
import org.deskwright.intake.Intake;
import org.deskwright.intake.Request;
import org.deskwright.resolution.Actions;
import org.deskwright.resolution.LedgerEntry;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a test can do with the desk: file, drive jobs and timers, decide as a person, look. */
@TestComponent
public class Desk {

    private final Intake intake;
    private final Tickets tickets;
    private final Timeline timeline;
    private final Actions actions;
    private final ManagementService management;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final IdentityService identity;
    private final Directory directory;
    private final JdbcClient jdbc;

    Desk(Intake intake, Tickets tickets, Timeline timeline, Actions actions, ManagementService management,
         RuntimeService runtime, TaskService tasks, IdentityService identity,
         Directory directory, JdbcClient jdbc) {
        this.directory = directory;
        this.intake = intake;
        this.tickets = tickets;
        this.timeline = timeline;
        this.actions = actions;
        this.management = management;
        this.runtime = runtime;
        this.tasks = tasks;
        this.identity = identity;
        this.jdbc = jdbc;
    }

    /** Somebody signed in files a request; every job that is due has run when this returns. */
    public String file(String login, String subject, String body) {
        String number = intake.receive(new Request(subject, body, Channel.PORTAL, "test:" + UUID.randomUUID(), login, null,
                true, List.of())).number();
        runJobs();
        return number;
    }

    /** A mail arrives whose sender nobody vouches for. */
    public String fileUnauthenticated(String address, String subject, String body) {
        String number = intake.receive(new Request(subject, body, Channel.MAIL, "test:" + UUID.randomUUID(), null, address,
                false, List.of())).number();
        runJobs();
        return number;
    }

    public void runJobs() {
        List<Job> due;
        while (!(due = management.createJobQuery().messages().withRetriesLeft().list()).isEmpty()) {
            due.forEach(job -> management.executeJob(job.getId()));
        }
    }

    /** Runs the one job that waits at this node, and none that follow. */
    public void runJob(String activity) {
        management.executeJob(management.createJobQuery().messages().activityId(activity).singleResult().getId());
    }

    /** Lets a timer of this ticket fire now. */
    public void fireTimer(String number, String activity) {
        Job timer = management.createJobQuery().timers().activityId(activity).list().stream()
                .filter(job -> number.equals(businessKey(job.getProcessInstanceId()))).findFirst().orElseThrow();
        management.executeJob(timer.getId());
        runJobs();
    }

    public Task task(String number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number).initializeFormKeys().singleResult();
    }

    public List<String> candidateGroups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream().map(link -> link.getGroupId()).toList();
    }

    /** A person decides at the ticket's only task, and what follows happens. */
    public void decide(String number, String login, String outcome, Map<String, Object> more) {
        decideOnly(number, login, outcome, more);
        runJobs();
    }

    /** A person decides; the jobs that follow wait. */
    public void decideOnly(String number, String login, String outcome, Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(more);
        variables.put("outcome", outcome);
        String task = task(number).getId();
        identity.setAuthentication(login, List.copyOf(directory.byLogin(login).orElseThrow().groups()));
        try {
            tasks.complete(task, variables);
        } finally {
            identity.clearAuthentication();
        }
    }

    /** As if every right in the engine were theirs: an administrator, or somebody made the assignee. */
    public void decideAnyway(String number, String login, String outcome, Map<String, Object> more) {
        Map<String, Object> variables = new HashMap<>(more);
        variables.put("outcome", outcome);
        String task = task(number).getId();
        identity.setAuthentication(login, List.of("desk-admins"));
        try {
            tasks.complete(task, variables);
        } finally {
            identity.clearAuthentication();
        }
    }

    public void reply(String number, String login, String text) {
        intake.reply(number, text, login, Channel.PORTAL);
        runJobs();
    }

    public void confirm(String number, String login, boolean solved) {
        intake.confirm(number, solved, null, login);
        runJobs();
    }

    public void withdraw(String number, String login) {
        intake.withdraw(number, login);
        runJobs();
    }

    public Ticket ticket(String number) {
        return tickets.get(number);
    }

    public List<LedgerEntry> actions(String number) {
        return actions.of(number);
    }

    public List<String> story(String number) {
        return timeline.of(number, true).stream().map(entry -> entry.what()).toList();
    }

    /** The code in the text message on its way to the requester's phone. */
    public String codeOnPhone(String number) {
        return jdbc.sql("select body from message where ticket_number = ? and channel = 'text' order by created_at desc limit 1")
                .param(number).query(String.class).single().replaceAll("(?s).*?(\\d{8}).*", "$1");
    }

    public List<String> mails(String number) {
        return jdbc.sql("select body from message where ticket_number = ? and direction = 'out' and channel = 'mail' order by created_at")
                .param(number).query(String.class).list();
    }

    /** How often the record has an entry of this kind by this person. */
    public long recorded(String kind, String login) {
        return jdbc.sql("select count(*) from record.entry where kind = ? and who = " + Records.PERSON).params(kind, login).query(Long.class).single();
    }

    public long incidents() {
        return runtime.createIncidentQuery().count();
    }

    public boolean isRunning(String number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count() > 0;
    }

    private String businessKey(String processInstanceId) {
        return runtime.createProcessInstanceQuery().processInstanceId(processInstanceId).singleResult().getBusinessKey();
    }
}
