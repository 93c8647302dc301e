package org.deskwright.resolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Plans;
import org.deskwright.governance.Step;
import org.deskwright.identity.Directory;
import org.deskwright.identity.Identification;
import org.deskwright.identity.Person;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.Confidence;
import org.deskwright.ticket.Tickets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Act, revoke, and everything is as it was: for every type of action that can be taken back, on the embedded directory and
 * the password page themselves, in the states in which an action may find its target.
 */
@DeskTest
@Tag("path")
class TakenBackLikeBeforeTest {

    private static final Map<String, String> CRM = Map.of("group", "crm-users", "entitlement", "crm-users");

    @Autowired
    private Desk desk;
    @Autowired
    private Plans plans;
    @Autowired
    private Actions actions;
    @Autowired
    private TakeBack takeBack;
    @Autowired
    private Identification identification;
    @Autowired
    private Tickets tickets;
    @Autowired
    private Directory directory;
    @Autowired
    private JdbcClient jdbc;

    /**
     * One action on one target.
     *
     * @param login    somebody who is in the group, or is not
     * @param changes  whether the action finds anything to do
     */
    private record Case(Step step, ActionType type, String login, Map<String, String> parameters, boolean changes) {
    }

    /** Ben is in that group, Pia is not. */
    private static List<Case> cases() {
        return List.of(new Case(Step.GRANT_ACCESS, ActionType.ADD_TO_GROUP, "pia.weber", CRM, true),
                new Case(Step.GRANT_ACCESS, ActionType.ADD_TO_GROUP, "ben.okafor", CRM, false),
                new Case(Step.REVOKE_ACTION, ActionType.REMOVE_FROM_GROUP, "ben.okafor", CRM, true),
                new Case(Step.REVOKE_ACTION, ActionType.REMOVE_FROM_GROUP, "pia.weber", CRM, false),
                new Case(Step.RESET_PASSWORD, ActionType.SEND_RESET_LINK, "pia.weber", Map.of(), true));
    }

    @Test
    void everyActionThatCanBeTakenBackLeavesNothingBehind() {
        List<Case> cases = cases();
        assertThat(cases).extracting(Case::type).containsAll(Stream.of(ActionType.values()).filter(type -> type.inverse().isPresent()).toList());
        long equal = cases.stream().filter(this::isLikeBefore).count();
        System.out.printf("act → revoke → state equals before: %d of %d (%d %%)%n", equal, cases.size(), 100 * equal / cases.size());
        assertThat(equal).isEqualTo(cases.size());
    }

    private boolean isLikeBefore(Case it) {
        Map<String, Object> before = state();
        Plan plan = act(it);
        assertThat(state().equals(before)).as("%s finds nothing to do", it).isEqualTo(!it.changes());
        takeBack.demand(plan.id().toString(), "judit.nagy", "As a test");
        desk.runJobs();
        assertThat(actions.entry(plan.id()).state()).as(it.toString()).isEqualTo(ActionState.REVOKED);
        return state().equals(before);
    }

    /** The clearance is written by hand: here it is not asked how one comes by it. */
    private Plan act(Case it) {
        String number = tickets.add("Test", "Test", Channel.PORTAL, "test:" + UUID.randomUUID(), it.login(), null, true);
        tickets.classify(number, "access-request", new Confidence(0.97, true, "test", 1_000, "isotonic", "0".repeat(64)));
        tickets.transfer(number, "identity");
        Plan plan = plans.make(tickets.get(number), it.step(), it.type(), identification.subjectOf(number, it.login()).orElseThrow(), it.parameters());
        actions.open(plan);
        jdbc.sql("insert into gate_decision (id, ticket_number, action_id, step, autonomy, reasons, review_queue, evaluations, decided_at) "
                + "values (?, ?, ?, ?, 'review', '', 'identity', '[]', current_timestamp)").params(UUID.randomUUID(), number, plan.id(), it.step().word()).update();
        jdbc.sql("insert into clearance (id, action_id, digest, basis, basis_id, granted_at, expires_at) "
                + "values (?, ?, ?, 'APPROVAL', ?, current_timestamp, timestamp '2999-01-01 00:00:00')")
                .params(UUID.randomUUID(), plan.id(), plan.digest(), UUID.randomUUID()).update();
        assertThat(actions.perform(plan.id()).state()).isEqualTo(ActionState.CONFIRMED);
        return plan;
    }

    /** Who is in which group, and whose links open something, of everybody. */
    private Map<String, Object> state() {
        Map<String, Object> state = new TreeMap<>();
        directory.find("", 1_000).forEach(person -> state.put(person.login(), Set.copyOf(person.groups())));
        directory.groups().forEach(group -> state.put("group " + group, directory.membersOf(group).stream().map(Person::login).sorted().toList()));
        state.put("open links", jdbc.sql("select count(*) from password_link where used_at is null and cancelled_at is null and mailed_at is not null")
                .query(Long.class).single());
        return state;
    }
}
