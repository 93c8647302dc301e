package org.deskwright.portal;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** What stands around every page; templates know it as {@code @navigation}, those of error pages too. */
@Component("navigation")
class Navigation {

    private final Viewer viewer;
    private final boolean embedded;

    Navigation(Viewer viewer, Environment environment) {
        this.viewer = viewer;
        this.embedded = environment.acceptsProfiles(Profiles.of("embedded"));
    }

    SignedIn of(Authentication who) {
        return SignedIn.of(who, viewer.isStaff(who));
    }

    /** Who is signed in, or {@code null}. */
    public SignedIn current() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken ? null : of(who);
    }

    /** Whether this is the embedded default with its demo people. */
    public boolean isEmbedded() {
        return embedded;
    }
}
