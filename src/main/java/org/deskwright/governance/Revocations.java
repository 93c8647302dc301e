package org.deskwright.governance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.deskwright.audit.Actor;
import org.deskwright.audit.AuditLog;
import org.deskwright.audit.Personal;
import org.deskwright.governance.Revocation.Basis;
import org.deskwright.governance.RevocationRefused.Why;
import org.deskwright.identity.Directory;
import org.deskwright.ticket.Contents;
import org.deskwright.ticket.Reader;
import org.deskwright.ticket.Readers;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who wants which action taken back, and why. What stands here clears the action that takes it back, and nothing else does. */
@Component
public class Revocations {

    private static final String OVER = "Its time is over";
    private static final String WITHDRAWN = "The request was withdrawn";

    private final JdbcClient jdbc;
    private final Directory directory;
    private final Plans plans;
    private final RevocationSettings settings;
    private final Timeline timeline;
    private final Readers readers;
    private final Tickets tickets;
    private final Contents contents;
    private final AuditLog audit;
    private final Clock clock;

    Revocations(JdbcClient jdbc, Directory directory, Plans plans, RevocationSettings settings, Timeline timeline, Readers readers, Tickets tickets,
                Contents contents, AuditLog audit, Clock clock) {
        this.tickets = tickets;
        this.readers = readers;
        this.contents = contents;
        this.jdbc = jdbc;
        this.directory = directory;
        this.plans = plans;
        this.settings = settings;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Whether this person may have the action taken back; the directory says so, not a session, but of a recovery of their own account,
     * which is not to wait for it. Of what they may not read they undo nothing.
     */
    public boolean isEntitled(String login, Plan action) {
        return settings.isOwnRecovery(login, action) || directory.byLogin(login).filter(settings::isEntitled)
                .filter(person -> readers.mayRead(readers.of(login, person.groups()), action.ticket())).isPresent();
    }

    /**
     * @throws RevocationRefused                               if they are not entitled
     * @throws org.springframework.dao.DuplicateKeyException    if somebody else has just demanded the same
     */
    public Revocation demand(Plan action, String login, String reason) {
        if (!isEntitled(login, action)) {
            throw new RevocationRefused(Why.NOT_ENTITLED, "%s may not take back this action".formatted(login));
        }
        return keep(action, Basis.DEMAND, login, reason, contents.kept(action.ticket(), reason));
    }

    /**
     * Whoever asked for it needs it no more, and that stands with the ticket.
     *
     * @throws RevocationRefused if it was somebody else who asked, or nobody has withdrawn it
     */
    public Revocation withdraw(Plan action) {
        String requester = tickets.withdrawnBy(action.ticket()).orElseThrow(
                () -> new RevocationRefused(Why.NOTHING_TO_TAKE_BACK, "Nobody has withdrawn %s".formatted(action.ticket())));
        if (!readers.mayRead(Reader.ofTheirOwn(requester), action.ticket())) {
            throw new RevocationRefused(Why.NOT_ENTITLED, "%s did not ask for this action".formatted(requester));
        }
        return keep(action, Basis.WITHDRAWAL, requester, WITHDRAWN, WITHDRAWN);
    }

    /** @throws RevocationRefused if the ledger does not show that its time is over */
    public Revocation expire(Plan action) {
        boolean over = jdbc.sql("select count(*) from ledger where action_id = ? and expires_at <= ?")
                .params(action.id(), Timestamp.from(clock.instant())).query(Integer.class).single() == 1;
        if (!over) {
            throw new RevocationRefused(Why.NOTHING_TO_TAKE_BACK, "The time of this action is not over");
        }
        return keep(action, Basis.EXPIRY, Timeline.DESK, OVER, OVER);
    }

    /** Another demand takes its place. Nobody has answered it by that: it stays open, and the next answer is one to both. */
    public void giveWay(Revocation earlier) {
        jdbc.sql("update revocation set in_force = null where id = ?").param(earlier.id()).update();
    }

    /** A person has decided that the action stays as it is: whatever was demanded is over. */
    public void leave(UUID action, String who) {
        jdbc.sql("update revocation set in_force = null, left_by = ? where action_id = ? and left_by is null").params(who, action).update();
    }

    /** Whether this person has demanded it, and nobody has answered that. */
    public boolean isDemandedBy(UUID action, String login) {
        return jdbc.sql("select count(*) from revocation where action_id = ? and demanded_by = ? and basis = ? and left_by is null")
                .params(action, login, Basis.DEMAND.name()).query(Integer.class).single() > 0;
    }

    /** Whether it is to be taken back, or was: by a demand in force, or once before on the same basis, for what ends by itself ends once. */
    public boolean isDemanded(UUID action, Basis basis) {
        return jdbc.sql("select count(*) from revocation where action_id = ? and (in_force is not null or basis = ?)")
                .params(action, basis.name()).query(Integer.class).single() > 0;
    }

    /** The last demand, whether it is in force or answered. */
    public Optional<Revocation> of(UUID action) {
        return jdbc.sql("select * from revocation where action_id = ? order by in_force nulls last, demanded_at desc limit 1").param(action).query(Revocations::revocation).optional()
                .map(kept -> kept.because(contents.shown(kept.ticket(), kept.reason())));
    }

    /** Whether a person had the same taken back from the same person not long ago; what ran out, or was withdrawn, does not count. */
    boolean tookBack(Plan plan) {
        return jdbc.sql("""
                select p.id from revocation r join action_plan p on p.id = r.action_id
                where p.type = ? and p.target = ? and r.basis = ? and r.demanded_at > ?""")
                .params(plan.type().word(), plan.target(), Basis.DEMAND.name(), Timestamp.from(clock.instant().minus(settings.remembered())))
                .query(UUID.class).list().stream().map(plans::get).anyMatch(taken -> groupOf(taken).equals(groupOf(plan)));
    }

    private static Optional<String> groupOf(Plan plan) {
        return Optional.ofNullable(plan.parameters().get(ActionType.Parameter.GROUP.word()));
    }

    /** The demand that this plan carries out: only if it does exactly what takes the action back, at the same target, and the action stands. */
    Optional<Revocation> behind(Plan inverse) {
        return inverse.revokes().flatMap(plans::find).filter(action -> isInverse(inverse, action) && stands(action.id()))
                .flatMap(action -> of(action.id())).filter(Revocation::isInForce);
    }

    /** Whether the action was done, and nobody has taken it back. */
    boolean stands(UUID action) {
        return jdbc.sql("select count(*) from ledger where action_id = ? and state = 'confirmed'").param(action).query(Integer.class).single() == 1;
    }

    private static boolean isInverse(Plan inverse, Plan action) {
        return action.inverse().filter(inverse.type()::equals).isPresent() && inverse.target().equals(action.target())
                && inverse.ticket().equals(action.ticket())
                && inverse.parameters().equals(action.type().inverseParameters(action.id(), action.parameters()));
    }

    private Revocation keep(Plan action, Basis basis, String who, String reason, String kept) {
        Revocation revocation = new Revocation(UUID.randomUUID(), action.id(), action.ticket(), basis, who, reason,
                clock.instant().truncatedTo(ChronoUnit.MICROS), null); // as the database keeps it
        Timestamp demandedAt = Timestamp.from(revocation.demandedAt());
        jdbc.sql("insert into revocation (id, action_id, in_force, ticket_number, basis, demanded_by, reason, demanded_at, looked_at, tried_since) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(revocation.id(), action.id(), action.id(), action.ticket(), basis.name(), who, kept, demandedAt, demandedAt, demandedAt)
                .update();
        timeline.note(action.ticket(), "To be taken back: %s. Reason: %s".formatted(action.type().label(), kept), who);
        audit.write(action.ticket(), "REVOCATION", Actor.named(who), Map.of("revocationId", revocation.id(), "actionId", action.id(),
                "basis", basis.name(), "own", basis == Basis.DEMAND && settings.isOwnRecovery(who, action), "reason", Personal.text(reason)));
        return revocation;
    }

    private static Revocation revocation(ResultSet row, int i) throws SQLException {
        return new Revocation(row.getObject("id", UUID.class), row.getObject("action_id", UUID.class), row.getString("ticket_number"),
                Basis.valueOf(row.getString("basis")), row.getString("demanded_by"), row.getString("reason"),
                row.getTimestamp("demanded_at").toInstant(), row.getString("left_by"));
    }
}
