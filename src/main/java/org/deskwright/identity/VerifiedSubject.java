package org.deskwright.identity;

import java.util.Set;

/**
 * The directory person an action is aimed at. Only {@link Identification} makes one, from recorded evidence or for a
 * reviewer's approval: no text, and no string, can name a target.
 */
public final class VerifiedSubject {

    private final Person person;
    private final Set<Evidence> evidences;

    VerifiedSubject(Person person, Set<Evidence> evidences) {
        this.person = person;
        this.evidences = Set.copyOf(evidences);
    }

    public String login() {
        return person.login();
    }

    public Person person() {
        return person;
    }

    public Set<Evidence> evidences() {
        return evidences;
    }

    /** Whether the sender was authenticated: signed in, or mail stamped by our own server. */
    public boolean isSenderAuthenticated() {
        return evidences.stream().anyMatch(Evidence::isOfSender);
    }

    /** Two independent evidences, the sender's and one over a second channel: what a reset needs to go alone. */
    public boolean isVerifiedTwice() {
        return isSenderAuthenticated() && evidences.stream().anyMatch(evidence -> !evidence.isOfSender());
    }

    @Override
    public String toString() {
        return person.login() + evidences;
    }
}
