package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Everybody of the demo organisation at every kind of ticket: who reads it, and that no door tells more than another. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class ReadRightsTest {

    private static final Set<String> EVERYTHING = Set.of("hana.sato", "ivan.petrov", "kwame.mensah", "noor.ali");
    private static final Set<String> PEOPLE = Set.of("ada.lindqvist", "ben.okafor", "chloe.martin", "dmitri.volkov", "eva.rossi", "farid.haddad",
            "grace.kim", "hana.sato", "ivan.petrov", "judit.nagy", "kwame.mensah", "lena.fischer", "mateo.garcia", "noor.ali", "pia.weber");

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Value("${desk.base-url}")
    private String base;

    /** Besides those who read everything. */
    @ParameterizedTest
    @CsvSource({
        "ada.lindqvist, software,             Excel is slow,                    service-desk,   ada.lindqvist",
        "ada.lindqvist, employee-data-change, Please change my surname to Berg., hr-team,        ada.lindqvist chloe.martin",
        "chloe.martin,  software,             Excel is slow,                    service-desk,   chloe.martin",
        "ada.lindqvist, security-incident,    This mail looks strange,          security,       ada.lindqvist",
        "farid.haddad,  access-request,       I need the finance reports,       security,       farid.haddad judit.nagy",
        "kwame.mensah,  access-request,       I need the finance reports,       executives,     judit.nagy eva.rossi"})
    void aTicketIsReadByItsRequesterAndWhoeverHasToDealWithIt(String requester, String category, String text, String asked, String others) {
        classifier.believe(category, 0.99);
        String number = desk.file(requester, category, text);
        assertThat(desk.candidateGroups(desk.task(number))).containsExactly(asked);
        Set<String> readers = new HashSet<>(EVERYTHING);
        readers.addAll(List.of(others.split(" ")));
        PEOPLE.forEach(login -> reads(login, number, readers.contains(login), login.equals(requester)));
    }

    /** What somebody decided stays before them. */
    @Test
    void whoeverWasAskedReadsOnWhenOthersHaveIt() {
        classifier.believe("employee-data-change", 0.99);
        String number = desk.file("ada.lindqvist", "Married", "Please change my surname to Hartmann.");
        desk.decide(number, "chloe.martin", "transfer", Map.of("newQueue", "service-desk"));
        reads("chloe.martin", number, true, false);
        reads("judit.nagy", number, false, false);
    }

    @Test
    void whatIsNoTicketYetIsForThoseWhoReadEverything() {
        PEOPLE.forEach(login -> {
            Visitor visitor = Visitor.machine(base, login);
            assertThat(visitor.get("/staff/set-aside").statusCode()).as(login).isEqualTo(EVERYTHING.contains(login) ? 200 : 403);
            if (Set.of("chloe.martin", "eva.rossi", "judit.nagy").contains(login)) {
                assertThat(visitor.get("/staff").body()).doesNotContain("/staff/set-aside");
            }
        });
    }

    private void reads(String login, String number, boolean may, boolean own) {
        Visitor visitor = Visitor.machine(base, login);
        int status = may ? 200 : 403;
        Stream.of("/api/v1/tickets/", "/tickets/").forEach(door ->
                assertThat(visitor.get(door + number).statusCode()).as("%s at %s%s", login, door, number).isEqualTo(status));
        assertThat(visitor.get("/api/v1/tickets?size=200").body().contains("\"" + number + "\"")).as("%s lists %s", login, number).isEqualTo(may);
        assertThat(visitor.get("/staff/tickets/%s/brief".formatted(number)).statusCode()).as("%s briefed on %s", login, number)
                .isEqualTo(own ? 403 : status);
        boolean staff = visitor.get("/staff").statusCode() == 200;
        assertThat(findsAmongAll(visitor, number)).as("%s finds %s among all", login, number).isEqualTo(may && staff);
        if (!may) {
            assertThat(visitor.post("/api/v1/tickets/%s/replies".formatted(number), "{\"text\":\"hi\"}").statusCode()).isEqualTo(403);
        }
    }

    private static boolean findsAmongAll(Visitor visitor, String number) {
        return IntStream.iterate(0, page -> page + 1).mapToObj(page -> visitor.get("/staff?page=" + page).body())
                .takeWhile(page -> page.contains("class=\"what\"")).anyMatch(page -> page.contains("/tickets/" + number + "\""));
    }
}
