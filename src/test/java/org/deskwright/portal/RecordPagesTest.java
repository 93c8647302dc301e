package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;

import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The pages of the record, as an auditor and as others meet them. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class RecordPagesTest {

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Value("${desk.base-url}")
    private String base;
    private Visitor lena;
    private String number;

    @BeforeEach
    void file() {
        lena = Visitor.signedIn(base, "lena.fischer");
        classifier.believe("access-request", 0.97);
        number = desk.file("ben.okafor", "Reports", "Please give me access to the finance reports");
    }

    @Test
    void anAuditorFindsEntriesAndReadsTheStory() {
        String found = page("/record?person=ben.okafor&ticket=" + number, 200);
        assertThat(found).contains("Action planned", "Planned: add to group for ben.okafor.", "/record/tickets/" + number + "#e").doesNotContain("Triage started");
        assertThat(page("/record?quiet=true&ticket=" + number.toLowerCase(Locale.ROOT), 200)).contains("Triage started");
        String story = page("/record/tickets/" + number, 200);
        assertThat(story).contains(number + " in the record", "Requester identified", "acts alone from 85 %", "What it rests on", "Exact entry", "In passing",
                "&quot;activity_name&quot; : &quot;PLAN&quot;");
    }

    @Test
    void whatIsNotThereOrMakesNoSenseIsSaid() {
        assertThat(page("/record?person=nobody.here", 200)).contains("Nothing in the record matches").contains("value=\"nobody.here\"");
        assertThat(page("/record?page=9999", 200)).contains("The list ends before this page").doesNotContain("is empty");
        assertThat(page("/record?from=yesterday", 200)).contains("is no date").doesNotContain("Nothing in the record matches");
        assertThat(page("/record/tickets/DW-999999", 404)).contains("There is nothing at this address");
        assertThat(page("/record/entries/00000000-0000-0000-0000-000000000000/proof", 404)).contains("There is nothing at this address");
    }

    @Test
    void theRecordIsNotForEverybody() {
        assertThat(page(Visitor.signedIn(base, "ben.okafor"), "/record", 403)).contains("auditors and security").doesNotContain("href=\"/record\"");
        assertThat(page(Visitor.signedIn(base, "ben.okafor"), "/record/tickets/" + number, 403)).contains("for those who work on it");
        Visitor hana = Visitor.signedIn(base, "hana.sato");
        assertThat(page(hana, "/record", 403)).contains("auditors and security");
        assertThat(page(hana, "/tickets/" + number, 200)).contains("/record/tickets/" + number);
        assertThat(page(hana, "/record/tickets/" + number, 200)).contains("Requester identified").doesNotContain("/proof\"");
        assertThat(page("/", 200)).contains("href=\"/record\"");
    }

    private String page(String path, int status) {
        return page(lena, path, status);
    }

    private static String page(Visitor visitor, String path, int status) {
        HttpResponse<String> answer = visitor.get(path, Map.of("Accept", "text/html"));
        assertThat(answer.statusCode()).isEqualTo(status);
        return answer.body();
    }
}
