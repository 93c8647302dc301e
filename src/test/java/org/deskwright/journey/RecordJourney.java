package org.deskwright.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** Where people meet the record: an auditor, who takes home a proof that needs no desk; an operator in Cockpit; a reviewer in Tasklist. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordJourney {

    private static final By DECISION_MARKS = By.cssSelector(".djs-overlay .desk-mark");

    @TempDir
    private static Path folder;
    private RunningDesk desk;

    @BeforeAll
    void start() throws Exception {
        desk = new RunningDesk(folder).trained().start();
    }

    @AfterAll
    void stop() throws Exception {
        desk.close();
    }

    @Test
    void anAuditorSearchesReadsAndTakesAProofHome() throws Exception {
        try (Browser browser = new Browser()) {
            String number = desk.post("/api/v1/tickets", "ben.okafor", Map.of("subject", "Wiki", "body", "Please give me edit rights in the wiki.")).get("number").asText();
            desk.awaitStatus(number, "resolved");
            Awaitility.await("all seals").atMost(Duration.ofSeconds(30)).until(() -> desk.get("/api/v1/audit/tickets/" + number, "lena.fischer", "demo")
                    .findValues("index").stream().noneMatch(index -> index.isNull()));

            browser.open(desk.url("/"));
            browser.signIn("lena.fischer", "demo");
            browser.click(By.linkText("Record"));
            browser.type(By.id("person"), "ben.okafor");
            browser.click(By.cssSelector("#kind option[value=INTENT]"));
            browser.picture("record");
            browser.click(By.xpath("//button[contains(., 'Search')]"));
            browser.picture("record-found");
            browser.click(By.linkText("Action begun"));
            browser.seeText("The desk begins: add to group for ben.okafor.");
            browser.seeText("The gate lets the desk go on alone: add to group for ben.okafor. Why: confident.");
            browser.picture("record-story");

            Path downloads = Files.createDirectories(folder.resolve("downloads"));
            browser.downloadTo(downloads);
            browser.click(By.xpath("//li[contains(@class, 'entry')][contains(., 'The desk begins')]//a[contains(., 'Proof')]"));
            Path proof = downloaded(downloads, ".tlog-proof");
            browser.open(desk.url("/record"));
            browser.click(By.linkText("Verifier key"));
            Path key = downloaded(downloads, ".vkey");

            assertThat(desk.command("audit", "check-proof", proof.toString(), "--key", key.toString())).isZero();
            assertThat(desk.commandOutput()).contains("\"activity_name\":\"INTENT\"", "stands in the record of deskwright.example.org/record");
            assertThat(desk.command("audit", "show", number, "--uids", "--url", desk.url("/"))).isZero();
            assertThat(desk.commandOutput()).contains(number + " in the record", "ACTION BEGUN", "The desk begins: add to group for ben.okafor.",
                    proof.getFileName().toString().replace(".tlog-proof", ""));
            Path export = folder.resolve("record.jsonl");
            assertThat(desk.command("audit", "export", "--url", desk.url("/"), "--out", export.toString())).isZero();
            assertThat(desk.command("audit", "verify", "--export", export.toString(), "--key", key.toString())).as(desk.commandOutput()).isZero();
            assertThat(desk.command("audit", "show", number, "--url", desk.url("/"), "--user", "ben.okafor")).isOne();
            assertThat(desk.commandOutput()).contains("for auditors, for security, and for those who work on it");
        }
    }

    @Test
    void anOperatorSeesOnTheDiagramWhatWasDecidedAndReadsTheStoryBelowIt() throws Exception {
        String number = inReview("ada.lindqvist");
        try (Browser browser = new Browser()) {
            browser.open(desk.url("/camunda/app/cockpit/default/#/process-instance/%s/runtime".formatted(instance(number, "resolve-ticket"))));
            browser.signIn("noor.ali", "demo");
            assertThat(browser.all(DECISION_MARKS)).extracting(WebElement::getText)
                    .satisfiesExactlyInAnyOrder(triaged -> assertThat(triaged).startsWith("auto · "), access -> assertThat(access).startsWith("review · "));
            browser.click(By.linkText("Record"));
            browser.seeTextInFrame(By.cssSelector("iframe.desk-record"), number + " in the record");
            browser.seeTextInFrame(By.cssSelector("iframe.desk-record"), "The group security is asked to review action: add to group for ada.lindqvist.");
            browser.picture("cockpit-record");
        }
        try (Browser browser = new Browser()) {
            browser.open(desk.url("/camunda/app/cockpit/default/#/process-instance/%s/runtime".formatted(instance(number, "clear-action"))));
            browser.signIn("noor.ali", "demo");
            assertThat(browser.see(DECISION_MARKS).getText()).startsWith("review · ").endsWith(" %");
            browser.picture("cockpit-decision");
        }
    }

    @Test
    void aReviewerReadsWhyTheyAreAskedAndHowItWasDecidedBefore() throws Exception {
        String before = inReview("farid.haddad");
        try (Browser browser = new Browser()) {
            openTask(browser, before);
            browser.click(By.xpath("//button[contains(., 'Claim')]"));
            browser.click(By.xpath("//label[contains(., 'Decline')]"));
            browser.type(By.cssSelector(".fjs-form textarea"), "Ask your manager first.");
            browser.click(By.xpath("//button[contains(., 'Complete')]"));
            desk.awaitStatus(before, "closed");
        }
        String number = inReview("pia.weber");
        try (Browser browser = new Browser()) {
            openTask(browser, number);
            browser.click(By.linkText("Why am I asked?"));
            for (String said : List.of("This access is sensitive.", "and acts alone from 85 %, if no rule asks for a person.", "kwame.mensah declined it",
                    "Ask your manager first.", "mandatory-review.dmn")) {
                browser.seeTextInFrame(By.cssSelector("iframe.desk-why"), said);
            }
            browser.picture("tasklist-why");
        }
    }

    private void openTask(Browser browser, String number) {
        browser.open(desk.url("/camunda/app/tasklist/default/"));
        browser.signIn("kwame.mensah", "demo");
        browser.click(By.xpath("//*[contains(@class,'tasks-list')]//*[contains(text(),'%s')]".formatted(number)));
    }

    private String inReview(String login) {
        String number = desk.post("/api/v1/tickets", login, Map.of("subject", "Finance", "body", "Hi, I need access to the finance reports for the quarter end."))
                .get("number").asText();
        desk.awaitStatus(number, "in-review");
        return number;
    }

    private String instance(String number, String process) {
        return desk.get("/engine-rest/history/process-instance?processInstanceBusinessKey=%s&processDefinitionKey=%s".formatted(number, process), "noor.ali", "demo")
                .get(0).get("id").asText();
    }

    private static Path downloaded(Path folder, String ending) {
        return Awaitility.await("a file " + ending).atMost(Duration.ofSeconds(30)).until(() -> files(folder, ending), files -> files.size() == 1).get(0);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
