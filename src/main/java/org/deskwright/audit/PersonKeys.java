package org.deskwright.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One key for each person (AES-256-GCM), itself encrypted with a key that is not in the database. Forgetting a person
 * destroys theirs: the entries stay as they are, and so does the tree over them, but nobody reads them any more.
 */
final class PersonKeys {

    private static final String AES = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final JdbcClient jdbc;
    private final byte[] master;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, PersonKey> known = new ConcurrentHashMap<>();

    /**
     * @param jdbc connections of its own: a key is there for good before the first entry that needs it, whatever becomes
     *             of the transaction which writes that
     */
    PersonKeys(JdbcClient jdbc, byte[] master, Clock clock) {
        this.jdbc = jdbc;
        this.master = master.clone();
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
                jdbc.sql("insert into person_key (uid, login, wrapped) values (?, ?, ?)").params(uid, login, encrypted(master, bound(uid, login), key)).update();
                return new PersonKey(uid, key);
            } catch (DuplicateKeyException another) {
                return stored(login).orElseThrow(() -> another);
            }
        });
    }

    private Optional<PersonKey> stored(String login) {
        return jdbc.sql("select uid, wrapped from person_key where login = ?").param(login)
                .query((row, number) -> {
                    UUID uid = row.getObject("uid", UUID.class);
                    return new PersonKey(uid, unwrapped(uid, login, row.getBytes("wrapped")));
                }).optional();
    }

    /**
     * For readers: the login behind a pseudonym; empty if the person was forgotten.
     *
     * @throws IllegalStateException if the pseudonym was made for another
     */
    Optional<String> login(UUID uid) {
        return jdbc.sql("select login, wrapped from person_key where uid = ? and login is not null").param(uid).query((row, number) -> {
            unwrapped(uid, row.getString("login"), row.getBytes("wrapped"));
            return row.getString("login");
        }).optional();
    }

    /** For readers: the text; empty if the person was forgotten. */
    Optional<String> text(UUID uid, String data) {
        return decrypted(uid, Base64.getDecoder().decode(data)).map(text -> new String(text, StandardCharsets.UTF_8));
    }

    Optional<byte[]> decrypted(UUID uid, byte[] data) {
        return key(uid).map(key -> decrypted(key, uid.toString(), data));
    }

    /** For readers: the fingerprint that this text has under this person's key; empty if the person was forgotten. */
    Optional<String> print(UUID uid, String text) {
        return key(uid).map(key -> print(new PersonKey(uid, key), text));
    }

    private Optional<byte[]> key(UUID uid) {
        return jdbc.sql("select login, wrapped from person_key where uid = ? and wrapped is not null").param(uid)
                .query((row, number) -> unwrapped(uid, row.getString("login"), row.getBytes("wrapped"))).optional();
    }

    private byte[] unwrapped(UUID uid, String login, byte[] wrapped) {
        return decrypted(master, bound(uid, login), wrapped);
    }

    /** The key fits to this pseudonym of this login: whoever can only write to the database makes nobody another. */
    private static String bound(UUID uid, String login) {
        return uid + " " + login;
    }

    String encrypted(PersonKey key, String text) {
        return Base64.getEncoder().encodeToString(encrypted(key, text.getBytes(StandardCharsets.UTF_8)));
    }

    byte[] encrypted(PersonKey key, byte[] plain) {
        return encrypted(key.key(), key.uid().toString(), plain);
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

    /** Keys that another process destroyed are used no longer than until this is called. */
    void lookAgain() {
        known.clear();
    }

    private byte[] encrypted(byte[] key, String owner, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, owner, plain);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    private static byte[] decrypted(byte[] key, String owner, byte[] data) {
        ByteBuffer buffer = ByteBuffer.wrap(data);
        byte[] nonce = new byte[NONCE];
        buffer.get(nonce);
        byte[] sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        return crypt(Cipher.DECRYPT_MODE, key, nonce, owner, sealed);
    }

    /** Whose it is is authenticated with it: a text cannot be laid to somebody else's charge. */
    private static byte[] crypt(int mode, byte[] key, byte[] nonce, String owner, byte[] data) {
        try {
            Cipher cipher = Cipher.getInstance(AES);
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A person's part of the record cannot be encrypted or read: either the record's key is not the one it was written with, or the table person_key was changed", e);
        }
    }
}
