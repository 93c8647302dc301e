package org.deskwright.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Links with which people say "this wasn't me" of a recovery. Whoever is locked out cannot sign in, so the link itself is
 * the right; it can do this one thing, which opens nothing to anybody, and it can do it once. Only a hash is kept.
 */
@Component
public class Disavowals {

    public static final Duration LIFETIME = Duration.ofDays(7);

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    Disavowals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What became of a link. Of one that was used the same can be said again: it may have been somebody else who said it. */
    public enum State { OPEN, USED, EXPIRED }

    /** The recovery that a link is about, and whose account it was for. */
    public record Disavowal(UUID actionId, String ticket, String login, State state) {
    }

    /** 256 random bits, in the clear for the messages that carry them. An action has one link. */
    public String issue(UUID actionId, String ticket, String login) {
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        Instant now = clock.instant();
        jdbc.sql("insert into disavowal (action_id, token_hash, ticket_number, login, issued_at, expires_at) values (?, ?, ?, ?, ?, ?)")
                .params(actionId, hash(secret), ticket, login, Timestamp.from(now), Timestamp.from(now.plus(LIFETIME))).update();
        return secret;
    }

    public Optional<Disavowal> find(String secret) {
        return jdbc.sql("select * from disavowal where token_hash = ?").param(hash(secret)).query(this::disavowal).optional();
    }

    /** Of the recoveries on a ticket, those of which it can be said, for the first time or again: for who needs no link, as they are known otherwise. */
    public List<Disavowal> of(String ticket) {
        return jdbc.sql("select * from disavowal where ticket_number = ? and expires_at > ?")
                .params(ticket, Timestamp.from(clock.instant())).query(this::disavowal).list();
    }

    /** It was said with it, or in another way. */
    public void use(Disavowal disavowal) {
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("update disavowal set used_at = ? where action_id = ? and used_at is null and expires_at > ?")
                .params(now, disavowal.actionId(), now).update();
    }

    private Disavowal disavowal(ResultSet row, int i) throws SQLException {
        boolean over = !clock.instant().isBefore(row.getTimestamp("expires_at").toInstant());
        State state = over ? State.EXPIRED : row.getTimestamp("used_at") != null ? State.USED : State.OPEN;
        return new Disavowal(row.getObject("action_id", UUID.class), row.getString("ticket_number"), row.getString("login"), state);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
