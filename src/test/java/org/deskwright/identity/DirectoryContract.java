package org.deskwright.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the desk expects of every directory, asked of one that holds the people of DEMO.md. */
public abstract class DirectoryContract {

    protected abstract Directory directory();

    /** Puts {@code inner} into {@code outer}; both are made if they are not there. */
    protected abstract void nest(String inner, String outer);

    protected abstract void lock(String login);

    @Test
    void aPersonIsKnownWithEverythingTheDeskDecidesOn() {
        assertThat(directory().byLogin("ada.lindqvist")).hasValueSatisfying(ada -> {
            assertThat(ada.login()).isEqualTo("ada.lindqvist");
            assertThat(ada.name()).isEqualTo("Ada Lindqvist");
            assertThat(ada.mail()).isEqualTo("ada.lindqvist@example.org");
            assertThat(ada.title()).isEqualTo("Accountant");
            assertThat(ada.department()).isEqualTo("Finance");
            assertThat(ada.manager()).isEqualTo("grace.kim");
            assertThat(ada.groups()).containsExactlyInAnyOrder("staff", "finance-reports");
            assertThat(ada.enabled()).isTrue();
        });
    }

    @Test
    void somebodyWhoLeftIsKnownAsDisabled() {
        assertThat(directory().byLogin("oscar.lund")).hasValueSatisfying(oscar -> {
            assertThat(oscar.enabled()).isFalse();
            assertThat(oscar.manager()).isNull();
            assertThat(oscar.groups()).isEmpty();
        });
    }

