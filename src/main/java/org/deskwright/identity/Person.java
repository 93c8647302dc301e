package org.deskwright.identity;

import java.util.Set;

/**
 * A person (or service account) as the directory knows it now.
 *
 * @param login   unique, lower case; the name people sign in with
 * @param manager login of the manager, or {@code null}
 * @param groups  names of the directory groups, nested memberships included
 * @param enabled {@code false} for people who left and for disabled accounts
 */
public record Person(String login, String name, String mail, String title, String department, String manager,
                     Set<String> groups, boolean enabled) {

    public Person {
        groups = Set.copyOf(groups);
    }

    public boolean isIn(String group) {
        return groups.contains(group);
    }
}
