package org.deskwright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.SearchScope;
import jakarta.mail.Message;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What a new user sees: the packaged desk, real mail, real directory, a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskJourney {

    private static final Set<String> DEFINED = Set.of("in-review", "awaiting-requester", "resolved", "escalated", "closed", "in-progress");

    private RunningDesk desk;
    private String firstOutput;
    private Mail mail;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        desk = new RunningDesk(folder).start();
        firstOutput = desk.output();
        mail = new Mail(desk);
    }

    @AfterAll
    void stop() throws Exception {
        desk.close();
    }

    @Test
    void theStartSaysWhereToGoAndNothingAlarming() throws Exception {
        assertThat(firstOutput).contains("Portal", "Tasklist", "Cockpit", "ada.lindqvist")
                .doesNotContain(" WARN ", " ERROR ", "Exception", "commons-logging");
    }

    @Test
    void aForgottenPasswordIsSolvedFromMailboxToClosed() throws Exception {
        mail.send("ada.lindqvist", "ada.lindqvist@example.org", "Forgot my password",
                "Hi,\nI forgot my password and cannot log in any more. Can you reset it please?\nThanks, Ada", null);
        String number = desk.awaitTicket("ada.lindqvist", "Forgot my password");
        desk.awaitStatus(number, "awaiting-requester");

        Message asked = mail.await("ada.lindqvist", "demo", "8-digit code");
        assertThat(asked.getContent().toString()).contains("written automatically").contains("reach a person");
        mail.send("ada.lindqvist", "ada.lindqvist@example.org", "Re: code", "Here you are: " + codeOf("ada.lindqvist"), asked);

        Message recovery = mail.await("ada.lindqvist@home.example", "demo", "Choose a new password");
        Matcher link = Pattern.compile("http://\\S+/choose-password\\?token=\\S+").matcher(recovery.getContent().toString());
        assertThat(link.find()).isTrue();
        try (Browser browser = new Browser()) {
            browser.open(link.group());
            browser.picture("choose-password");
            browser.all(By.cssSelector("input[type=password]")).forEach(input -> input.sendKeys("correct horse 7 battery"));
            browser.click(By.cssSelector("button[type=submit]"));
            desk.awaitStatus(number, "resolved");

            assertThat(binds("ada.lindqvist", "correct horse 7 battery")).isTrue();
            assertThat(binds("ada.lindqvist", "demo")).isFalse();

            browser.open(desk.url("/tickets/" + number));
            browser.signIn("ada.lindqvist", "correct horse 7 battery");
            browser.seeText("Forgot my password");
            browser.picture("ticket-resolved");
            browser.click(By.xpath("//button[contains(., 'Yes')]"));
            desk.awaitStatus(number, "closed");
            browser.open(desk.url("/tickets/" + number));
            browser.seeText("losed");
            browser.picture("ticket-closed");
        }
        JsonNode ticket = desk.ticket(number);
        assertThat(ticket.get("closureCode").asText()).isEqualTo("automatic");
        assertThat(ticket.get("actions").get(0).get("state").asText()).isEqualTo("confirmed");
    }

    @Test
    void theSameMailWithoutSignInGoesToAPerson() throws Exception {
        mail.send(null, "chloe.martin@example.org", "Forgot my password (outside)",
                "Hi,\nI forgot my password and cannot log in any more. Can you reset it please?\nThanks, Chloé", null);
        String number = desk.awaitTicket("chloe.martin", "Forgot my password (outside)");
        desk.awaitStatus(number, "in-review");
        JsonNode ticket = desk.ticket(number);
        assertThat(ticket.get("reasons").toString()).contains("sender-not-authenticated");
        assertThat(ticket.get("actions").get(0).get("state").asText()).isEqualTo("planned");
        assertThat(mail.count("chloe.martin@home.example", "demo", "password")).isZero();
    }

    @Test
    void theWikiIsGrantedAndFinanceReportsWaitForAPerson() throws Exception {
        String wiki = file("ben.okafor", "Wiki access", "Hello, please give me edit rights in the wiki, I need to update the sales pages. Ben");
        desk.awaitStatus(wiki, "resolved");
        assertThat(isMember("ben.okafor", "wiki-editors")).isTrue();
        String reports = file("ben.okafor", "Access to finance reports", "Hi, I need access to the finance reports for the quarter end. Ben");
        desk.awaitStatus(reports, "in-review");
        assertThat(isMember("ben.okafor", "finance-reports")).isFalse();

        try (Browser browser = new Browser()) {
            browser.open(desk.url("/camunda/app/tasklist/default/"));
            browser.signIn("kwame.mensah", "demo");
            browser.click(By.xpath("//*[contains(@class,'tasks-list')]//*[contains(text(),'%s')]".formatted(reports)));
            browser.seeTextInFrame(By.cssSelector("iframe.desk-brief"), "quarter end");
            browser.click(By.xpath("//button[contains(., 'Claim')]"));
            browser.click(By.xpath("//label[contains(., 'Approve')]"));
            browser.picture("tasklist-review");
            browser.click(By.xpath("//button[contains(., 'Complete')]"));
        }
        desk.awaitStatus(reports, "resolved");
        assertThat(isMember("ben.okafor", "finance-reports")).isTrue();
    }

    @Test
    void anUnclearMailWaitsForHanaWithAFormThatWorks() throws Exception {
        mail.send("farid.haddad", "farid.haddad@example.org", "Question", "it somehow does not work as before, can someone have a look", null);
        String number = desk.awaitTicket("farid.haddad", "Question");
        desk.awaitStatus(number, "in-review");
        try (Browser browser = new Browser()) {
            browser.open(desk.url("/camunda/app/tasklist/default/"));
            browser.signIn("hana.sato", "demo");
            browser.click(By.xpath("//*[contains(@class,'tasks-list')]//*[contains(text(),'%s')]".formatted(number)));
            browser.seeTextInFrame(By.cssSelector("iframe.desk-brief"), "somehow does not work");
            browser.click(By.xpath("//button[contains(., 'Claim')]"));
            browser.click(By.xpath("//label[contains(., 'Decline')]"));
            browser.type(By.cssSelector(".fjs-form textarea"), "Please tell us what does not work.");
            browser.picture("tasklist-unclear");
            browser.see(By.xpath("//*[contains(@class,'sorting-choice')]//*[contains(@class,'sort-by') and contains(translate(., 'DUE', 'due'), 'due')]"));
            browser.see(By.xpath("//*[contains(@class,'tasks-list')]//*[contains(@class,'variable-label') and contains(., 'Category')]"));
            for (String notForStaff : List.of(".create-task-action", ".start-process-action", ".task-filter .actions", ".instance-link")) {
                browser.gone(By.cssSelector(notForStaff));
            }
            browser.click(By.xpath("//button[contains(., 'Complete')]"));
            desk.awaitStatus(number, "closed");
        }
        assertThat(desk.ticket(number).get("closureCode").asText()).isEqualTo("declined");
        assertThat(mail.await("farid.haddad", "demo", "we cannot do it").getContent().toString()).contains("Please tell us");
    }

    /**
     * A browser keeps to itself what stands behind the #; a wrong password does not lose it either. Tasklist now and then
     * shows the key of a label, {@code CREATION_DATE}, where its translations arrive after the label was drawn.
     */
    @Test
    void aLinkIntoTheWebApplicationsOutlivesSigningIn() throws Exception {
        String sorting = "#/?sorting=%5B%7B%22sortBy%22:%22created%22,%22sortOrder%22:%22asc%22%7D%5D";
        try (Browser browser = new Browser()) {
            browser.open(desk.url("/camunda/app/cockpit/default/#/decisions"));
            browser.click(By.linkText("noor.ali"));
            browser.type(By.name("password"), "wrong");
            browser.click(By.cssSelector("button[type=submit]"));
            browser.seeText("Login or password is not right");
            browser.signIn("noor.ali", "demo");
            browser.seeAddress("/camunda/app/cockpit/default/?continue#/decisions");
            browser.seeText("May the desk act alone?");
        }
        try (Browser browser = new Browser()) {
            browser.open(desk.url("/camunda/app/tasklist/default/" + sorting));
            browser.signIn("hana.sato", "demo");
            browser.see(By.xpath("//*[contains(@class,'sorting-choice')]//*[contains(@class,'sort-by') and contains(translate(., 'CREAT', 'creat'), 'creat')]"));
        }
    }

    @Test
    void nothingIsLostWhenTheDeskIsKilled() throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            numbers.add(file("farid.haddad", "Wiki access %d".formatted(i), "Hello, please give me edit rights in the wiki. Farid"));
            mail.send("dmitri.volkov", "dmitri.volkov@example.org", "Printer %d".formatted(i), "The printer on the second floor shows a paper jam", null);
        }
        desk.kill();
        desk.start();
        for (int i = 0; i < 12; i++) {
            numbers.add(desk.awaitTicket("dmitri.volkov", "Printer %d".formatted(i)));
        }
        Awaitility.await("all tickets to go on").atMost(Duration.ofMinutes(4)).pollInterval(Duration.ofSeconds(1))
                .until(() -> numbers.stream().allMatch(number -> DEFINED.contains(desk.ticket(number).get("status").asText())));
        assertThat(isMember("farid.haddad", "wiki-editors")).isTrue();
        for (int i = 0; i < 12; i++) {
            mail.await("dmitri.volkov", "demo", "] Printer " + i);
        }
        assertThat(desk.output()).as("no number is given twice").doesNotContain("DuplicateKeyException");
    }

    private String file(String login, String subject, String body) {
        return desk.post("/api/v1/tickets", login, Map.of("subject", subject, "body", body)).get("number").asText();
    }

    private String codeOf(String login) {
        return Awaitility.await("a code for " + login).atMost(Duration.ofSeconds(30)).until(() -> {
            for (JsonNode message : desk.get("/demo/outbox", "noor.ali", "demo")) {
                if (login.equals(message.get("login").asText())) {
                    return message.get("text").asText().replaceAll("(?s).*?(\\d{8}).*", "$1");
                }
            }
            return null;
        }, code -> code != null);
    }

    private boolean binds(String login, String password) throws LDAPException {
        try (LDAPConnection connection = new LDAPConnection("127.0.0.1", desk.ldapPort)) {
            connection.bind("uid=%s,ou=people,dc=example,dc=org".formatted(login), password);
            return true;
        } catch (LDAPException refused) {
            return false;
        }
    }

    private boolean isMember(String login, String group) throws LDAPException {
        try (LDAPConnection connection = new LDAPConnection("127.0.0.1", desk.ldapPort)) {
            connection.bind("uid=noor.ali,ou=people,dc=example,dc=org", "demo");
            return connection.search("cn=%s,ou=groups,dc=example,dc=org".formatted(group), SearchScope.BASE,
                    "(member=uid=%s,ou=people,dc=example,dc=org)".formatted(login)).getEntryCount() == 1;
        }
    }
}
