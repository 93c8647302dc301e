package org.deskwright.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.deskwright.ticket.TicketStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** What the desk asked stands on the ticket's page, with what can be chosen, and beside the reviewer's form with the answer. */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
class MissingPartPageTest {

    private static final String QUESTION = "Which application or group is this about?";

    @Autowired
    private Desk desk;
    @Autowired
    private ScriptedClassifier classifier;
    @Value("${desk.base-url}")
    private String base;
    private Visitor chloe;
    private String number;

    @BeforeEach
    void aRequestThatDoesNotSayIt() {
        classifier.believe("access-request", 0.99);
        chloe = Visitor.signedIn(base, "chloe.martin");
        number = desk.file("chloe.martin", "Access", "I need access to the thing until 3 March 2031, please.");
    }

    @Test
    void theRequesterChoosesAndTheReviewerReadsWhatWasAskedAndAnswered() {
        String page = chloe.get("/tickets/" + number).body();
        assertThat(page).contains("We need to know one thing more.", QUESTION, "What we asked", "No answer yet.", "value=\"vpn\"", "id=\"missing\"")
                .doesNotContain("value=\"payroll\"");
        assertThat(Visitor.signedIn(base, "hana.sato").get("/tickets/" + number).body())
                .contains("Waiting for the requester to say what is missing.").doesNotContain("id=\"missing\"");

        chloe.submit("/tickets/" + number, "/tickets/" + number + "/replies", "text=finance+reports");
        desk.runJobs();
        assertThat(desk.ticket(number).status()).isEqualTo(TicketStatus.IN_REVIEW);
        assertThat(chloe.get("/tickets/" + number).body()).contains("What we asked", "finance reports").doesNotContain("id=\"missing\"");
        assertThat(Visitor.signedIn(base, "kwame.mensah").get("/staff/tickets/%s/brief".formatted(number)).body())
                .contains("What the desk asked, and the answer", QUESTION, "finance reports", "What it asks for", "Application", "2031-03-03");
    }

    /** A question that a person asks has no choices, and its answer is for that person. */
    @Test
    void whatAPersonAsksIsAnotherQuestion() {
        desk.reply(number, "chloe.martin", "A person, please: I want to talk to a person.");
        desk.decide(number, "judit.nagy", "ask", Map.of("text", "Which thing?"));
        assertThat(chloe.get("/tickets/" + number).body()).contains("We have a question for you.", "id=\"answer\"").doesNotContain("id=\"missing\"");
    }
}
