package org.deskwright.identity;

/** Group memberships of the directory, as the desk may change them. Adding twice and removing twice are no errors. */
public interface AccessGroups {

    /** @throws NotShown if nobody can say, as the directory shows no such account or no such group */
    boolean isMember(String login, String group);

    /** @throws TargetRefused if the directory answered and said no */
    void add(VerifiedSubject subject, String group, Attempt attempt);

    /** @throws TargetRefused if the directory answered and said no */
    void remove(VerifiedSubject subject, String group, Attempt attempt);
}
