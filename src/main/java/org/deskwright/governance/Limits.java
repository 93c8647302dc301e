package org.deskwright.governance;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.deskwright.audit.AuditLog;
import org.deskwright.governance.LimitSettings.Quota;
import org.deskwright.ticket.Ticket;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often the desk acts alone, for one person, for one sender and for everybody. The gate looks; what is counted is taken
 * when the action begins, in the same transaction. What people approved counts only for everybody together.
 */
@Component
class Limits {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration WEEK = Duration.ofDays(7);

    private final LimitSettings settings;
    private final Permits permits;
    private final JdbcClient jdbc;

    Limits(LimitSettings settings, Permits permits, JdbcClient jdbc) {
        this.settings = settings;
        this.permits = permits;
        this.jdbc = jdbc;
    }

    /** Whose requests are counted together. */
    static String sender(Ticket ticket) {
        return Stream.of(ticket.requester(), ticket.sender()).filter(Objects::nonNull).findFirst().orElse("");
    }

    /** For the gate: takes nothing, and locks nothing. */
    Limit of(Plan plan, String sender) {
        return of(jdbc, plan, sender);
    }

    /**
     * Counts an action that begins. The caller's transaction decides whether it has begun.
     *
     * @param record the audit record on the ledger's connection
     * @param alone  whether the desk acts alone; if not, no limit forbids it
     */
    Limit take(JdbcClient ledger, AuditLog record, Plan plan, String sender, boolean alone, Instant now) {
        Limit limit = alone ? of(ledger, plan, sender) : Limit.WITHIN;
        if (limit != Limit.WITHIN) {
            return limit;
        }
        if (isReset(plan) && !Breaker.isOpen(ledger)) {
            Optional<String> tooMany = tooMany(ledger, now);
            tooMany.ifPresent(why -> Breaker.open(ledger, record, plan.ticket(), why, now));
            if (tooMany.isPresent() && alone) {
                return Limit.BREAKER;
            }
        }
        if (alone) {
            permits.tidy(ledger);
            quotas(plan, sender).forEach(quota -> permits.take(ledger, quota));
        }
        ledger.sql("insert into action_begun (action_id, type, basis, begun_at) values (?, ?, ?, ?)")
                .params(plan.id(), plan.type().word(), alone ? "AUTO" : "APPROVAL", Timestamp.from(now)).update();
        return Limit.WITHIN;
    }

    private Limit of(JdbcClient connection, Plan plan, String sender) {
        if (isReset(plan) && Breaker.isOpen(connection)) {
            return Limit.BREAKER;
        }
        if (resets(plan).stream().anyMatch(quota -> !permits.isFree(connection, quota))) {
            return Limit.PERSON;
        }
        return permits.isFree(connection, settings.hourOf(sender)) ? Limit.WITHIN : Limit.SENDER;
    }

    /** Takes this reset's place among everybody's. */
    private Optional<String> tooMany(JdbcClient ledger, Instant now) {
        if (!permits.take(ledger, settings.everybody())) {
            return Optional.of("More than %d password resets within 10 minutes".formatted(settings.resetsPerTenMinutes()));
        }
        Instant closed = ledger.sql("select max(closed_at) from breaker").query((row, i) -> Optional.ofNullable(row.getTimestamp(1)))
                .single().map(Timestamp::toInstant).orElse(Instant.MIN);
        Instant hourAgo = now.minus(HOUR);
        long lately = 1 + count(ledger, closed.isAfter(hourAgo) ? closed : hourAgo, now);
        double usual = count(ledger, now.minus(WEEK), hourAgo) / (double) WEEK.minus(HOUR).toHours();
        return lately > Math.max(settings.trendFloor(), settings.trendFactor() * usual)
                ? Optional.of("%d password resets within an hour, usual are %.1f".formatted(lately, usual)) : Optional.empty();
    }

    private static long count(JdbcClient ledger, Instant after, Instant until) {
        return ledger.sql("select count(*) from action_begun where type = ? and begun_at > ? and begun_at <= ?")
                .params(ActionType.SEND_RESET_LINK.word(), Timestamp.from(after), Timestamp.from(until)).query(Long.class).single();
    }

    private List<Quota> quotas(Plan plan, String sender) {
        return Stream.concat(resets(plan).stream(), Stream.of(settings.hourOf(sender))).toList();
    }

    private List<Quota> resets(Plan plan) {
        return isReset(plan) ? List.of(settings.dayOf(plan.target()), settings.monthOf(plan.target())) : List.of();
    }

    private static boolean isReset(Plan plan) {
        return plan.type() == ActionType.SEND_RESET_LINK;
    }
}
