package org.deskwright.audit;

import org.springframework.context.ApplicationContext;

/** Locks as versions did that did not say what it is. */
public final class EarlierVault {

    private EarlierVault() {
    }

    public static Vault.Locked lock(ApplicationContext desk, String whose, byte[] content) {
        return locked(desk, Vault.owner(whose), content);
    }

    /** As an entry of the record has what is said of a person. */
    public static Vault.Locked inTheRecord(ApplicationContext desk, String login, byte[] content) {
        return locked(desk, login, content);
    }

    private static Vault.Locked locked(ApplicationContext desk, String name, byte[] content) {
        PersonKeys.PersonKey key = desk.getBean(PersonKeys.class).found(name);
        return new Vault.Locked(key.uid(), Encryption.encrypted(key.key(), key.uid().toString(), content));
    }
}
