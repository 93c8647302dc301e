package org.deskwright.identity;

/**
 * The directory shows no such account, or no such group: it was deleted, or is away for a while and comes back with all its
 * memberships. Who is a member, nobody can say.
 */
public final class NotShown extends RuntimeException {

    private NotShown(String what) {
        super("The directory does not show the " + what);
    }

    public static NotShown account(String login) {
        return new NotShown("account " + login);
    }

    public static NotShown group(String name) {
        return new NotShown("group " + name);
    }
}
