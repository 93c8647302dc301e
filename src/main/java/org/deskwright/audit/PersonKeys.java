package org.deskwright.audit;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One key for each person (AES-256-GCM), itself encrypted with a key that is not in the database. Forgetting a person
 * destroys theirs: the entries stay as they are, and so does the tree over them, but nobody reads them any more.
 */
final class PersonKeys {

    private static final Logger LOG = LoggerFactory.getLogger(PersonKeys.class);
    private static final String WRAPPED = "select uid, login, case when octet_length(wrapped) <= 100 then wrapped end as wrapped, master from person_key ";

    private final JdbcClient jdbc;
    private final MasterKeys masters;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, PersonKey> known = new ConcurrentHashMap<>();

    /**
     * @param jdbc connections of its own: a key is there for good before the first entry that needs it, whatever becomes
     *             of the transaction which writes that
     */
    PersonKeys(JdbcClient jdbc, MasterKeys masters, Clock clock) {
        this.jdbc = jdbc;
        this.masters = masters;
        this.clock = clock;
    }

    /** @param uid the pseudonym */
    record PersonKey(UUID uid, byte[] key) {
    }

    /** The key of whoever has this login, made if there is none yet. */
    PersonKey of(String login) {
        return known.computeIfAbsent(login, this::found);
    }

    /** The same, as it is stored at this moment and nowhere else held. */
    PersonKey found(String login) {
        return stored(login).orElseGet(() -> {
            UUID uid = UUID.randomUUID();
            byte[] key = new byte[Hash.LENGTH];
            random.nextBytes(key);
            try {
                MasterKeys.Master master = masters.newest();
                jdbc.sql("insert into person_key (uid, login, wrapped, master) values (?, ?, ?, ?)")
                        .params(uid, login, Encryption.encrypted(master.key(), bound(uid, login), key), master.id()).update();
                return new PersonKey(uid, key);
            } catch (DuplicateKeyException another) {
                return stored(login).orElseThrow(() -> another);
            }
        });
    }

    private Optional<PersonKey> stored(String login) {
        return jdbc.sql(WRAPPED + "where login = ?").param(login).query((row, number) -> unwrapped(row)).optional();
    }

    /**
     * For readers: the login behind a pseudonym; empty if the person was forgotten.
     *
     * @throws IllegalStateException if the pseudonym was made for another
     */
    Optional<String> login(UUID uid) {
        return jdbc.sql(WRAPPED + "where uid = ? and login is not null").param(uid).query((row, number) -> {
            unwrapped(row);
            return row.getString("login");
        }).optional();
    }

    /** For readers: the text; empty if the person was forgotten. */
    Optional<String> text(UUID uid, String data) {
        return key(uid).map(key -> Encryption.decrypted(key.key(), uid.toString(), Base64.getDecoder().decode(data))).map(text -> new String(text, StandardCharsets.UTF_8));
    }

    /** @throws IllegalStateException if it is nothing that was encrypted as that, or the key is another's */
    Optional<byte[]> decrypted(UUID uid, String login, String as, byte[] data) {
        return key(uid, login).map(key -> Encryption.decrypted(key.key(), bound(uid, as), data));
    }

    /**
     * Encrypts as what it is what earlier versions encrypted without saying so.
     *
     * @throws IllegalStateException if it is nothing that they encrypted, or the key is another's
     */
    Optional<byte[]> bound(UUID uid, String login, String as, byte[] data) {
        return key(uid, login).map(key -> encrypted(key, as, Encryption.decrypted(key.key(), uid.toString(), data)));
    }

    /** For readers: the fingerprint that this text has under this person's key; empty if the person was forgotten. */
    Optional<String> print(UUID uid, String text) {
        return key(uid).map(key -> print(key, text));
    }

    private Optional<PersonKey> key(UUID uid) {
        return jdbc.sql(WRAPPED + "where uid = ? and wrapped is not null").param(uid).query((row, number) -> unwrapped(row)).optional();
    }

    /** Whose it is says the row, and its wrapping proves it. */
    private Optional<PersonKey> key(UUID uid, String login) {
        return jdbc.sql(WRAPPED + "where uid = ? and wrapped is not null").param(uid).query((row, number) -> {
            if (!login.equals(row.getString("login"))) {
                throw new IllegalStateException("The key %s is another's".formatted(uid));
            }
            return unwrapped(row);
        }).optional();
    }

    private PersonKey unwrapped(ResultSet row) throws SQLException {
        UUID uid = row.getObject("uid", UUID.class);
        return new PersonKey(uid, Encryption.decrypted(masters.of(row.getObject("master", UUID.class)), bound(uid, row.getString("login")), row.getBytes("wrapped")));
    }

    /** The key fits to this pseudonym of this login: whoever can only write to the database makes nobody another. */
    private static String bound(UUID uid, String name) {
        return uid + " " + name;
    }

    String encrypted(PersonKey key, String text) {
        return Base64.getEncoder().encodeToString(Encryption.encrypted(key.key(), key.uid().toString(), text.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param as what it is: nobody can put it in the place of something else of the same person's */
    byte[] encrypted(PersonKey key, String as, byte[] plain) {
        return Encryption.encrypted(key.key(), bound(key.uid(), as), plain);
    }

    /** Without the key nobody can tell, not even by trying, which text it was. */
    static String print(PersonKey key, String text) {
        return Base64.getEncoder().encodeToString(new WritersMark(key.key()).of(text));
    }

    /** The key of whoever has this login, if the record knows them. */
    Optional<PersonKey> existing(String login) {
        return stored(login);
    }

    /**
     * @param connections of the transaction that records it
     * @return {@code false} if another was faster
     */
    boolean destroy(JdbcClient connections, PersonKey key) {
        return connections.sql("update person_key set login = null, wrapped = null, erased_at = ? where uid = ? and erased_at is null")
                .params(Timestamp.from(clock.instant()), key.uid()).update() == 1;
    }

    Optional<Instant> forgotten(UUID uid) {
        return jdbc.sql("select erased_at from person_key where uid = ? and erased_at is not null").param(uid)
                .query(Timestamp.class).optional().map(Timestamp::toInstant);
    }

    /** Keys that another process destroyed, or encrypted anew, are used no longer than until this is called. */
    void lookAgain() {
        known.clear();
        masters.lookAgain();
    }

    /**
     * Encrypts every key with the newest master key that is still encrypted with another. One whose row was changed, so that
     * nobody can open it, is left as it is and keeps its master key: whoever changed it may put it right.
     *
     * @param connections of the transaction that is under way
     */
    void renew(JdbcClient connections) {
        MasterKeys.Master newest = masters.newest();
        connections.sql(WRAPPED + "where wrapped is not null and (master is null or master <> ?)").param(newest.id())
                .query((row, number) -> renewed(row, newest)).list().stream().flatMap(Optional::stream)
                .forEach(key -> connections.sql("update person_key set wrapped = ?, master = ? where uid = ? and wrapped is not null")
                        .params(key.wrapped(), newest.id(), key.uid()).update());
    }

    private record Renewed(UUID uid, byte[] wrapped) {
    }

    private Optional<Renewed> renewed(ResultSet row, MasterKeys.Master newest) throws SQLException {
        UUID uid = row.getObject("uid", UUID.class);
        try {
            return Optional.of(new Renewed(uid, Encryption.encrypted(newest.key(), bound(uid, row.getString("login")), unwrapped(row).key())));
        } catch (IllegalStateException changed) {
            LOG.error("The key {} in the table person_key was changed: until its row is as it was, or gone, its master key stays, and what was forgotten under that is not forgotten for good", uid);
            return Optional.empty();
        }
    }
}
