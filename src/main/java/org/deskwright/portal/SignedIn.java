package org.deskwright.portal;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.deskwright.ticket.Ticket;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/**
 * Who looks at a page.
 *
 * @param groups directory groups
 * @param staff  whether other people's requests are theirs to work on
 */
record SignedIn(String login, Set<String> groups, boolean staff) {

    private static final String ADMINS = "desk-admins";
    private static final String SECURITY = "security";
    private static final Set<String> COCKPIT = Set.of(ADMINS, "process-analysts", "service-desk-leads");
    private static final Set<String> RECORD = Set.of("auditors", "security");
    private static final Set<String> AUTOMATION = Set.of(SECURITY, ADMINS);

    static SignedIn of(Authentication who, boolean staff) {
        return new SignedIn(who.getName(), groups(who), staff);
    }

    static Set<String> groups(Authentication who) {
        return who.getAuthorities().stream().map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(DirectoryAuthentication.GROUP))
                .map(authority -> authority.substring(DirectoryAuthentication.GROUP.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** On their own request staff are requesters like everybody, and do not read the notes about it. */
    boolean worksOn(Ticket ticket) {
        return staff && !ticket.isOf(login);
    }

    public boolean usesTasklist() {
        return staff || groups.contains(ADMINS);
    }

    public boolean usesCockpit() {
        return groups.stream().anyMatch(COCKPIT::contains);
    }

    /** Stops and resumes what the desk does alone. */
    public boolean setsAutomation() {
        return setAutomation(groups);
    }

    static boolean setAutomation(Set<String> groups) {
        return groups.stream().anyMatch(AUTOMATION::contains);
    }

    public boolean readsRecord() {
        return groups.stream().anyMatch(RECORD::contains);
    }

    /** Has the record forget somebody. */
    public boolean forgets() {
        return groups.contains(SECURITY);
    }

    public boolean readsOutbox() {
        return groups.contains(ADMINS);
    }

    /** One or two letters for the round badge beside the login. */
    public String initials() {
        String[] names = login.split("[^\\p{L}\\p{N}]+");
        return (first(names[0]) + (names.length > 1 ? first(names[names.length - 1]) : "")).toUpperCase(Locale.ROOT);
    }

    private static String first(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
