package org.deskwright.identity;

import java.util.Optional;

/** Group memberships of the directory, as the desk may change them. Adding twice and removing twice are no errors. */
public interface AccessGroups {

    default boolean isMember(String login, String group) {
        return membership(login, group).orElse(false);
    }

    /** @return empty if the directory shows no such account: whether it is a member there, nobody has seen then */
    Optional<Boolean> membership(String login, String group);

    /** @throws TargetRefused if the directory answered and said no */
    void add(VerifiedSubject subject, String group, Attempt attempt);

    /** @throws TargetRefused if the directory answered and said no */
    void remove(VerifiedSubject subject, String group, Attempt attempt);
}
