package org.deskwright.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.deskwright.privacy.MarkedRequests.MARK;
import static org.deskwright.privacy.MarkedRequests.PER_CHANNEL;
import static org.deskwright.privacy.MarkedRequests.mark;
import static org.deskwright.privacy.MarkedRequests.number;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.deskwright.Desk;
import org.deskwright.DeskTest;
import org.deskwright.ScriptedClassifier;
import org.deskwright.Visitor;
import org.deskwright.audit.Reading;
import org.deskwright.intake.Intake;
import org.deskwright.privacy.MarkedRequests.Filed;
import org.deskwright.ticket.Tickets;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * Fifty requests go their ways, by mail, portal and API, and every word that anybody writes on them carries a mark. It is read
 * where it is needed, and stands nowhere in the database or the logs; {@link ContentInDeskTest} shows that it would be found.
 */
@DeskTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@TestPropertySource(properties = {"desk.privacy.content=source", "desk.privacy.forget-every=200ms", "desk.mail.poll-interval=200ms",
    "desk.delivery-interval=200ms"})
@Tag("path")
@ExtendWith(OutputCaptureExtension.class)
class ContentAtSourceTest {

    private static final String ENGINE = "/camunda/api/engine/engine/default/task/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Desk desk;
    @Autowired
    private Intake intake;
    @Autowired
    private Reading reading;
    @Autowired
    private Tickets tickets;
    @Autowired
    private ScriptedClassifier classifier;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private Flyway flyway;
    @Value("${desk.base-url}")
    private String base;
    @Value("${desk.demo.smtp-port}")
    private int smtpPort;
    @Value("${desk.demo.imap-port}")
    private int imapPort;
    private Letterbox mail;
    private Visitor hana;
    private Visitor noor;
    private Visitor machine;

    @BeforeEach
    void people() {
        mail = new Letterbox(smtpPort, imapPort);
        hana = Visitor.signedIn(base, "hana.sato");
        noor = Visitor.signedIn(base, "noor.ali");
        machine = Visitor.machine(base, "hana.sato");
    }

    @Test
    void noWordStandsAnywhereAndEveryStepCanReadIt(CapturedOutput log) throws Exception {
        String granted = grant();
        MarkedRequests requests = new MarkedRequests(intake, tickets, mail, base);
        List<Filed> all = new ArrayList<>(requests.byMail());
        assertThat(kept(" and not at_home and ticket_number in (select number from ticket where channel = 'mail')"))
                .as("of a mail nothing is stored, not even encrypted").isZero();
        all.addAll(requests.inPortal());
        all.addAll(requests.overApi());
        desk.runJobs();
        assertThat(classifier.told()).as("the classifier reads it").contains(MARK + "body");
        areReadWhileOpen(all);
        assertThat(all.subList(0, PER_CHANNEL)).extracting(it -> tickets.get(it.number()).impression())
                .allMatch(it -> it.frustrated() && it.namesOther() && it.second() && it.speaksToMachine());
        nothingStands(log);

        for (int i = 0; i < all.size(); i++) {
            walk(all.get(i), i);
        }
        withoutTicket();
        desk.runJobs();
        await("closed and forgotten").atMost(PATIENCE).until(() -> kept(" and ticket_number <> ''") == 0);
        assertThat(jdbc.sql("select count(*) from ticket where closed_at is null").query(Long.class).single()).isZero();
        areGoneOnceClosed(all);
        takeBack(granted);
        nothingStands(log);
        assertThat(mail.received("ada.lindqvist")).as("requesters get whole sentences").contains(MARK + "subject", MARK + "question", MARK + "resolution")
                .doesNotContain("⟦", "(this text");
    }

