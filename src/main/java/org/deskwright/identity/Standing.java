package org.deskwright.identity;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which accounts are never touched without a person: the groups whose members are privileged, VIPs, services, or
 * people of the desk itself.
 */
@ConfigurationProperties("desk.standing")
public record Standing(Set<String> privileged, Set<String> vip, Set<String> service, Set<String> desk) {

    /** What kind of account somebody has. */
    public enum Kind { ORDINARY, PRIVILEGED, VIP, SERVICE, DESK }

    /** The most restrictive kind that the person's groups lead to. */
    public Kind of(Person person) {
        if (person.groups().stream().anyMatch(service::contains)) {
            return Kind.SERVICE;
        }
        if (person.groups().stream().anyMatch(privileged::contains)) {
            return Kind.PRIVILEGED;
        }
        if (person.groups().stream().anyMatch(desk::contains)) {
            return Kind.DESK;
        }
        return person.groups().stream().anyMatch(vip::contains) ? Kind.VIP : Kind.ORDINARY;
    }
}
