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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** What an auditor does: looks for something, reads its story, and takes home a proof that needs no desk. */
class RecordJourney {

    @Test
    void anAuditorSearchesReadsAndTakesAProofHome(@TempDir Path folder) throws Exception {
        try (RunningDesk desk = new RunningDesk(folder).start(); Browser browser = new Browser()) {
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
            browser.seeText("The gate answers auto to add to group for ben.okafor: confident.");
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
            assertThat(desk.command("audit", "show", number, "--url", desk.url("/"))).isZero();
            assertThat(desk.commandOutput()).contains(number + " in the record", "ACTION BEGUN", "The desk begins: add to group for ben.okafor.");
            Path export = folder.resolve("record.jsonl");
            assertThat(desk.command("audit", "export", "--url", desk.url("/"), "--out", export.toString())).isZero();
            assertThat(desk.command("audit", "verify", "--export", export.toString(), "--key", key.toString())).as(desk.commandOutput()).isZero();
            assertThat(desk.command("audit", "show", number, "--url", desk.url("/"), "--user", "ben.okafor")).isOne();
            assertThat(desk.commandOutput()).contains("for auditors, for security, and for those who work on it");
        }
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
