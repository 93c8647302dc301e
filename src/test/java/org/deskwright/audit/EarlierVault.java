package org.deskwright.audit;

import org.springframework.context.ApplicationContext;

/** Locks as versions did that did not say what it is. */
public final class EarlierVault {

    private EarlierVault() {
    }

    public static Vault.Locked lock(ApplicationContext desk, String owner, byte[] content) {
        PersonKeys.PersonKey key = desk.getBean(PersonKeys.class).found(owner);
        return new Vault.Locked(key.uid(), Encryption.encrypted(key.key(), key.uid().toString(), content));
    }
}
