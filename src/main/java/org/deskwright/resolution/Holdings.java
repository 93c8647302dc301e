package org.deskwright.resolution;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.deskwright.governance.ActionType;
import org.deskwright.governance.Plan;
import org.deskwright.governance.Step;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * By which of the desk's grants somebody is in a group. Taking one of them back leaves what another one still gives, and
 * what they had before the desk gave anything.
 */
class Holdings {

    /** What keeps a membership that was there before the desk gave it. */
    static final String BEFORE = "before";
    private static final String NO = "false";

    private static final String GRANTS = """
            from ledger l join action_plan p on p.id = l.action_id
            where l.type = :type and l.target = :target and p.step <> :takingBack and p.parameters like :group and l.action_id <> :own""";

    private final JdbcClient jdbc;

    Holdings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whether other grants found the person in the group: a membership that they gave is none that was there before. Those
     * count, too, of which nobody knows yet whether they were done, and those that are over though nobody has seen since that
     * the membership was gone. What was seen to be gone does not count, however it ended afterwards.
     */
    boolean wasThereBefore(Plan grant) {
        return grants("select l.before_image ", grant, grant.id(), """
                 and l.before_image is not null and l.gone_at is null and (l.state in (:states) or l.state = :revoked and not exists (
                select 1 from ledger g join action_plan q on q.id = g.action_id
                where g.target = l.target and q.parameters like :group and g.gone_at >= l.changed_at))""")
                .param("revoked", ActionState.REVOKED.word())
                .param("states", List.of(ActionState.IN_FLIGHT.word(), ActionState.UNKNOWN.word(), ActionState.CONFIRMED.word()))
                .query(String.class).list().stream().map(BeforeImage::read).allMatch(Holdings::isMember);
    }

    /**
     * What was done about this person and group, and how far it got: as long as that is the same, none of it has changed the
     * membership.
     */
    List<String> doings(Plan plan) {
        if (!plan.parameters().containsKey(ActionType.Parameter.GROUP.word())) {
            return List.of();
        }
        return jdbc.sql("""
                select l.action_id, l.state from ledger l join action_plan p on p.id = l.action_id
                where l.target = :target and p.parameters like :group and l.action_id <> :own and l.state not in (:undone) order by l.action_id""")
                .param("target", plan.target()).param("group", pattern(plan)).param("own", plan.id())
                .param("undone", List.of(ActionState.PLANNED.word(), ActionState.REFUSED.word()))
                .query((row, i) -> row.getString("action_id") + " " + row.getString("state")).list();
    }

    /**
     * What leaves the person in the group although a grant is taken back: also a grant that somebody has decided to leave
     * beyond its end, but none that was seen to be gone since.
     *
     * @param removal takes it back
     * @return the ticket of another grant, {@link #BEFORE}, or nothing
     */
    Optional<String> keptBy(Plan removal, Instant now) {
        return removal.type() == ActionType.REMOVE_FROM_GROUP ? removal.revokes().flatMap(grant -> keptWithout(grant, removal, now)) : Optional.empty();
    }

    /** @param plan names the person and the group that the grant is about */
    Optional<String> keptWithout(UUID grant, Plan plan, Instant now) {
        return grants("select l.ticket_number ", plan, grant,
                """
                 and l.state = :confirmed and l.gone_at is null and (l.expires_at is null or l.expires_at > :now
                 or exists (select 1 from revocation r where r.action_id = l.action_id and r.basis = 'EXPIRY' and r.left_by is not null))
                order by l.expires_at desc nulls first limit 1""")
                .param("confirmed", ActionState.CONFIRMED.word()).param("now", Timestamp.from(now)).query(String.class).optional()
                .or(() -> isMember(before(grant)) && !isGone(grant) ? Optional.of(BEFORE) : Optional.empty());
    }

    /** Whether somebody took from them past the desk what this grant had given: who has it now has it from others. */
    boolean isGone(UUID grant) {
        return jdbc.sql("select count(*) from ledger where action_id = ? and gone_at is not null").param(grant).query(Integer.class).single() > 0;
    }