    /** What is asked for is read out of the text and of the answer to what it does not say, and no person is needed. */
    private String grant() throws Exception {
        classifier.believe("access-request", 0.99);
        Visitor ben = Visitor.machine(base, "ben.okafor");
        String number = number(ben.post("/api/v1/tickets", "{\"subject\":\"%s\",\"body\":\"Please give me access to the thing. %s\"}"
                .formatted(mark("subject", 99), mark("body", 99))).body());
        desk.runJobs();
        assertThat(ben.get("/api/v1/tickets/" + number).body()).contains("\"status\":\"awaiting-requester\"");
        ben.post("/api/v1/tickets/%s/replies".formatted(number), "{\"text\":\"The wiki. %s\"}".formatted(mark("answer", 99)));
        desk.runJobs();
        assertThat(ben.get("/api/v1/tickets/" + number).body()).contains("\"status\":\"resolved\"", mark("subject", 99));
        ben.post("/api/v1/tickets/%s/confirmation".formatted(number), "{\"solved\":true,\"text\":\"%s\"}".formatted(mark("thanks", 99)));
        desk.runJobs();
        classifier.believe("software", 0.9);
        return number;
    }

    private void areReadWhileOpen(List<Filed> all) {
        for (Filed it : List.of(all.get(0), all.get(PER_CHANNEL), all.get(2 * PER_CHANNEL))) {
            assertThat(hana.get("/staff/tickets/%s/brief".formatted(it.number())).body()).contains(mark("subject", 0), mark("body", 0));
            assertThat(Visitor.signedIn(base, it.login()).get("/tickets/" + it.number()).body()).contains(mark("subject", 0), mark("body", 0));
            assertThat(reading.story(it.number())).as("its words are those that were received").allSatisfy(entry -> assertThat(entry.remarks()).isEmpty())
                    .anySatisfy(entry -> assertThat(entry.words()).contains("Fingerprint of its words: "));
        }
        assertThat(hana.get(file(all.get(0))).body()).isEqualTo("Inside: " + mark("file", 0));
        assertThat(hana.get(file(all.get(PER_CHANNEL))).body()).isEqualTo("Inside: " + mark("file", 0));
    }

    /** Each of the ways in which a request that people have can go. */
    private void walk(Filed it, int i) throws Exception {
        switch (i % 4) {
            case 0 -> {
                decide(it, "ask", mark("question", i));
                reply(it, mark("reply", i));
                decide(it, "done", mark("resolution", i));
                intake.confirm(it.number(), true, mark("thanks", i), it.login());
            }
            case 1 -> decide(it, "decline", mark("reason", i));
            case 2 -> {
                machine.post("/api/v1/tickets/%s/replies".formatted(it.number()), "{\"text\":\"%s\"}".formatted(mark("answer", i)));
                desk.decide(it.number(), "hana.sato", "note", Map.of("text", mark("note", i)));
                desk.decide(it.number(), "hana.sato", "done", Map.of("text", mark("resolution", i)));
                desk.fireTimer(it.number(), "timerEvent_threeDaysPassed");
            }
            default -> {
                desk.decide(it.number(), "hana.sato", "done", Map.of("text", mark("resolution", i)));
                intake.confirm(it.number(), false, mark("trouble", i), it.login());
                desk.runJobs();
                desk.decide(it.number(), "hana.sato", "decline", Map.of("text", mark("reason", i)));
            }
        }
        desk.runJobs();
    }

    /** As Tasklist does it. */
    private void decide(Filed it, String outcome, String text) {
        String task = desk.task(it.number()).getId();
        assertThat(noor.post(ENGINE + task + "/comment/create", "{\"message\":\"%s\"}".formatted(text)).statusCode()).as("administrators could").isEqualTo(400);
        assertThat(hana.post(ENGINE + task + "/submit-form", "{\"variables\":{\"outcome\":{\"value\":\"%s\"},\"text\":{\"value\":\"%s\"}}}"
                .formatted(outcome, text)).statusCode()).isEqualTo(204);
        desk.runJobs();
    }

