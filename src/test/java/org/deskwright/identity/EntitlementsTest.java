package org.deskwright.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;

import org.deskwright.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What access a text speaks of. */
class EntitlementsTest {

    private final Entitlements entitlements = Config.ENTITLEMENTS;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Edit rights in the wiki, please|wiki-editors", "Confluence!|wiki-editors", "need WIKI-EDITORS|wiki-editors",
        "the ｗｉｋｉ|wiki-editors", "I need SAP reports|finance-reports", "the (payroll) system|payroll", "admin rights on servers|domain-admins", "administrator rights on the servers|domain-admins",
        "VPN|vpn-users", "Wiki and Confluence are the same to me|wiki-editors"})
    void namesAreFoundAsPeopleWriteThem(String text, String id) {
        assertThat(entitlements.mentionedIn(text)).extracting(Entitlement::id).containsExactly(id);
    }

    @Test
    void everyOneThatIsNamedIsFound() {
        assertThat(entitlements.mentionedIn("Wiki and VPN")).extracting(Entitlement::id).containsExactly("wiki-editors", "vpn-users");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Wikipedia is down", "my crmx", "reports", "Kiwi", "überwiki"})
    void partsOfOtherWordsAreNoNames(String text) {
        assertThat(entitlements.mentionedIn(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"access please|the wiki|wiki-editors", "wiki or figma|figma|design-tools", "wiki or figma||", "access please||", "wiki||wiki-editors",
        "wiki or figma|not the wiki|", "wiki or figma|no, nicht das wiki|", "wiki or figma|both: wiki and figma|", "wiki or figma|the usual|", "access please|payroll|payroll"})
    void ofAnswersTheLastThatNamesOneCounts(String text, String answer, String id) {
        assertThat(entitlements.meantBy(text, answer == null ? List.of() : List.of(answer)).map(Entitlement::id).orElse(null)).isEqualTo(id);
    }

    @Test
    void whatIsSaidAfterTheChoiceLeavesItAsItIs() {
        assertThat(entitlements.meantBy("wiki or figma", List.of("the wiki", "thanks a lot")).map(Entitlement::id)).contains("wiki-editors");
        assertThat(entitlements.meantBy("wiki or figma", List.of("the wiki", "figma, I mean")).map(Entitlement::id)).contains("design-tools");
    }

    @Test
    void whatIsOfferedOpensNothingSensitiveUnlessTheyNamedIt() {
        assertThat(entitlements.candidates("access")).extracting(Entitlement::id).containsExactly("wiki-editors", "crm-users", "vpn-users", "design-tools");
        assertThat(entitlements.candidates("payroll or wiki")).extracting(Entitlement::id).containsExactly("wiki-editors", "payroll");
    }

    @Test
    void theFileSaysWhatTheOrganisationHas() {
        assertThat(entitlements.items()).hasSize(7).extracting(Entitlement::id).doesNotHaveDuplicates();
        assertThat(entitlements.items()).allSatisfy(entitlement -> {
            assertThat(entitlement.names()).allMatch(name -> name.equals(name.toLowerCase()));
            assertThat(entitlement.owner()).matches("[a-z]+\\.[a-z]+");
            assertThat(entitlement.costs()).isNotNull();
            assertThat(entitlement.expires()).isPositive().isLessThanOrEqualTo(Duration.ofDays(365));
        });
        assertThat(entitlements.byId("payroll")).hasValueSatisfying(payroll -> {
            assertThat(payroll.sensitivity()).isEqualTo(Sensitivity.SENSITIVE);
            assertThat(payroll.regulated()).isTrue();
        });
        assertThat(entitlements.items()).filteredOn(Entitlement::regulated).hasSize(1);
        assertThat(entitlements.byId("nothing")).isEmpty();
    }

    @Test
    void aPatternInANameIsJustAName() {
        Entitlement odd = new Entitlement("odd", List.of("c++ (team)"), "odd", "grace.kim", Sensitivity.LOW, false, Duration.ofDays(1), null);
        assertThat(new Entitlements(List.of(odd)).mentionedIn("I want C++ (team)")).containsExactly(odd);
    }

    @Test
    void withoutAFileThereIsNoDesk() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Entitlements(null));
    }
}
