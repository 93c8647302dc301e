package org.deskwright.identity;

import java.util.Set;

/** Verified subjects for tests of connectors, which cannot make one themselves. */
public final class Subjects {

    private Subjects() {
    }

    public static VerifiedSubject verified(Person person) {
        return new VerifiedSubject(person, Set.of(Evidence.SIGNED_IN_SESSION, Evidence.ONE_TIME_CODE));
    }

    public static VerifiedSubject verified(String login) {
        return verified(new Person(login, login, login + "@example.org", null, null, null, Set.of(), true));
    }
}
