package org.deskwright.identity;

import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which accounts are never touched without a person: the groups whose members are privileged, VIPs, services, or
 * people of the desk itself. Upper and lower case are the same in the names of groups, as they are in a directory.
 *
 * @param desk who works for the desk besides those who are asked to decide
 */
@ConfigurationProperties("desk.standing")
public record Standing(Set<String> privileged, Set<String> vip, Set<String> service, Set<String> desk) {

    public Standing {
        if (privileged == null || vip == null || service == null || desk == null) {
            throw new IllegalArgumentException("desk.standing must list the groups that are privileged, vip, service and desk");
        }
    }

    /** What kind of account somebody has. */
    public enum Kind { ORDINARY, PRIVILEGED, VIP, SERVICE, DESK }

    /**
     * The most restrictive kind that the person's groups lead to.
     *
     * @param deciders groups that are asked to work or decide: their members are people of the desk whatever is configured,
     *                 but those of a VIP group stay VIPs where they are asked as the last ones
     */
    public Kind of(Person person, Set<String> deciders) {
        Set<String> groups = plain(person.groups());
        Set<String> vips = plain(vip);
        if (meet(groups, plain(service))) {
            return Kind.SERVICE;
        }
        if (meet(groups, plain(privileged))) {
            return Kind.PRIVILEGED;
        }
        Set<String> ofDesk = plain(deciders);
        ofDesk.removeAll(vips);
        ofDesk.addAll(plain(desk));
        if (meet(groups, ofDesk)) {
            return Kind.DESK;
        }
        return meet(groups, vips) ? Kind.VIP : Kind.ORDINARY;
    }

    /** All groups that the configuration names. */
    public Stream<String> named() {
        return Stream.of(privileged, vip, service, desk).flatMap(Set::stream);
    }

    private static boolean meet(Set<String> some, Set<String> others) {
        return !Collections.disjoint(some, others);
    }

    private static Set<String> plain(Set<String> names) {
        return names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(HashSet::new));
    }
}
