package org.deskwright.identity;

/**
 * The directory shows no such account: it was deleted, or is away for a while and comes back with all its groups. Whether it is
 * a member of any, nobody can say.
 */
public final class AccountNotShown extends RuntimeException {

    public AccountNotShown(String login) {
        super("The directory does not show the account " + login);
    }
}
