package org.deskwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.deskwright.Config;
import org.deskwright.identity.Standing.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which accounts are never touched without a person. */
class StandingTest {

    @ParameterizedTest
    @CsvSource({"staff, ORDINARY", "'', ORDINARY", "staff finance-reports, ORDINARY", "staff domain-admins, PRIVILEGED", "staff executives, VIP",
        "service-accounts, SERVICE", "staff service-desk, DESK", "staff service-desk service-desk-leads, DESK", "staff iam-specialists, DESK",
        "staff security risk-owners, DESK", "staff desk-admins, DESK", "staff process-analysts, DESK", "staff hr-team, DESK",
        "service-accounts domain-admins, SERVICE", "domain-admins executives security, PRIVILEGED", "security executives, DESK",
        "staff risk-owners, DESK", "Domain-Admins, PRIVILEGED", "staff Service-Accounts, SERVICE", "Risk-Owners, DESK", "executives risk-owners, DESK"})
    void theMostRestrictiveGroupDecides(String groups, Kind kind) {
        Set<String> names = groups.isEmpty() ? Set.of() : Set.of(groups.split(" "));
        assertThat(Config.STANDING.of(in(names), Config.TAXONOMY.staffGroups())).isEqualTo(kind);
    }

    /** Who adds a queue has added people of the desk, without a second list to think of. */
    @Test
    void whoIsAskedToDecideIsOfTheDesk() {
        assertThat(Config.STANDING.of(in(Set.of("staff", "facilities")), Set.of("service-desk"))).isEqualTo(Kind.ORDINARY);
        assertThat(Config.STANDING.of(in(Set.of("staff", "facilities")), Set.of("service-desk", "Facilities"))).isEqualTo(Kind.DESK);
    }

    private static Person in(Set<String> groups) {
        return new Person("x", "X", "x@example.org", null, null, null, groups, true);
    }
}