    @Test
    void loginsAndAddressesIgnoreCase() {
        assertThat(directory().byLogin("ADA.Lindqvist")).map(Person::login).contains("ada.lindqvist");
        assertThat(directory().byMail("Ada.Lindqvist@EXAMPLE.org")).map(Person::login).contains("ada.lindqvist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "nobody", "ada.lindqvist)(uid=*", "ada*", "\\2a", "ada.lindqvist\0"})
    void anythingElseIsNobody(String unknown) {
        assertThat(directory().byLogin(unknown)).isEmpty();
        assertThat(directory().byMail(unknown)).isEmpty();
        assertThat(directory().authenticate(unknown, "demo")).isEmpty();
    }

    @Test
    void theRightPasswordSignsIn() {
        assertThat(directory().authenticate("ada.lindqvist", "demo")).map(Person::name).contains("Ada Lindqvist");
        assertThat(directory().authenticate("ada.lindqvist", "Demo")).isEmpty();
    }

    @Test
    void manySignInAtOnce() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> signIns = Collections.nCopies(400, () -> directory().authenticate("ada.lindqvist", "demo").isPresent());
            for (Future<Boolean> signedIn : people.invokeAll(signIns)) {
                assertThat(signedIn.get()).isTrue();
            }
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void anEmptyPasswordNeverSignsIn() {
        assertThat(directory().authenticate("ada.lindqvist", "")).isEmpty();
        assertThat(directory().authenticate("ada.lindqvist", null)).isEmpty();
    }

    @Test
    void disabledAndLockedAccountsDoNotSignIn() {
        assertThat(directory().authenticate("oscar.lund", "demo")).isEmpty();
        lock("ben.okafor");
        assertThat(directory().authenticate("ben.okafor", "demo")).isEmpty();
        assertThat(directory().byLogin("ben.okafor")).map(Person::enabled).contains(true);
    }

    @Test
    void peopleAreFoundInOrderAndNoMoreThanAskedFor() {
        assertThat(directory().find("", 100)).hasSize(17).extracting(Person::login).isSorted();
        assertThat(directory().find("", 3)).extracting(Person::login)
                .containsExactly("ada.lindqvist", "ben.okafor", "chloe.martin");
        assertThat(directory().find("MART", 10)).extracting(Person::login).containsExactly("chloe.martin");
        assertThat(directory().find("*", 10)).isEmpty();
        assertThat(directory().find(")(uid=*", 10)).isEmpty();
    }

    @Test
    void groupsHaveMembers() {
        assertThat(directory().groups()).isSorted().contains("staff", "payroll", "wiki-editors").hasSize(21);
        assertThat(directory().membersOf("service-desk")).extracting(Person::login)
                .containsExactly("hana.sato", "ivan.petrov");
        assertThat(directory().membersOf("wiki-editors")).isEmpty();
        assertThat(directory().membersOf("no-such-group")).isEmpty();
        assertThat(directory().membersOf("*")).isEmpty();
    }

    @Test
    void whichGroupsAreNotShownIsAskedAtOnce() {
        assertThat(directory().missing(Set.of("staff", "Payroll", "no-such-group", "*", "wiki-editors)(cn=*"))).containsExactlyInAnyOrder("no-such-group", "*", "wiki-editors)(cn=*");
        assertThat(directory().missing(Set.of("STAFF", "wiki-editors"))).isEmpty();
        assertThat(directory().missing(Set.of())).isEmpty();
    }

    @Test
    void membershipReachesThroughGroupsEvenInCircles() {
        nest("service-desk-leads", "inner");
        nest("inner", "outer");
        nest("outer", "inner");
        assertThat(directory().byLogin("ivan.petrov").orElseThrow().groups())
                .containsExactlyInAnyOrder("staff", "service-desk", "service-desk-leads", "inner", "outer");
        assertThat(directory().membersOf("outer")).extracting(Person::login).containsExactly("ivan.petrov");
        assertThat(directory().groupsAbove("service-desk-leads")).hasValueSatisfying(above -> assertThat(above).containsExactlyInAnyOrder("inner", "outer"));
        assertThat(directory().groupsAbove("inner")).hasValueSatisfying(above -> assertThat(above).containsExactly("outer"));
    }

    @Test
    void aGroupInNoOtherLeadsNowhereAndOneThatDoesNotExistIsUnknown() {
        assertThat(directory().groupsAbove("wiki-editors")).hasValueSatisfying(above -> assertThat(above).isEmpty());
        assertThat(directory().groupsAbove("no-such-group")).isEmpty();
        assertThat(directory().groupsAbove("*")).isEmpty();
        assertThat(directory().groupsAbove("wiki-editors)(cn=*")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            please reset Ada Lindqvist, she is locked out      | ada.lindqvist
            ADA LINDQVIST cannot sign in                       | ada.lindqvist
            it is for ben okafor                               | ben.okafor
            Okafor, Ben needs it                               | ben.okafor
            Chloé Martin asked me                              | chloe.martin
            CHLOÉ MARTIN asked me                              | chloe.martin
            Chloe Martin asked me                              | chloe.martin
            mateo garcía                                       | mateo.garcia
            the account is dmitri.volkov.                      | dmitri.volkov
            (Dmitri.Volkov)                                    | dmitri.volkov
            restart svc-backup, please                         | svc-backup
            mail eva.rossi@example.org.                        | eva.rossi
            <mailto:eva.rossi@example.org>                     | eva.rossi
            """)
    void aTextNamesPeople(String text, String login) {
        assertThat(directory().namedIn(text).people()).extracting(Person::login).containsExactly(login);
    }

    @Test
    void aTextMayNameSeveralOrTearNamesApart() {
        assertThat(directory().namedIn("Grace\u00a0Kim and Ha\u200bna\nSato; Chloe\u0301 Martin").people())
                .extracting(Person::login).containsExactly("chloe.martin", "grace.kim", "hana.sato");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "My password does not work.", "* *", "(uid=*)(cn=* *)", "Ada went home. Ben stayed.",
        "a*b.c*d *@example.org \\2a \0"})
    void aTextMayNameNobody(String text) {
        assertThat(directory().namedIn(text)).isEqualTo(new Named(List.of(), true));
    }

    @Test
    void noTextMakesTheDirectoryWorkLong() {
        String manyNames = "Xaver Yves Zoran ".repeat(100_000);
        assertThat(directory().namedIn(manyNames)).isEqualTo(new Named(List.of(), false));
        assertThat(directory().namedIn("a.b ".repeat(10_000) + "Ada Lindqvist")).as("what was not read may name her").isEqualTo(new Named(List.of(), false));
        assertThat(directory().namedIn("and so on ".repeat(1_500) + "Ada Lindqvist").people()).hasSize(1);
    }
}
