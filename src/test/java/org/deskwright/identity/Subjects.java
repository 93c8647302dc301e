package org.deskwright.identity;

import java.util.Set;
import java.util.UUID;

/** Verified subjects for tests of connectors, which cannot make one themselves. */
public final class Subjects {

    private Subjects() {
    }

    /** An attempt whose time is never over. */
    public static Attempt attempt(UUID actionId) {
        return new Attempt() {
            @Override
            public UUID actionId() {
                return actionId;
            }

            @Override
            public void begin() {
            }

            @Override
            public void beginWith() {
            }
        };
    }

    public static VerifiedSubject verified(Person person) {
        return new VerifiedSubject(person, Set.of(Evidence.SIGNED_IN_SESSION, Evidence.ONE_TIME_CODE));
    }

    public static VerifiedSubject verified(String login) {
        return verified(new Person(login, login, login + "@example.org", null, null, null, Set.of(), true));
    }
}
