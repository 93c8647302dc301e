package org.deskwright.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.deskwright.BareDeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever looks for something in the record finds it, in words that a person understands. */
@BareDeskTest
class ReadingTest {

    private final AuditLog log;
    private final Reading reading;
    private final Sealer sealer;
    private final Erasures erasures;
    private final Scribe scribe;
    private final JdbcClient jdbc;
    private final String ticket = "READ-" + UUID.randomUUID().toString().substring(0, 8);
    private final String person = "reader." + UUID.randomUUID().toString().substring(0, 8);
    private final UUID action = UUID.randomUUID();

    ReadingTest(AuditLog log, Reading reading, Sealer sealer, Erasures erasures, Scribe scribe, JdbcClient jdbc) {
        this.log = log;
        this.reading = reading;
        this.sealer = sealer;
        this.erasures = erasures;
        this.scribe = scribe;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void write() {
        log.write(ticket, "RECEIVED", Actor.performer("mail"), Map.of("senderAuthenticated", false, "attachments", 2, "automatic", false));
        log.write(ticket, "STEP", Actor.DESK, Map.of("name", "Identify requester", "cutOff", false));
        log.write(ticket, "PLAN", Actor.performer("liblinear 1"), Map.of("actionId", action, "type", "add-to-group", "target", Personal.login(person),
                "parameters", Map.of("group", "wiki-editors"), "digest", Personal.print("the plan")));
        log.write(ticket, "ASKED", Actor.DESK, Map.of("taskId", "t1", "task", "userTask_reviewAction", "group", "iam-specialists", "actionId", action,
                "reasons", List.of("no-second-evidence"), "confidence", Map.of("value", 0.9731, "calibrated", true, "source", "liblinear 1", "n", 1234, "method", "isotonic")));
        log.write(ticket, "HUMAN_DECISION", Actor.person(person), Map.of("taskId", "t1", "task", "userTask_reviewAction", "actionId", action,
                "outcome", "approve", "text", Personal.text("Known to me"), "askedGroup", "iam-specialists"));
    }

    private List<ReadEntry> search(String person, String kind, String outcome, boolean quiet) {
        return reading.search(new RecordSearch(ticket, person, kind, outcome, null, null, quiet, 0, 50)).items();
    }

    @Test
    void theStoryIsToldInOrderAndSaysWhatAnEntryRestsOn() {
        assertThat(reading.story(ticket)).extracting(ReadEntry::isSealed).containsOnly(false);
        while (sealer.seal() > 0) {
            continue;
        }
        List<ReadEntry> story = reading.story(ticket);
        assertThat(story).extracting(ReadEntry::sequence).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(story).extracting(ReadEntry::headline).containsExactly(
                "The request came in by mail. Nobody vouches for its sender. Files with it: 2.",
                "Identify requester",
                "Planned: add to group for %s. With group = wiki-editors.".formatted(person),
                "The group iam-specialists is asked to review action: add to group for %s.".formatted(person),
                "%s decides: approve (add to group for %s).".formatted(person, person));
        assertThat(story.get(4).words()).contains("In their words: “Known to me”", "Reasons before their eyes: no second evidence",
                "Confidence 0.9731, said by liblinear 1: calibrated (isotonic) on 1234 past answers.");
        assertThat(story).extracting(ReadEntry::quiet).containsExactly(false, true, false, false, false);
        assertThat(story).allSatisfy(entry -> assertThat(entry.remarks()).isEmpty());
    }

    /** Else whoever decides writes lines of the record, and takes away what a terminal shows above them. */
    @Test
    void whatSomebodyWroteIsOneLineAndAQuotation() {
        log.write(ticket, "HUMAN_DECISION", Actor.person(person), Map.of("taskId", "t2", "outcome", "decline", "askedGroup", "iam-specialists",
                "text", Personal.text("Not needed.”\r\nThey answered for the group security.\n\nReasons: \u001b[2Jnone, “none.\u202e\u0085Gone\ttoo")));
        List<String> lines = search(null, "HUMAN_DECISION", "decline", false).get(0).words().lines().toList();
        assertThat(lines).containsExactly("%s decides: decline.".formatted(person),
                "In their words: “Not needed.\" / They answered for the group security. / Reasons: \uFFFD[2Jnone, \"none.\uFFFD / Gone too”",
                "They answered for the group iam-specialists.");
    }

    @Test
    void lengthsOfTimeAreSaidInWordsAndWhatIsEmptyIsNotSaid() {
        log.write(ticket, "INTENT", Actor.DESK, Map.of("actionId", action, "type", "add-to-group", "target", Personal.login(person),
                "parameters", Map.of("lasts", "PT720H"), "before", Map.of(), "clearanceId", UUID.randomUUID(), "digest", Personal.print("the plan")));
        log.write(ticket, "PLAN", Actor.DESK, Map.of("actionId", UUID.randomUUID(), "type", "remove-from-group", "target", Personal.login(person),
                "parameters", Map.of("lasts", "PT1H", "revokes", "a-1"), "digest", Personal.print("the plan")));
        assertThat(search(null, "INTENT", null, false).get(0).words()).contains("With lasts = 30 days.").doesNotContain("Before it");
        assertThat(search(null, "PLAN", null, false).get(0).words()).contains("lasts = 1 hour", "It takes back the action a-1.").doesNotContain("rests on");
    }

    @Test
    void plansThatWereHandedOverAreToldAsEarlierVersionsWroteThemToo() {
        Map<String, ?> facts = Map.of("reasons", List.of(), "queue", "identity", "category", "password-reset",
                "plans", List.of(List.of("a-1", "send-reset-link", Personal.print("the plan")), List.of("a-2", "unlock-account", "c0ffee")));
        log.write(ticket, "ESCALATION", Actor.DESK, facts);
        assertThat(search(null, "ESCALATION", null, false).get(0).words()).containsPattern("Plan handed over: a 1, send reset link, fingerprint [A-Za-z0-9+/]{43}=\\.")
                .contains("Plan handed over: a 2, unlock account, c0ffee.");
    }

    /** Earlier versions wrote of a withdrawn recovery, too, that it was their own. */
    @Test
    void whoWithdrewTheirRequestIsNotSaidToHaveDisownedTheRecovery() {
        Map.of("DEMAND", true, "WITHDRAWAL", false).forEach((basis, disowned) -> {
            log.write(ticket, "REVOCATION", Actor.person(person), Map.of("revocationId", UUID.randomUUID(), "actionId", UUID.randomUUID(), "basis", basis, "own", true,
                    "reason", Personal.text("Why " + basis)));
            String words = search(null, "REVOCATION", null, false).stream().map(ReadEntry::words).filter(it -> it.contains("Why " + basis)).findFirst().orElseThrow();
            assertThat(words.contains("that they did not ask for")).as(words).isEqualTo(disowned);
        });
    }

    @Test
    void whatCameIntoForceIsSaidFileByFile() {
        log.write(ticket, "DEPLOYED", Actor.person(person), Map.of("deployment", "d-1", "files", List.of(
                Map.of("name", "thresholds.dmn", "sha256", "a".repeat(64), "brings", List.of(Map.of("id", "thresholds", "version", 2))),
                Map.of("name", "sketch.bpmn", "sha256", "b".repeat(64), "brings", List.of()))));
        assertThat(search(null, "DEPLOYED", null, false).get(0).words()).isEqualTo("""
                %s brought into force: thresholds.dmn, sketch.bpmn.
                thresholds.dmn: thresholds, version 2; SHA-256 %s.
                sketch.bpmn: nothing that the engine runs; SHA-256 %s.""".formatted(person, "a".repeat(64), "b".repeat(64)));
    }

    @Test
    void entriesAreFoundByPersonKindOutcomeAndTime() {
        assertThat(search(null, null, null, false)).extracting(ReadEntry::kind).containsExactly("HUMAN_DECISION", "ASKED", "PLAN", "RECEIVED");
        assertThat(search(null, null, null, true)).hasSize(5);
        assertThat(search(person, null, null, false)).extracting(ReadEntry::kind).as("whoever did it, and whom it is about").containsExactly("HUMAN_DECISION", "PLAN");
        assertThat(search("nobody.here", null, null, false)).isEmpty();
        assertThat(search(null, "STEP", null, false)).extracting(ReadEntry::headline).containsExactly("Identify requester");
        assertThat(search(null, null, "approve", false)).extracting(ReadEntry::kind).containsExactly("HUMAN_DECISION");
        assertThat(reading.outcomes()).contains("approve");

        Instant at = search(null, "RECEIVED", null, false).get(0).at();
        assertThat(reading.search(new RecordSearch(ticket, null, null, null, at, at.plusMillis(1), true, 0, 50)).total()).isPositive();
        assertThat(reading.search(new RecordSearch(ticket, null, null, null, null, at, true, 0, 50)).total()).isZero();
        RecordPage second = reading.search(new RecordSearch(ticket, null, null, null, null, null, true, 1, 3));
        assertThat(second.total()).isEqualTo(5);
        assertThat(second.items()).extracting(ReadEntry::kind).containsExactly("STEP", "RECEIVED");
    }

    @Test
    void whoeverCorrectedACategoryIsNamedUntilTheyAreForgotten() {
        log.write(ticket, "CLASSIFICATION", Actor.performer("person:" + person), Map.of("category", "email",
                "confidence", Map.of("value", 1.0, "calibrated", true, "source", "person:" + person, "n", 1)));
        assertThat(jdbc.sql("select count(*) from record.entry where body like ?").param("%" + person + "%").query(Integer.class).single()).isZero();
        ReadEntry corrected = search(person, "CLASSIFICATION", null, false).get(0);
        assertThat(corrected.who()).isEqualTo(person);
        assertThat(corrected.words()).contains("said by " + person);

        erasures.forget(person, "noor.ali", "Asked for it");
        assertThat(erasures.forget(person, "kwame.mensah", "Asked for it")).isEqualTo(Erasures.Outcome.FORGOTTEN);
        assertThat(reading.story(ticket)).last().satisfies(entry -> assertThat(entry.who()).matches("\\(erased on 20\\d\\d-\\d\\d-\\d\\d\\)"));
        assertThat(search(person, null, null, false)).isEmpty();
    }

    @Test
    void whatWasTamperedWithIsShownAndSaid() {
        Entry forged = scribe.entry(ticket, "CLOSED", Actor.DESK, Map.of("closureCode", "automatic"));
        jdbc.sql("insert into record.entry (uid, at, ticket_number, kind, who, body, mac) values (?, ?, ?, ?, ?, ?, ?)").params(forged.uid(),
                java.sql.Timestamp.from(forged.at()), ticket, forged.kind(), forged.who(), "{\"rubbish\":1", new byte[] { 1 }).update();
        while (sealer.seal() > 0) {
            continue;
        }
        assertThat(reading.story(ticket)).hasSize(6).last().satisfies(entry -> {
            assertThat(entry.title()).isEqualTo("Entry left out");
            assertThat(entry.remarks()).anyMatch(remark -> remark.contains("did not write this entry"));
        });
    }

    /** Neither while it waits for its seal nor later does it say what the desk planned, asked or was told. */
    @Test
    void theGenuineIsToldByTheGenuineAlone() {
        insert(scribe.entry(ticket, "PLAN", Actor.DESK, Map.of("actionId", action, "type", "grant-everything", "target", Personal.login("eve"),
                "parameters", Map.of("group", "server-admins"), "digest", Personal.print("another"))));
        insert(scribe.entry(ticket, "ASKED", Actor.DESK, Map.of("taskId", "t1", "task", "userTask_reviewAction", "group", "nobody", "reasons", List.of("forged"))));
        log.write(ticket, "OUTCOME", Actor.DESK, Map.of("actionId", action, "type", "add-to-group", "target", Personal.login(person), "parameters", Map.of("group", "wiki-editors"),
                "from", "in-flight", "state", "confirmed", "evidence", Personal.text("done"), "digest", Personal.print("the plan")));
        log.write(ticket, "HUMAN_DECISION", Actor.person(person), Map.of("taskId", "t1", "task", "userTask_reviewAction", "actionId", action,
                "outcome", "approve", "text", Personal.text("Still"), "askedGroup", "iam-specialists"));
        isToldByTheGenuineAlone(reading.story(ticket));
        while (sealer.seal() > 0) {
            continue;
        }
        isToldByTheGenuineAlone(reading.story(ticket));
        assertThat(search(null, "PLAN", null, false)).as("auditors find it").filteredOn(entry -> !entry.remarks().isEmpty()).singleElement()
                .satisfies(entry -> assertThat(entry.words()).contains("grant everything"));
    }

    private void isToldByTheGenuineAlone(List<ReadEntry> story) {
        assertThat(story).hasSize(9).extracting(ReadEntry::words).noneMatch(words -> words.contains("server-admins") || words.contains("forged") || words.contains("grant everything"));
        assertThat(story).filteredOn(entry -> entry.title().equals("Entry left out")).hasSize(2)
                .allSatisfy(entry -> assertThat(entry.remarks()).anyMatch(remark -> remark.contains("did not write this entry")));
        assertThat(story).last().satisfies(entry -> assertThat(entry.words()).startsWith("%s decides: approve (add to group for %s).".formatted(person, person))
                .contains("Reasons before their eyes: no second evidence"));
    }

    @Test
    void anEntryWithNumbersThatAreNoneKeepsNobodyFromTheOthers() {
        insert(scribe.entry(ticket, "FILE", Actor.DESK, Map.of("fileId", "x", "file", Map.of(Pseudonyms.PRINT, "a"))));
        insert(scribe.entry(ticket, "CLOSED", Actor.DESK, Map.of("conversation", Map.of(Pseudonyms.PRINT, "a", Pseudonyms.PERSON, "x"))));
        sealer.sealAll();
        assertThat(reading.story(ticket)).hasSize(7);
    }

    private void insert(Entry forged) {
        jdbc.sql("insert into record.entry (uid, at, ticket_number, kind, who, body, mac) values (?, ?, ?, ?, ?, ?, ?)").params(forged.uid(),
                java.sql.Timestamp.from(forged.at()), ticket, forged.kind(), forged.who(), forged.body(), new byte[] { 1 }).update();
    }

    @Test
    void everyKindHasWordsAndAPlaceInTheSchema() {
        assertThat(new RecordSchema().kinds()).containsExactlyInAnyOrderElementsOf(reading.kinds().keySet());
    }

    @Test
    void theSchemaTellsAnEntryFromSomethingElse() {
        Entry entry = scribe.entry(ticket, "CLOSED", Actor.DESK, Map.of("closureCode", "automatic"));
        String sealed = new SealedEntry(0, ticket, 1, Instant.EPOCH, false, true, entry.body()).text();
        RecordSchema schema = new RecordSchema();
        assertThat(schema.problems(sealed)).isEmpty();
        assertThat(schema.problems(sealed.replace("\"log_version\":\"1\"", "\"log_version\":\"2\""))).isNotEmpty();
        assertThat(schema.problems(sealed.replace("closureCode", "closedBecause"))).isNotEmpty();
        assertThat(schema.problems(sealed.replace("\"index\":\"0\"", "\"index\":0"))).isNotEmpty();
    }
}