    /**
     * How the target was before the first try of an action, as a later one may find what that one did. But what the last one
     * found was found; and where that was nothing, or what other grants gave since, what was there before is gone.
     */
    static Map<String, String> again(Map<String, String> first, Map<String, String> now) {
        Map<String, String> before = new HashMap<>(now);
        before.putAll(first);
        if (now.containsKey(AddToGroup.FOUND)) {
            before.put(AddToGroup.FOUND, now.get(AddToGroup.FOUND));
            before.computeIfPresent(AddToGroup.MEMBER, (key, member) -> NO.equals(now.get(key)) ? NO : member);
        }
        return before;
    }

    /**
     * Whom a grant did not find in the group, and could then put there, had nothing any more of what they were given before,
     * nor of what they had before that: somebody had taken it from them past the desk.
     */
    void granted(JdbcClient connection, Plan grant, Instant now) {
        if (grant.type() == ActionType.ADD_TO_GROUP && grant.revokes().isEmpty() && NO.equals(before(grant.id()).get(AddToGroup.FOUND))) {
            connection.sql("""
                    update ledger set gone_at = :now where type = :type and target = :target and state = :confirmed and gone_at is null
                    and action_id <> :own
                    and action_id in (select id from action_plan where step <> :takingBack and parameters like :group)""")
                    .param("now", Timestamp.from(now)).param("type", ActionType.ADD_TO_GROUP.word()).param("target", grant.target()).param("own", grant.id())
                    .param("confirmed", ActionState.CONFIRMED.word()).param("takingBack", Step.REVOKE_ACTION.word()).param("group", pattern(grant)).update();
        }
    }

    /** A grant is over. What nobody has seen to be gone may be there still. */
    void ended(JdbcClient connection, UUID grant, String keptBy, boolean seen, Instant now) {
        connection.sql("update ledger set kept_by = ?, gone_at = coalesce(gone_at, ?) where action_id = ?")
                .params(keptBy, seen && keptBy == null ? Timestamp.from(now) : null, grant).update();
    }

    /** How the target was before the action; empty if it was never begun. */
    Map<String, String> before(UUID actionId) {
        return jdbc.sql("select before_image from ledger where action_id = ? and before_image is not null").param(actionId)
                .query(String.class).optional().map(BeforeImage::read).orElse(Map.of());
    }

    /** Grants whose time was over by then that nobody demands back and that were not left to them at their end, oldest first. */
    List<UUID> overdue(Instant by, int limit) {
        return jdbc.sql("""
                select action_id from ledger where state = ? and expires_at < ?
                and action_id not in (select action_id from revocation where in_force is not null or basis = 'EXPIRY')
                order by expires_at limit ?""")
                .params(ActionState.CONFIRMED.word(), Timestamp.from(by), limit).query(UUID.class).list();
    }

    /** Tickets that were withdrawn, of which something stands that nobody demands back; of links those sent since then. */
    List<String> unneeded(Instant linksSince, int limit) {
        return jdbc.sql("""
                select distinct l.ticket_number from ledger l join action_plan p on p.id = l.action_id join ticket t on t.number = l.ticket_number
                where t.withdrawn_by is not null and l.state = :confirmed and p.step <> :takingBack and (l.type <> :link or l.changed_at > :since)
                and l.action_id not in (select action_id from revocation where in_force is not null or basis = 'WITHDRAWAL') limit :limit""")
                .param("confirmed", ActionState.CONFIRMED.word()).param("takingBack", Step.REVOKE_ACTION.word()).param("link", ActionType.SEND_RESET_LINK.word())
                .param("since", Timestamp.from(linksSince)).param("limit", limit).query(String.class).list();
    }

    private JdbcClient.StatementSpec grants(String what, Plan plan, UUID own, String more) {
        return jdbc.sql(what + GRANTS + more).param("type", ActionType.ADD_TO_GROUP.word()).param("target", plan.target())
                .param("takingBack", Step.REVOKE_ACTION.word()).param("own", own)
                .param("group", pattern(plan));
    }

    private static String pattern(Plan plan) {
        return "%%\"group\":\"%s\"%%".formatted(plan.group().replace("_", "\\_"));
    }

    private static boolean isMember(Map<String, String> before) {
        return Boolean.parseBoolean(before.get(AddToGroup.MEMBER));
    }
}