    /** By mail where the request came by mail; others write too. */
    private void reply(Filed it, String text) throws Exception {
        if (it.messageId() == null) {
            desk.reply(it.number(), it.login(), text);
            return;
        }
        mail.send(null, "Re: " + mark("forged", 0), mark("forged", 1), null, it.messageId(), null);
        mail.send(it.login(), "Re: " + mark("away", 0), mark("away", 1), null, it.messageId(), "auto-replied; " + mark("away", 2));
        mail.send("hana.sato", "Re: " + mark("staff", 0), mark("staff", 1), null, it.messageId(), null);
        await().atMost(PATIENCE).until(() -> desk.story(it.number()).stream().anyMatch(line -> line.contains(mark("staff", 1))));
        mail.send(it.login(), "Re: " + mark("subject", 0), text, null, it.messageId(), null);
        await().atMost(PATIENCE).until(() -> desk.story(it.number()).stream().anyMatch(line -> line.equals(text)));
        await("its process has heard it").atMost(PATIENCE).until(() -> jdbc.sql("select count(*) from unheard").query(Long.class).single() == 0);
        desk.runJobs();
    }

    /** What is nobody's request is read on the page of the mails set aside, and lies in the mailbox alone. */
    private void withoutTicket() throws Exception {
        mail.send("ada.lindqvist", mark("absence", 0), mark("absence", 1), mark("absence", 2), null, "auto-generated; " + mark("absence", 3));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(hana.get("/staff/set-aside").body()).contains(mark("absence", 0), mark("absence", 3)));
    }

    private void areGoneOnceClosed(List<Filed> all) {
        for (Filed it : List.of(all.get(1), all.get(PER_CHANNEL), all.get(2 * PER_CHANNEL + 2))) {
            for (String page : List.of(hana.get("/staff/tickets/%s/brief".formatted(it.number())).body(), Visitor.signedIn(base, it.login()).get("/tickets/" + it.number()).body(),
                    machine.get("/api/v1/tickets/" + it.number()).body())) {
                assertThat(page).contains("(this text was not kept)").doesNotContain(MARK, "⟦");
            }
            assertThat(reading.story(it.number())).as("rightly gone").allSatisfy(entry -> assertThat(entry.remarks()).isEmpty())
                    .anySatisfy(entry -> assertThat(entry.words()).contains("Not kept any more, as the ticket is closed."));
        }
        assertThat(hana.get("/staff?status=closed").body()).contains("(this text was not kept)");
        assertThat(hana.get("/staff/set-aside").body()).as("nobody's word lies where it lay").contains(mark("forged", 0), mark("away", 2)).doesNotContain("⟦");
        assertThat(hana.get(file(all.get(0)))).satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(410));
    }

    /** What is said on a closed ticket is kept no longer than that it can be read where it is needed. */
    private void takeBack(String number) {
        Visitor judit = Visitor.machine(base, "judit.nagy");
        assertThat(judit.post("/api/v1/actions/%s/revocation".formatted(desk.actions(number).get(0).id()), "{\"reason\":\"%s\"}".formatted(mark("mistake", 0)))
                .statusCode()).isIn(200, 201, 202);
        desk.runJobs();
        assertThat(desk.story(number)).anyMatch(line -> line.startsWith("Taken back"));
        await().atMost(PATIENCE).until(() -> kept(" and ticket_number <> ''") == 0);
    }

    private void nothingStands(CapturedOutput log) {
        assertThat(new WholeDatabase(flyway).rowsWith(MARK)).isEmpty();
        assertThat(log.getAll().toLowerCase(Locale.ROOT).lines().filter(line -> line.contains(MARK)).toList()).isEmpty();
    }

    private String file(Filed it) {
        return "/tickets/%s/attachments/%s".formatted(it.number(), jdbc.sql("select id from attachment where ticket_number = ?").param(it.number())
                .query(UUID.class).list().get(0));
    }

    private long kept(String which) {
        return jdbc.sql("select count(*) from kept_text where true" + which).query(Long.class).single();
    }
}
