package org.deskwright.audit;

import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks away what is not in the record but shall be forgotten as people are in it: every owner has a key of their own, and
 * once that is destroyed nobody opens what was locked with it.
 */
@Component
public class Vault {

    private final PersonKeys keys;
    private final JdbcClient jdbc;

    Vault(PersonKeys keys, JdbcClient jdbc) {
        this.keys = keys;
        this.jdbc = jdbc;
    }

    /** @param key says which one opens it, and nothing else */
    public record Locked(UUID key, byte[] content) {
    }

    /**
     * @param owner a name that no login has
     * @param as    what it is: it opens as nothing else
     */
    public Locked lock(String owner, String as, byte[] content) {
        PersonKeys.PersonKey key = keys.found(owner);
        return new Locked(key.uid(), keys.encrypted(key, as, content));
    }

    /**
     * @return empty if its key was destroyed
     * @throws IllegalStateException if it was changed, or locked as something else
     */
    public Optional<byte[]> open(String as, Locked locked) {
        return keys.decrypted(locked.key(), as, locked.content());
    }

    /**
     * For what earlier versions locked as nothing in particular: locks it as what it is.
     *
     * @return empty if its key was destroyed
     * @throws IllegalStateException if it was changed, or locked otherwise
     */
    public Optional<Locked> bind(String as, Locked locked) {
        return keys.bound(locked.key(), as, locked.content()).map(content -> new Locked(locked.key(), content));
    }

    /** In the transaction that is under way. What is locked for the same owner later gets another key. */
    public void destroyKey(String owner) {
        keys.existing(owner).ifPresent(key -> keys.destroy(jdbc, key));
    }
}
