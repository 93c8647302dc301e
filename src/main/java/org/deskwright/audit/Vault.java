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

    /** Nobody signs in, and no mail comes, under such a name. */
    private static final String OWNER = "words of ";

    private final PersonKeys keys;
    private final JdbcClient jdbc;

    Vault(PersonKeys keys, JdbcClient jdbc) {
        this.keys = keys;
        this.jdbc = jdbc;
    }

    /** @param key says which one opens it, and nothing else */
    public record Locked(UUID key, byte[] content) {
    }

    static String owner(String whose) {
        return OWNER + whose;
    }

    /** Whether the key of this name is one of these and no person's; an address may begin like that. */
    static boolean isOwner(String name) {
        return name.startsWith(OWNER) && name.indexOf('@') < 0;
    }

    /**
     * @param whose the number of the ticket that it is kept for
     * @param as    what it is: it opens as nothing else
     */
    public Locked lock(String whose, String as, byte[] content) {
        PersonKeys.PersonKey key = keys.found(owner(whose));
        return new Locked(key.uid(), keys.encrypted(key, as, content));
    }

    /**
     * @return empty if its key was destroyed
     * @throws IllegalStateException if it was changed, or locked as something else, or for somebody else
     */
    public Optional<byte[]> open(String whose, String as, Locked locked) {
        return keys.decrypted(locked.key(), owner(whose), as, locked.content());
    }

    /**
     * For what earlier versions locked as nothing in particular: locks it as what it is. So is what the record holds of people, which
     * has other keys.
     *
     * @return empty if its key was destroyed
     * @throws IllegalStateException if it was changed, or locked otherwise, or for somebody else
     */
    public Optional<Locked> bind(String whose, String as, Locked locked) {
        return keys.bound(locked.key(), owner(whose), as, locked.content()).map(content -> new Locked(locked.key(), content));
    }

    /** In the transaction that is under way. What is locked for the same ticket later gets another key. */
    public void destroyKey(String whose) {
        keys.existing(owner(whose)).ifPresent(key -> keys.destroy(jdbc, key));
    }
}
