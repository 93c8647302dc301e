package org.deskwright.connector.passwordpage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The issued links, by the hash of their token and by the action they belong to. */
final class PasswordLinks {

    private static final String COLUMNS =
            "SELECT action_id, login, expires_at, mailed_at, used_at, cancelled_at FROM password_link WHERE ";

    private final JdbcClient database;
    private final Clock clock;

    PasswordLinks(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void insert(UUID actionId, String login, String tokenHash, Instant expiresAt) {
        database.sql("INSERT INTO password_link (token_hash, action_id, login, issued_at, expires_at)"
                        + " VALUES (:hash, :action, :login, :now, :expires)")
                .param("hash", tokenHash).param("action", actionId).param("login", login)
                .param("now", now()).param("expires", at(expiresAt)).update();
    }

    /** @return {@code false} if it was given up before */
    boolean markMailed(UUID actionId) {
        return database.sql("UPDATE password_link SET mailed_at = :now WHERE action_id = :action AND cancelled_at IS NULL")
                .param("now", now()).param("action", actionId).update() == 1;
    }

    /** @return {@code false} if its mail has left: of the two, one comes first */
    boolean giveUp(UUID actionId) {
        return database.sql("UPDATE password_link SET cancelled_at = :now WHERE action_id = :action"
                        + " AND mailed_at IS NULL AND used_at IS NULL")
                .param("now", now()).param("action", actionId).update() == 1;
    }

    /** @return whether the link was open until now; of two who try at once, one gets {@code true} */
    boolean use(String tokenHash) {
        return database.sql("UPDATE password_link SET used_at = :now WHERE token_hash = :hash"
                        + " AND used_at IS NULL AND cancelled_at IS NULL AND expires_at > :now")
                .param("now", now()).param("hash", tokenHash).update() == 1;
    }

    void cancel(UUID actionId) {
        database.sql("UPDATE password_link SET cancelled_at = :now WHERE action_id = :action"
                        + " AND used_at IS NULL AND cancelled_at IS NULL")
                .param("now", now()).param("action", actionId).update();
    }

    Optional<PasswordLink> ofAction(UUID actionId) {
        return database.sql(COLUMNS + "action_id = :action").param("action", actionId)
                .query(PasswordLinks::link).optional();
    }

    Optional<PasswordLink> ofToken(String tokenHash) {
        return database.sql(COLUMNS + "token_hash = :hash").param("hash", tokenHash)
                .query(PasswordLinks::link).optional();
    }

    private static PasswordLink link(ResultSet row, int number) throws SQLException {
        return new PasswordLink(row.getObject("action_id", UUID.class), row.getString("login"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(), row.getObject("mailed_at") != null,
                row.getObject("used_at") != null, row.getObject("cancelled_at") != null);
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
